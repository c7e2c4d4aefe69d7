/** Words of the inspector. */
export interface InspectorTerms {
  readonly closeInspector: string;
  readonly sinceTime: (time: string) => string;
  readonly progress: string;
  readonly progressOf: (good: string, quantity: string) => string;
  readonly energyUse: string;
  readonly perGoodPiece: (amount: string) => string;
  readonly alarmsTitle: string;
  readonly noAlarms: string;
  readonly alarmPriorityOf: (priority: number) => string;
  readonly alarmFor: (duration: string) => string;
  readonly alarmLasted: (duration: string) => string;
  readonly signalsTitle: string;
  readonly noSignals: string;
  readonly uncertain: string;
  readonly nameplate: string;
  readonly technicalData: string;
  readonly documents: string;
  readonly carbonFootprint: string;
  readonly opensInNewTab: string;
  readonly manufacturer: string;
  readonly modelName: string;
  readonly serialNumber: string;
  readonly ratedPower: string;
  readonly idealCycle: string;
  readonly identifier: string;
  readonly needsAttention: string;
  readonly nothingAbnormal: string;
  /** What nameplates and footprints say, by the names of their templates. Default: the words that a name is made of. */
  readonly detailNames: Readonly<Record<string, string>>;
  /** The standard signals in words. */
  readonly signalNames: Readonly<Record<string, string>>;
}

/** In English. */
export const inspectorTerms: InspectorTerms = {
  closeInspector: 'Close',
  sinceTime: (time) => `since ${time}`,
  progress: 'Good pieces',
  progressOf: (good, quantity) => `${good} of ${quantity}`,
  energyUse: 'Energy',
  perGoodPiece: (amount) => `${amount} per good piece`,
  alarmsTitle: 'Alarms',
  noAlarms: 'None in this time.',
  alarmPriorityOf: (priority) => `Priority ${priority}`,
  alarmFor: (duration) => `for ${duration}`,
  alarmLasted: (duration) => `lasted ${duration}`,
  signalsTitle: 'Signals',
  noSignals: 'No signal has come yet.',
  uncertain: 'uncertain',
  nameplate: 'Nameplate',
  technicalData: 'Technical data',
  documents: 'Documents',
  carbonFootprint: 'Carbon footprint',
  opensInNewTab: 'opens in a new tab',
  manufacturer: 'Manufacturer',
  modelName: 'Model',
  serialNumber: 'Serial number',
  ratedPower: 'Rated power',
  idealCycle: 'Ideal cycle',
  identifier: 'Id',
  needsAttention: 'Needs attention',
  nothingAbnormal: 'Nothing is abnormal.',
  detailNames: {
    URIOfTheProduct: 'Product page',
    ManufacturerName: 'Manufacturer',
    ManufacturerProductDesignation: 'Product',
    ManufacturerProductRoot: 'Product root',
    ManufacturerProductFamily: 'Product family',
    ManufacturerProductType: 'Product type',
    OrderCodeOfManufacturer: 'Order code',
    ProductArticleNumberOfManufacturer: 'Article number',
    AddressInformation: 'Address',
    PcfCO2eq: 'Carbon footprint',
    PcfCalculationMethods: 'Calculated by',
    PublicationDate: 'Published',
    ExpirationDate: 'Valid until',
  },
  signalNames: {
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
    bufferCount: 'Waiting before it',
    level: 'Level',
    positionX: 'Position x',
    positionY: 'Position y',
    heading: 'Heading',
    energy: 'Energy',
    power: 'Power',
    temperature: 'Temperature',
  },
};
