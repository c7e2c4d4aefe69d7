import type { EquipmentState } from '../model/equipment-state.js';
import type { Vocabulary } from './vocabulary.js';
import { vocabularyInputs } from './vocabulary-inputs.js';
import { meaning, wordTable } from './word-table.js';

const executions = wordTable<'running' | 'idle' | 'wait' | 'lost'>({
  running: 'ACTIVE',
  idle: 'READY INTERRUPTED FEED_HOLD STOPPED OPTIONAL_STOP PROGRAM_STOPPED PROGRAM_COMPLETED PROGRAM_OPTIONAL_STOP',
  wait: 'WAIT',
  lost: 'UNAVAILABLE',
});

// ControllerMode and OperatingMode, which share their words. FEED_HOLD is a deprecated one.
const modes = wordTable<'setup' | 'none'>({
  setup: 'MANUAL MANUAL_DATA_INPUT EDIT',
  none: 'AUTOMATIC SEMI_AUTOMATIC FEED_HOLD UNAVAILABLE',
});

// Trying out a process is what SEMI E10 calls engineering, and counts as that does.
const functionalModes = wordTable<'setup' | 'maintenance' | 'none'>({
  setup: 'SETUP TEARDOWN PROCESS_DEVELOPMENT',
  maintenance: 'MAINTENANCE',
  none: 'PRODUCTION UNAVAILABLE',
});

const emergencyStops = wordTable<'triggered' | 'none'>({ triggered: 'TRIGGERED', none: 'ARMED UNAVAILABLE' });

const availabilities = wordTable<'available' | 'lost'>({ available: 'AVAILABLE', lost: 'UNAVAILABLE' });

const equipmentModes = wordTable<'off' | 'none'>({ off: 'OFF', none: 'ON UNAVAILABLE' });

// Tool change, a secondary process and a short pause are part of the cycle. Powering up and down is warm-up and
// run-down, as in Weihenstephan's programs.
const waits = wordTable<'starved' | 'blocked' | 'setup' | 'running' | 'idle'>({
  starved: 'PART_LOAD MATERIAL_LOAD',
  blocked: 'PART_UNLOAD MATERIAL_UNLOAD',
  setup: 'POWERING_UP POWERING_DOWN',
  running: 'TOOL_LOAD TOOL_UNLOAD SECONDARY_PROCESS PAUSING RESUMING',
  idle: 'UNAVAILABLE',
});

// Levels come as element names from an agent and in capitals from an adapter.
const conditions = wordTable<'fault' | 'none'>({ fault: 'fault', none: 'normal warning unavailable' });

/**
 * The controlled vocabularies of MTConnect. Inputs, each the value of a data item:
 *
 * - `execution`, `mode` (ControllerMode or OperatingMode), `functionalMode`, `emergencyStop`, `availability`,
 *   `waitState` (why the execution is `WAIT`)
 * - `equipmentMode`: the data item with the subtype `POWERED`
 * - `condition`: the worst active level of the machine's conditions
 *
 * From strong to weak: no availability, no power, execution unavailable, emergency stop, a fault while not
 * `ACTIVE`, maintenance, set-up, the execution. Power comes before the emergency stop because a machine that is
 * switched off at night opens that circuit too. Without an execution the others decide, or the state is unknown.
 */
export const mtconnect: Vocabulary = {
  name: 'mtconnect',
  inputs: vocabularyInputs.mtconnect,
  state(input): EquipmentState | undefined {
    const execution = meaning(executions, input['execution']);
    const mode = meaning(modes, input['mode']);
    const functionalMode = meaning(functionalModes, input['functionalMode']);
    const emergencyStop = meaning(emergencyStops, input['emergencyStop']);
    const availability = meaning(availabilities, input['availability']);
    const equipmentMode = meaning(equipmentModes, input['equipmentMode']);
    const wait = meaning(waits, input['waitState']);
    const condition = meaning(conditions, input['condition']?.toLowerCase());
    if (!(execution && mode && functionalMode && emergencyStop)) return undefined;
    if (!(availability && equipmentMode && wait && condition)) return undefined;

    if (availability === 'lost') return 'unknown';
    if (equipmentMode === 'off') return 'offline';
    if (execution === 'lost') return 'unknown';
    if (emergencyStop === 'triggered') return 'fault';
    if (condition === 'fault' && execution !== 'running') return 'fault';
    if (functionalMode === 'maintenance') return 'maintenance';
    if (functionalMode === 'setup' || mode === 'setup') return 'setup';
    if (execution === 'absent') return 'unknown';
    if (execution === 'wait') return wait === 'absent' ? 'idle' : wait;
    return execution;
  },
};
