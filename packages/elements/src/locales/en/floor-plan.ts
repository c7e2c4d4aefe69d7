/** Words of the floor plan. */
export interface FloorPlanTerms {
  readonly floorPlanTitle: string;
  readonly floorPlanKeys: string;
  /** The plan as a sentence. */
  readonly floorPlanOf: (machines: number, running: number) => string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly showAll: string;
  readonly noPlaces: string;
  readonly withoutPlace: (count: number) => string;
  readonly waitingBefore: (count: string) => string;
  /** Figures that a heat map shows, by signal. */
  readonly heatTitles: Readonly<Record<string, string>>;
  readonly placedMachine: string;
  readonly stateFor: string;
  readonly stateReason: string;
}

/** In English. */
export const floorPlanTerms: FloorPlanTerms = {
  floorPlanTitle: 'Floor plan',
  floorPlanKeys:
    'Arrows lead to the next machine in that direction, Enter selects it. Plus and minus zoom, Shift with arrows moves the plan, 0 shows all.',
  floorPlanOf: (machines, running) =>
    `Floor plan: ${machines} ${machines === 1 ? 'machine' : 'machines'}, ${running} running`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  noPlaces: 'The workshop file gives no machine a place: they stand in rows.',
  withoutPlace: (count) =>
    count === 1
      ? '1 machine has no place in the workshop file: it stands in front.'
      : `${count} machines have no place in the workshop file: they stand in rows in front.`,
  waitingBefore: (count) => `${count} waiting before it`,
  heatTitles: { power: 'Power', temperature: 'Temperature', oee: 'OEE' },
  placedMachine: 'Machine',
  stateFor: 'For',
  stateReason: 'Reason',
};
