/** Names of the signals that every equipment may have without declaring them. */
export interface SignalTerms {
  readonly signals: Readonly<Record<string, string>>;
  /** Unit of a rate: so much an hour. `unit` is the word of the counted unit with its space, e.g. `pcs`. */
  readonly perHour: (unit: string) => string;
  /** Names of limits; `value` is a figure with its unit. */
  readonly highLimit: (value: string) => string;
  readonly lowLimit: (value: string) => string;
  /** Said where an equipment has no signal of a name, or none that can be shown so. */
  readonly noSignal: (name: string) => string;
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
  highLimit: (value) => `high ${value}`,
  lowLimit: (value) => `low ${value}`,
  noSignal: (name) => (name ? `There is no signal “${name}” to show here.` : 'No signal is named.'),
};
