/** Somebody opened or closed the explanation of a figure. */
export class TwinExplainEvent extends Event {
  /** Id of the equipment whose figure it is. */
  readonly equipment: string;
  /** Which figure: `oee`. */
  readonly figure: string;
  /** Whether the explanation is now shown. */
  readonly open: boolean;

  constructor(equipment: string, figure: string, open: boolean) {
    super('twin-explain', { bubbles: true, composed: true });
    this.equipment = equipment;
    this.figure = figure;
    this.open = open;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'twin-explain': TwinExplainEvent;
  }
}
