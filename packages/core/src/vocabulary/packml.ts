import type { Vocabulary } from './vocabulary.js';
import { vocabularyInputs } from './vocabulary-inputs.js';
import { packmlStates } from './packml-states.js';
import { reasons } from './reasons.js';
import { meaning, numbered, wordTable } from './word-table.js';

const modes = wordTable<'none' | 'maintenance' | 'setup'>({
  none: 'Invalid 0 Production Produce 1',
  maintenance: 'Maintenance 2',
  setup: 'Manual 3',
});

/** UnitModeCurrent from 4 upward is the user's; what it means is not known, so the state decides. */
const usersMode = /^([4-9]|[1-9]\d+)$/;

/**
 * A PackML vocabulary with a numbering of its own, for the libraries of PLC vendors that differ.
 *
 * Inputs: `state` (StateCurrent), `mode` (UnitModeCurrent), `reason` (see {@link reasons}). Faults win over the
 * mode. Without a reason a machine that is held or suspended is idle.
 *
 * @param name - e.g. `packml-acme`
 * @param numbers - the number of each state by its name, e.g. `{ Execute: 6 }`
 * @throws {RangeError} if a name is not one of the 17 states
 */
export function packmlVocabulary(name: string, numbers: Readonly<Record<string, number>>): Vocabulary {
  const states = numbered(packmlStates, numbers);
  return {
    name,
    inputs: vocabularyInputs.packml,
    state(input) {
      const state = meaning(states, input['state']);
      const mode = usersMode.test(input['mode'] ?? '') ? 'none' : meaning(modes, input['mode']);
      const reason = meaning(reasons, input['reason']);
      if (!state || !mode || !reason) return undefined;
      if (state === 'fault' || (state === 'held' && reason === 'equipment')) return 'fault';
      if (mode === 'maintenance' || mode === 'setup') return mode;
      if (state === 'absent') return 'unknown';
      if (state === 'suspended' && reason === 'upstream') return 'starved';
      if (state === 'suspended' && reason === 'downstream') return 'blocked';
      return state === 'held' || state === 'suspended' ? 'idle' : state;
    },
  };
}

/** PackML as numbered by OPC 30050 and the PackTags of ISA-TR88.00.02. */
export const packml: Vocabulary = packmlVocabulary('packml', {
  Clearing: 1,
  Stopped: 2,
  Starting: 3,
  Idle: 4,
  Suspended: 5,
  Execute: 6,
  Stopping: 7,
  Aborting: 8,
  Aborted: 9,
  Holding: 10,
  Held: 11,
  Unholding: 12,
  Suspending: 13,
  Unsuspending: 14,
  Resetting: 15,
  Completing: 16,
  Complete: 17,
});
