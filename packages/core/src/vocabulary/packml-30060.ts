import { packmlVocabulary } from './packml.js';
import type { Vocabulary } from './vocabulary.js';

/** PackML as numbered by OPC 30060 (tobacco machines): the same names, other numbers. */
export const packml30060: Vocabulary = packmlVocabulary('packml-30060', {
  Stopped: 0,
  Resetting: 1,
  Idle: 2,
  Starting: 3,
  Execute: 4,
  Completing: 5,
  Complete: 6,
  Aborting: 7,
  Aborted: 8,
  Stopping: 9,
  Clearing: 10,
  Suspending: 11,
  Suspended: 12,
  Unsuspending: 13,
  Holding: 14,
  Held: 15,
  Unholding: 16,
});
