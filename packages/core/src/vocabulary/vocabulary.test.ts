import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { equipmentStates } from '../model/equipment-state.js';
import { vocabularyNamed } from './index.js';
import { packmlVocabulary } from './packml.js';
import { vocabularyInputs, vocabularyNames } from './vocabulary-inputs.js';

/** One row: the words of the inputs in their order (`-` for none, `~` for a blank), and the state; `undefined` is not known. */
type Row = readonly [words: string, state: string | undefined];

function holds(name: string, rows: readonly Row[]): void {
  const vocabulary = vocabularyNamed(name);
  for (const [words, state] of rows) {
    it(`${name}: ${words} means ${state ?? 'nothing it knows'}`, () => {
      const entries = words
        .split(' ')
        .map((word, index) => [vocabulary.inputs[index], word.replaceAll('~', ' ')]);
      const input = Object.fromEntries(entries.filter(([, word]) => word !== '-'));
      assert.equal(vocabulary.state(input), state);
    });
  }
}

/** Each word of a list as the only input. */
function each(words: string, state: string | undefined, rest = ''): Row[] {
  return words.split(' ').map((word) => [word + rest, state]);
}

describe('vocabularies', () => {
  it('are found by name and carry it', () => {
    for (const name of vocabularyNames) {
      assert.equal(vocabularyNamed(name).name, name);
      assert.deepEqual(vocabularyNamed(name).inputs, vocabularyInputs[name]);
    }
  });

  it('refuse a name that is none, and name those that are', () => {
    assert.throws(
      () => vocabularyNamed('packmll'),
      /^RangeError: unknown vocabulary: packmll, allowed: canonical, /,
    );
    assert.throws(() => vocabularyNamed('toString'), RangeError);
  });

  it('say unknown when the source says nothing, and undefined for a word they do not know', () => {
    for (const name of vocabularyNames) {
      const vocabulary = vocabularyNamed(name);
      assert.equal(vocabulary.state({}), 'unknown', name);
      for (const input of vocabulary.inputs) {
        assert.equal(vocabulary.state({ [input]: 'NO_SUCH_WORD' }), undefined, `${name} ${input}`);
        assert.equal(vocabulary.state({ [input]: '' }), undefined, `${name} ${input} empty`);
        assert.equal(vocabulary.state({ [input]: 'constructor' }), undefined, `${name} ${input} constructor`);
      }
    }
  });
});

describe('the canonical vocabulary', () => {
  holds('canonical', [
    ...equipmentStates.map((state): Row => [state, state]),
    ...equipmentStates.map((state): Row => [state.toUpperCase(), state]),
    ['plannedstop', 'plannedStop'],
    ['run', undefined],
  ]);
});

