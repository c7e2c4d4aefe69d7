/** What became of a job order, in the words of B2MML v7 (ISA-95, `JobOrderDispatchStatus`). */
export const dispatchStatuses = [
  'Waiting',
  'Pending',
  'Cancelled',
  'Dispatched',
  'Ready',
  'Running',
  'Completed',
  'Aborted',
  'Held',
  'Suspended',
  'Closed',
  'Other',
] as const;
export type DispatchStatus = (typeof dispatchStatuses)[number];

/** An order for work at some equipment: `JobOrder` of ISA-95 and B2MML v7, as far as its progress needs it. */
export interface JobOrder {
  /** As the `order` signal of a machine says it. */
  readonly id: string;
  /** Ids of the equipment it is planned for. Empty: nobody said. */
  readonly equipment: readonly string[];
  /** Id of the product. */
  readonly product?: string;
  /** Good units ordered (POQ), above 0. */
  readonly quantity?: number;
  /** Unit of the quantity. */
  readonly unit?: string;
  /** Milliseconds since the epoch (`StartTime`). */
  readonly plannedStart?: number;
  /** Milliseconds since the epoch (`EndTime`). */
  readonly plannedEnd?: number;
  /** Milliseconds of set-up before the first unit (PSUT). Default 0. */
  readonly plannedSetupTime?: number;
  /** As the planning counts it; ISA-95 does not say whether 1 is high or low. */
  readonly priority?: number;
  readonly dispatchStatus?: DispatchStatus;
}
