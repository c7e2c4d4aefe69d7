/**
 * Somebody asked for another time to be shown. The provider around takes it as its `range`, unless a listener
 * anywhere on the way calls `preventDefault()`.
 */
export class TwinRangeChangeEvent extends Event {
  /** `shift`, `day`, `week`, an ISO 8601 duration that ends now, or an ISO 8601 interval. */
  readonly range: string;

  constructor(range: string) {
    super('twin-range-change', { bubbles: true, composed: true, cancelable: true });
    this.range = range;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'twin-range-change': TwinRangeChangeEvent;
  }
}
