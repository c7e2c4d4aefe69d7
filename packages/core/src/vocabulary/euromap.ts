import type { Vocabulary } from './vocabulary.js';
import { vocabularyInputs } from './vocabulary-inputs.js';
import { meaning, wordTable } from './word-table.js';

const modes = wordTable<'other' | 'automatic' | 'setup' | 'offline'>({
  other: 'OTHER 0',
  automatic: 'AUTOMATIC 1 SEMI_AUTOMATIC 2',
  setup: 'MANUAL 3 SETUP 4',
  offline: 'SLEEP 5',
});

const switches = wordTable<'on' | 'off'>({ on: 'true 1', off: 'false 0' });

/**
 * The machine modes of Euromap 77 and 83 (OPC 40077, 40083).
 *
 * Inputs: `mode` (name or number), `cycle` (whether cycles are being counted) and `alarm` (whether one is
 * active), each `true` or `false`. The mode alone does not tell production from waiting: an automatic machine
 * whose cycle is not known is unknown, never silently running or idle.
 */
export const euromap: Vocabulary = {
  name: 'euromap',
  inputs: vocabularyInputs.euromap,
  state(input) {
    const mode = meaning(modes, input['mode']);
    const cycle = meaning(switches, input['cycle']?.toLowerCase());
    const alarm = meaning(switches, input['alarm']?.toLowerCase());
    if (!mode || !cycle || !alarm) return undefined;
    if (alarm === 'on') return 'fault';
    if (mode === 'setup' || mode === 'offline') return mode;
    if (mode !== 'automatic' || cycle === 'absent') return 'unknown';
    return cycle === 'on' ? 'running' : 'idle';
  },
};
