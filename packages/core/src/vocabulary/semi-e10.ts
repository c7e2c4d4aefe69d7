import type { Vocabulary } from './vocabulary.js';
import { vocabularyInputs } from './vocabulary-inputs.js';
import { reasons } from './reasons.js';
import { meaning, wordTable } from './word-table.js';

const states = wordTable<'running' | 'idle' | 'setup' | 'maintenance' | 'fault' | 'plannedStop'>(
  {
    running: 'PRD Productive 1',
    idle: 'SBY Standby 2',
    setup: 'ENG Engineering 3',
    maintenance: 'SDT 4',
    fault: 'UDT 5',
    plannedStop: 'NST 6',
  },
  [
    ['Scheduled downtime', 'maintenance'],
    ['Unscheduled downtime', 'fault'],
    ['Non-scheduled time', 'plannedStop'],
  ],
);

/**
 * The six basic states of SEMI E10, by their codes, names or the numbers of OPC 40100-1.
 *
 * Inputs: `state`, and `reason` (see {@link reasons}), which tells standby for want of material from standby for
 * want of room, a changeover from other scheduled downtime, and a machine switched off from one not scheduled.
 */
export const semiE10: Vocabulary = {
  name: 'semi-e10',
  inputs: vocabularyInputs['semi-e10'],
  state(input) {
    const state = meaning(states, input['state']);
    const reason = meaning(reasons, input['reason']);
    if (!state || !reason) return undefined;
    if (state === 'absent') return 'unknown';
    if (state === 'idle' && reason === 'upstream') return 'starved';
    if (state === 'idle' && reason === 'downstream') return 'blocked';
    if (state === 'maintenance' && reason === 'setup') return 'setup';
    if (state === 'plannedStop' && reason === 'power') return 'offline';
    return state;
  },
};
