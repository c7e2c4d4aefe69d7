import type { Interval } from '@twinfloor/core';

/** Somebody moved or zoomed the time that an element shows. */
export class TwinRangeChangeEvent extends Event {
  /** The time now shown, in milliseconds since the epoch. */
  readonly interval: Interval;

  constructor(interval: Interval) {
    super('twin-range-change', { bubbles: true, composed: true });
    this.interval = interval;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'twin-range-change': TwinRangeChangeEvent;
  }
}
