import type { Vocabulary } from './vocabulary.js';
import { vocabularyInputs } from './vocabulary-inputs.js';
import { packmlStates } from './packml-states.js';
import { meaning, wordTable } from './word-table.js';

const substates = wordTable<'fault' | 'starved' | 'blocked' | 'idle'>({
  fault: 'EquipmentFailure ExternalFailure',
  starved: 'Lack LackBranchLine',
  blocked: 'Tailback TailbackBranchLine',
  idle: 'Prepared',
});

const states = new Map([...packmlStates, ...substates]);

const programs: Readonly<Record<string, number>> = {
  Undefined: 0,
  Production: 1,
  StartUp: 2,
  RunDown: 4,
  Clean: 8,
  Changeover: 16,
  Maintenance: 32,
  Break: 64,
};
const setupPrograms = 2 | 4 | 8 | 16;
const maintenanceProgram = 32;
const breakProgram = 64;

/**
 * The Weihenstephan Standards (OPC 40600): `state` is a PackML state or one of the finer ones under Held and
 * Suspended, `program` a name or the sum of the bit flags.
 *
 * From strong to weak: a break while not executing, a failure, the undefined program, maintenance, set-up
 * (start-up, run-down, cleaning, changeover), the state. A failure is told even where the program is not known.
 */
export const weihenstephan: Vocabulary = {
  name: 'weihenstephan',
  inputs: vocabularyInputs.weihenstephan,
  state(input) {
    const state = meaning(states, input['state']);
    const program = programOf(input['program']);
    if (!state || Number.isNaN(program)) return undefined;
    if (program & breakProgram && state !== 'running') return 'plannedStop';
    if (state === 'fault') return 'fault';
    if (program === 0) return 'unknown';
    if (program & maintenanceProgram) return 'maintenance';
    if (program & setupPrograms) return 'setup';
    if (state === 'absent') return 'unknown';
    return state === 'held' || state === 'suspended' ? 'idle' : state;
  },
};

/** The bit flags of a program; production where none is given, NaN for a word that is not known. */
function programOf(word: string | undefined): number {
  if (word === undefined) return 1;
  if (Object.hasOwn(programs, word)) return programs[word];
  const flags = /^\d{1,3}$/.test(word) ? Number(word) : NaN;
  return flags < 128 ? flags : NaN;
}
