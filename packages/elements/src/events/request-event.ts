/**
 * Somebody asked the plant for a value and confirmed it. The request goes to the plant, unless a listener anywhere on
 * the way calls `preventDefault()`.
 */
export class TwinRequestEvent extends Event {
  /** Id of the equipment. */
  readonly equipment: string;
  /** Address of the signal, e.g. `press-01/speedSetpoint`. */
  readonly signal: string;
  /** What it has to become, in the unit of the signal. */
  readonly value: number | string;
  /** The reason that was given; `undefined` without one. */
  readonly why: string | undefined;

  constructor(equipment: string, signal: string, value: number | string, why: string | undefined) {
    super('twin-request', { bubbles: true, composed: true, cancelable: true });
    this.equipment = equipment;
    this.signal = signal;
    this.value = value;
    this.why = why;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'twin-request': TwinRequestEvent;
  }
}
