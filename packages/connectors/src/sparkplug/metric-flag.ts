// What a metric says of itself, as bits. Constants each, so that their names cost a page nothing.
export const historical = 1;
export const transient = 2;
export const isNull = 4;
export const properties = 8;
export const metadata = 16;
