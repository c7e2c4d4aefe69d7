import { type WordTable, wordTable } from './word-table.js';

/** What a PackML state says without its reason. */
export type PackmlMeaning = 'running' | 'setup' | 'idle' | 'held' | 'suspended' | 'fault';

/**
 * The 17 states of PackML (ISA-TR88.00.02) by name. `Running` and `Cleared`, which OPC 30050 adds to group them,
 * are not states that a machine is in.
 */
export const packmlStates: WordTable<PackmlMeaning> = wordTable<PackmlMeaning>({
  running: 'Execute Completing Unholding Unsuspending',
  setup: 'Starting Resetting',
  idle: 'Idle Complete Stopped Stopping',
  held: 'Holding Held',
  suspended: 'Suspending Suspended',
  fault: 'Aborting Aborted Clearing',
});
