/** Somebody chose an equipment by mouse, touch or key. The twin's selection has changed already. */
export class TwinSelectEvent extends Event {
  /** Id of the chosen equipment. */
  readonly equipment: string;

  constructor(equipment: string) {
    super('twin-select', { bubbles: true, composed: true });
    this.equipment = equipment;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'twin-select': TwinSelectEvent;
  }
}