describe('the MTConnect vocabulary', () => {
  const vocabulary = vocabularyNamed('mtconnect');
  const rows: [input: Record<string, string>, state: string | undefined][] = [
    [{ execution: 'ACTIVE' }, 'running'],
    [{ execution: 'READY' }, 'idle'],
    [{ execution: 'INTERRUPTED' }, 'idle'],
    [{ execution: 'FEED_HOLD' }, 'idle'],
    [{ execution: 'STOPPED' }, 'idle'],
    [{ execution: 'OPTIONAL_STOP' }, 'idle'],
    [{ execution: 'PROGRAM_STOPPED' }, 'idle'],
    [{ execution: 'PROGRAM_COMPLETED' }, 'idle'],
    [{ execution: 'PROGRAM_OPTIONAL_STOP' }, 'idle'],
    [{ execution: 'WAIT' }, 'idle'],
    [{ execution: 'UNAVAILABLE' }, 'unknown'],
    [{ execution: 'active' }, undefined],

    [{ execution: 'WAIT', waitState: 'POWERING_UP' }, 'setup'],
    [{ execution: 'WAIT', waitState: 'POWERING_DOWN' }, 'setup'],
    [{ execution: 'WAIT', waitState: 'PART_LOAD' }, 'starved'],
    [{ execution: 'WAIT', waitState: 'PART_UNLOAD' }, 'blocked'],
    [{ execution: 'WAIT', waitState: 'TOOL_LOAD' }, 'running'],
    [{ execution: 'WAIT', waitState: 'TOOL_UNLOAD' }, 'running'],
    [{ execution: 'WAIT', waitState: 'MATERIAL_LOAD' }, 'starved'],
    [{ execution: 'WAIT', waitState: 'MATERIAL_UNLOAD' }, 'blocked'],
    [{ execution: 'WAIT', waitState: 'SECONDARY_PROCESS' }, 'running'],
    [{ execution: 'WAIT', waitState: 'PAUSING' }, 'running'],
    [{ execution: 'WAIT', waitState: 'RESUMING' }, 'running'],
    [{ execution: 'WAIT', waitState: 'UNAVAILABLE' }, 'idle'],
    [{ execution: 'READY', waitState: 'PART_LOAD' }, 'idle'],

    [{ execution: 'ACTIVE', mode: 'AUTOMATIC' }, 'running'],
    [{ execution: 'ACTIVE', mode: 'SEMI_AUTOMATIC' }, 'running'],
    [{ execution: 'ACTIVE', mode: 'FEED_HOLD' }, 'running'],
    [{ execution: 'ACTIVE', mode: 'UNAVAILABLE' }, 'running'],
    [{ execution: 'ACTIVE', mode: 'MANUAL' }, 'setup'],
    [{ execution: 'READY', mode: 'MANUAL_DATA_INPUT' }, 'setup'],
    [{ execution: 'STOPPED', mode: 'EDIT' }, 'setup'],

    [{ execution: 'ACTIVE', functionalMode: 'PRODUCTION' }, 'running'],
    [{ execution: 'ACTIVE', functionalMode: 'SETUP' }, 'setup'],
    [{ execution: 'READY', functionalMode: 'TEARDOWN' }, 'setup'],
    [{ execution: 'ACTIVE', functionalMode: 'PROCESS_DEVELOPMENT' }, 'setup'],
    [{ execution: 'READY', functionalMode: 'MAINTENANCE' }, 'maintenance'],
    [{ execution: 'READY', functionalMode: 'MAINTENANCE', mode: 'MANUAL' }, 'maintenance'],
    [{ execution: 'ACTIVE', functionalMode: 'UNAVAILABLE' }, 'running'],
    [{ functionalMode: 'MAINTENANCE' }, 'maintenance'],

    [{ execution: 'ACTIVE', emergencyStop: 'ARMED' }, 'running'],
    [{ execution: 'ACTIVE', emergencyStop: 'TRIGGERED' }, 'fault'],
    [{ execution: 'READY', emergencyStop: 'TRIGGERED', functionalMode: 'MAINTENANCE' }, 'fault'],
    [{ execution: 'READY', emergencyStop: 'UNAVAILABLE' }, 'idle'],
    [{ execution: 'UNAVAILABLE', emergencyStop: 'TRIGGERED' }, 'unknown'],
    [{ emergencyStop: 'TRIGGERED' }, 'fault'],
    [{ emergencyStop: 'ARMED' }, 'unknown'],

    [{ execution: 'ACTIVE', availability: 'AVAILABLE' }, 'running'],
    [{ execution: 'ACTIVE', availability: 'UNAVAILABLE' }, 'unknown'],
    [{ availability: 'UNAVAILABLE', equipmentMode: 'OFF' }, 'unknown'],

    [{ execution: 'READY', equipmentMode: 'ON' }, 'idle'],
    [{ execution: 'READY', equipmentMode: 'OFF' }, 'offline'],
    [{ execution: 'UNAVAILABLE', equipmentMode: 'OFF' }, 'offline'],
    [{ emergencyStop: 'TRIGGERED', equipmentMode: 'OFF' }, 'offline'],
    [{ execution: 'READY', equipmentMode: 'UNAVAILABLE' }, 'idle'],

    [{ execution: 'INTERRUPTED', condition: 'Fault' }, 'fault'],
    [{ execution: 'READY', condition: 'FAULT' }, 'fault'],
    [{ execution: 'WAIT', condition: 'fault' }, 'fault'],
    [{ execution: 'ACTIVE', condition: 'Fault' }, 'running'],
    [{ execution: 'ACTIVE', condition: 'Fault', mode: 'MANUAL' }, 'setup'],
    [{ execution: 'ACTIVE', condition: 'Warning' }, 'running'],
    [{ execution: 'READY', condition: 'Normal' }, 'idle'],
    [{ execution: 'READY', condition: 'Unavailable' }, 'idle'],
    [{ execution: 'UNAVAILABLE', condition: 'Fault' }, 'unknown'],
    [{ execution: 'ACTIVE', mode: 'AUTO' }, undefined],
  ];
  for (const [input, state] of rows) {
    it(`mtconnect: ${Object.entries(input).flat().join(' ')} means ${state ?? 'nothing it knows'}`, () => {
      assert.equal(vocabulary.state(input), state);
    });
  }
});

