export type { BottleneckMachine } from './active-periods.js';
export * from './bottleneck.js';
export type { BottleneckSegment } from './bottleneck-segments.js';
export * from './momentary-bottleneck.js';
export * from './waiting.js';
export type { FlowMachine, WaitingSegment } from './waiting-segments.js';
