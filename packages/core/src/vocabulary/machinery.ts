import type { Vocabulary } from './vocabulary.js';
import { vocabularyInputs } from './vocabulary-inputs.js';
import { meaning, wordTable } from './word-table.js';

const itemStates = wordTable<'offline' | 'fault' | 'idle' | 'running'>({
  offline: 'NotAvailable 0',
  fault: 'OutOfService 1',
  idle: 'NotExecuting 2',
  running: 'Executing 3',
});

const operationModes = wordTable<'none' | 'maintenance' | 'setup'>({
  none: 'None 0 Processing 3',
  maintenance: 'Maintenance 1',
  setup: 'Setup 2',
});

/**
 * OPC UA for Machinery (OPC 40001-1): `state` is the MachineryItemState, `mode` the MachineryOperationMode,
 * each by its name or its StateNumber.
 *
 * Maintenance wins over every item state, set-up over `Executing` and `NotExecuting`.
 */
export const machinery: Vocabulary = {
  name: 'machinery',
  inputs: vocabularyInputs.machinery,
  state(input) {
    const state = meaning(itemStates, input['state']);
    const mode = meaning(operationModes, input['mode']);
    if (!state || !mode) return undefined;
    if (mode === 'maintenance') return 'maintenance';
    if (state === 'absent') return 'unknown';
    return mode === 'setup' && (state === 'running' || state === 'idle') ? 'setup' : state;
  },
};
