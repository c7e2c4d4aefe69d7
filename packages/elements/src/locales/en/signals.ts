/** Names of the signals that every equipment may have without declaring them. */
export interface SignalTerms {
  readonly signals: Readonly<Record<string, string>>;
  /** Unit of a rate: so much an hour. `unit` is the word of the counted unit with its space, e.g. `pcs`. */
  readonly perHour: (unit: string) => string;
}

/** In English. */
export const signalTerms: SignalTerms = {
  signals: {
    state: 'State',
    execution: 'Execution',
    mode: 'Mode',
    reason: 'Reason',
    order: 'Order',
    product: 'Product',
    program: 'Program',
    producedCount: 'Produced',
    goodCount: 'Good',
    scrapCount: 'Scrap',
    reworkCount: 'Rework',
    scrapReason: 'Scrap reason',
    comment: 'Comment',
    orderQuantity: 'Order quantity',
    cycleTime: 'Cycle time',
    bufferCount: 'Waiting parts',
    level: 'Level',
    positionX: 'Position x',
    positionY: 'Position y',
    heading: 'Heading',
    energy: 'Energy',
    power: 'Power',
    temperature: 'Temperature',
    conditions: 'Conditions',
  },
  perHour: (unit) => `${unit}/h`,
};
