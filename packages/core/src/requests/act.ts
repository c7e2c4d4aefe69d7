/** What a person can do to a plant through a page. */
export const actKinds = [
  'request',
  'acknowledge',
  'shelve',
  'unshelve',
  'removeFromService',
  'returnToService',
  'reset',
] as const;

/** One of {@link actKinds}. `request` asks the plant to change a signal; the others concern an alarm. */
export type ActKind = (typeof actKinds)[number];

/** What a person wants to do: it is what the host page is asked to permit, and what the audit keeps. */
export interface Act {
  readonly kind: ActKind;
  /** Id of the equipment that it concerns. */
  readonly equipment: string;
  /** Address of the signal that it concerns, e.g. `press-01/speedSetpoint`. */
  readonly signal?: string;
  /** Id of the alarm that it concerns. */
  readonly alarm?: string;
  /** What the signal has to become, in its unit. */
  readonly value?: number | string;
  /** Shelving: for how many minutes. */
  readonly minutes?: number;
  /** The reason that the person gave. */
  readonly why?: string;
}