describe('the vocabulary of OPC UA for Machinery', () => {
  holds('machinery', [
    ['Executing', 'running'],
    ['Executing Processing', 'running'],
    ['Executing None', 'running'],
    ['Executing Setup', 'setup'],
    ['Executing Maintenance', 'maintenance'],
    ['NotExecuting', 'idle'],
    ['2 3', 'idle'],
    ['3 2', 'setup'],
    ['0', 'offline'],
    ['1 0', 'fault'],
    ['NotExecuting Processing', 'idle'],
    ['NotExecuting None', 'idle'],
    ['NotExecuting Setup', 'setup'],
    ['NotExecuting Maintenance', 'maintenance'],
    ['OutOfService', 'fault'],
    ['OutOfService Processing', 'fault'],
    ['OutOfService None', 'fault'],
    ['OutOfService Setup', 'fault'],
    ['OutOfService Maintenance', 'maintenance'],
    ['NotAvailable', 'offline'],
    ['NotAvailable Processing', 'offline'],
    ['NotAvailable None', 'offline'],
    ['NotAvailable Setup', 'offline'],
    ['NotAvailable Maintenance', 'maintenance'],
    ['- Maintenance', 'maintenance'],
    ['- Setup', 'unknown'],
  ]);
});

const packmlRows: readonly Row[] = [
  ...each('Execute Completing Unholding Unsuspending', 'running'),
  ...each('Starting Resetting', 'setup'),
  ...each('Idle Complete Stopped Stopping Holding Held Suspending Suspended', 'idle'),
  ...each('Aborting Aborted Clearing', 'fault'),
  ...each('Running Cleared', undefined),
  ...each('Holding Held', 'fault', ' - equipment'),
  ...each('Holding Held', 'fault', ' - EquipmentFailure'),
  ...each('Holding Held', 'idle', ' - operator'),
  ...each('Suspending Suspended', 'starved', ' - upstream'),
  ...each('Suspending Suspended', 'starved', ' - LackBranchLine'),
  ...each('Suspending Suspended', 'blocked', ' - downstream'),
  ...each('Suspending Suspended', 'blocked', ' - Tailback'),
  ...each('Execute', 'running', ' Production'),
  ...each('Execute Idle Held', 'maintenance', ' Maintenance'),
  ...each('Execute Idle Held', 'maintenance', ' 2'),
  ...each('Execute Idle Held', 'setup', ' Manual'),
  ...each('Execute Idle Held', 'setup', ' 3'),
  ...each('Execute', 'running', ' 0'),
  ...each('Execute', 'running', ' Invalid'),
  ...each('Execute', 'running', ' 4'),
  ...each('Execute', 'running', ' 31'),
  ...each('Execute', undefined, ' 04'),
  ['Aborted Maintenance', 'fault'],
  ['Held Maintenance equipment', 'fault'],
  ['Execute Production upstream', 'running'],
  ['- Maintenance', 'maintenance'],
  ['- Production', 'unknown'],
];

describe('the PackML vocabulary', () => {
  holds('packml', [
    ...packmlRows,
    ...each('6 16 12 14', 'running'),
    ...each('3 15', 'setup'),
    ...each('4 17 2 7 10 11 13 5', 'idle'),
    ...each('8 9 1', 'fault'),
    ...each('0 18 19', undefined),
    ['5 1 upstream', 'starved'],
    ['13 1 downstream', 'blocked'],
    ['11 1 equipment', 'fault'],
  ]);

  it('can be made with the numbering of another library', () => {
    const acme = packmlVocabulary('packml-acme', { Execute: 100 });
    assert.equal(acme.state({ state: '100' }), 'running');
    assert.equal(acme.state({ state: '6' }), undefined);
    assert.throws(
      () => packmlVocabulary('packml-acme', { Executing: 1 }),
      /^RangeError: invalid word: Executing/,
    );
  });
});

