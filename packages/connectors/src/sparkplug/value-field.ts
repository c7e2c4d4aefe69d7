// The numbers of the fields of a metric that hold a value. Constants each, so that their names cost a page nothing.

/** The metric has no value. */
export const none = 0;
export const int = 10;
export const long = 11;
export const float = 12;
export const double = 13;
export const boolean = 14;
export const string = 15;
export const bytes = 16;
export const dataSet = 17;
export const template = 18;
export const extension = 19;