describe('the PackML vocabulary of OPC 30060', () => {
  holds('packml-30060', [
    ...packmlRows,
    ...each('4 5 16 13', 'running'),
    ...each('3 1', 'setup'),
    ...each('2 6 0 9 14 15 11 12', 'idle'),
    ...each('7 8 10', 'fault'),
    ...each('17 18', undefined),
    ['12 1 upstream', 'starved'],
    ['15 1 equipment', 'fault'],
  ]);
});

describe('the SEMI E10 vocabulary', () => {
  holds('semi-e10', [
    ...each('PRD Productive 1', 'running'),
    ...each('SBY Standby 2', 'idle'),
    ...each('ENG Engineering 3', 'setup'),
    ...each('SDT Scheduled~downtime 4', 'maintenance'),
    ...each('UDT Unscheduled~downtime 5', 'fault'),
    ...each('NST Non-scheduled~time 6', 'plannedStop'),
    ...each('0 7', undefined),
    ['SBY upstream', 'starved'],
    ['SBY downstream', 'blocked'],
    ['SDT setup', 'setup'],
    ['SDT equipment', 'maintenance'],
    ['NST power', 'offline'],
    ['PRD upstream', 'running'],
  ]);
});

describe('the Weihenstephan vocabulary', () => {
  holds('weihenstephan', [
    ...each('Execute Completing Unholding Unsuspending', 'running', ' Production'),
    ...each('Execute', 'running'),
    ...each('Execute', 'running', ' 1'),
    ...each('Execute Idle', 'setup', ' StartUp'),
    ...each('Execute Idle', 'setup', ' 2'),
    ...each('Execute Idle', 'setup', ' RunDown'),
    ...each('Execute Idle', 'setup', ' 4'),
    ...each('Execute Idle', 'setup', ' Clean'),
    ...each('Execute Idle', 'setup', ' 8'),
    ...each('Execute Idle', 'setup', ' Changeover'),
    ...each('Execute Idle', 'setup', ' 16'),
    ...each('Execute Idle', 'setup', ' 9'),
    ...each('Prepared Idle Held Suspended', 'idle', ' Production'),
    ...each('Lack LackBranchLine', 'starved', ' Production'),
    ...each('Tailback TailbackBranchLine', 'blocked', ' Production'),
    ...each('EquipmentFailure ExternalFailure Aborted', 'fault', ' Production'),
    ...each('Execute Idle', 'maintenance', ' Maintenance'),
    ...each('Execute Idle', 'maintenance', ' 32'),
    ...each('Execute Idle', 'maintenance', ' 40'),
    ...each('Idle Stopped EquipmentFailure', 'plannedStop', ' Break'),
    ...each('Idle', 'plannedStop', ' 64'),
    ...each('Execute', 'running', ' Break'),
    ...each('Execute Idle', 'unknown', ' Undefined'),
    ...each('Execute', 'unknown', ' 0'),
    ...each('EquipmentFailure', 'fault', ' Undefined'),
    ...each('EquipmentFailure', 'fault', ' Maintenance'),
    ...each('Execute', undefined, ' 128'),
    ...each('Execute', undefined, ' -1'),
    ['- Maintenance', 'maintenance'],
  ]);
});

describe('the Euromap vocabulary', () => {
  holds('euromap', [
    ...each('AUTOMATIC 1 SEMI_AUTOMATIC 2', 'running', ' true'),
    ...each('AUTOMATIC 1 SEMI_AUTOMATIC 2', 'idle', ' false'),
    ...each('AUTOMATIC 1 SEMI_AUTOMATIC 2', 'unknown'),
    ...each('AUTOMATIC 1', 'running', ' 1'),
    ...each('AUTOMATIC 1', 'idle', ' 0'),
    ...each('MANUAL 3 SETUP 4', 'setup'),
    ...each('SLEEP 5', 'offline'),
    ...each('OTHER 0', 'unknown'),
    ...each('6', undefined),
    ...each('AUTOMATIC MANUAL SLEEP OTHER', 'fault', ' - true'),
    ['AUTOMATIC TRUE FALSE', 'running'],
  ]);
});
