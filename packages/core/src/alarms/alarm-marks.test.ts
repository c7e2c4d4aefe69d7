import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultAlarmSettings } from '../model/alarm-types.js';
import { alarmPlant } from '../testing/alarm-plant.js';
import { matches, priorityOfCondition } from './condition-handling.js';

const minute = 60_000;
const off = { key: 'logic', level: 'normal' } as const;
const on = { key: 'logic', level: 'fault', code: 'E-1' } as const;

describe('an alarm of the workshop file', () => {
  it('is raised above its limit and returns below its dead-band', () => {
    const { alarms, observe, time } = alarmPlant({
      definitions: [{ id: 'hot', signal: 'temperature', above: 80, deadBand: 5, priority: 'critical' }],
    });
    const states = [80, 80.1, 76, 75, 81].map((value, index) => {
      time.now = index * 1000;
      observe('press/temperature', time.now, value);
      return alarms.get('press/temperature|hot')?.state ?? 'normal';
    });
    assert.deepEqual(states, [
      'normal',
      'unacknowledged',
      'unacknowledged',
      'returnedUnacknowledged',
      'unacknowledged',
    ]);
    assert.equal(alarms.list()[0].priority, 'critical');
    assert.equal(alarms.list()[0].name, 'hot');
  });

  it('stands on several levels of one signal at once', () => {
    const { alarms, observe } = alarmPlant({
      definitions: [
        { id: 'low', signal: 'temperature', below: 10 },
        { id: 'lower', signal: 'temperature', below: 5, priority: 'high' },
      ],
    });
    observe('press/temperature', 0, 7);
    assert.deepEqual(
      alarms.list().map(({ key }) => key),
      ['low'],
    );
    observe('press/temperature', 0, 4);
    assert.deepEqual(
      alarms.list().map(({ key }) => key),
      ['lower', 'low'],
    );
  });

  it('waits for its delays, and a short peak is no alarm', () => {
    const { alarms, observe, time } = alarmPlant({
      definitions: [{ id: 'hot', signal: 'temperature', above: 80, onDelay: 10, offDelay: 20 }],
    });
    observe('press/temperature', 0, 90);
    observe('press/temperature', 9_000, 70);
    time.now = 15_000;
    assert.deepEqual(alarms.list(), []);
    observe('press/temperature', 15_000, 90);
    time.now = 24_999;
    assert.deepEqual(alarms.list(), []);
    time.now = 25_000;
    assert.equal(alarms.list()[0].raisedAt, 25_000);
    observe('press/temperature', 30_000, 70);
    time.now = 49_999;
    assert.equal(alarms.list()[0].active, true);
    time.now = 50_000;
    assert.equal(alarms.list()[0].returnedAt, 50_000);
  });

  it('is raised by a state that lasts, and by a text', () => {
    const { alarms, observe, time } = alarmPlant({
      definitions: [
        { id: 'stopped', signal: 'state', states: ['fault'], onDelay: 300 },
        { id: 'manual', signal: 'mode', values: ['MANUAL'] },
      ],
    });
    observe('press/state', 0, 'fault');
    observe('press/mode', 0, 'MANUAL');
    time.now = 299_999;
    assert.deepEqual(
      alarms.list().map(({ key }) => key),
      ['manual'],
    );
    time.now = 300_000;
    assert.deepEqual(
      alarms.list().map(({ key }) => key),
      ['stopped', 'manual'],
    );
  });

  it('is raised by silence: of a gap at once when it lasts, of a signal that only reports changes not otherwise', () => {
    const { alarms, observe, time } = alarmPlant({
      definitions: [{ id: 'silent', signal: 'temperature', silentFor: 60 }],
    });
    observe('press/temperature', 0, 20);
    time.now = 10 * minute;
    assert.deepEqual(alarms.list(), []);
    observe('press/temperature', 10 * minute, undefined);
    time.now = 11 * minute - 1;
    assert.deepEqual(alarms.list(), []);
    time.now = 11 * minute;
    assert.equal(alarms.list()[0].raisedAt, 11 * minute);
    observe('press/temperature', 12 * minute, 21);
    time.now = 12 * minute;
    assert.equal(alarms.list()[0].active, false);
  });

  it('is suppressed by design while another signal says so, and comes when that ends', () => {
    const { alarms, observe, time } = alarmPlant({
      definitions: [
        {
          id: 'hot',
          signal: 'temperature',
          above: 80,
          suppressedWhile: [{ signal: 'state', states: ['maintenance'] }],
        },
      ],
    });
    observe('press/state', 0, 'maintenance');
    observe('press/temperature', 1000, 90);
    time.now = 1000;
    assert.equal(alarms.list()[0].state, 'suppressedByDesign');
    assert.equal(alarms.worst('press'), undefined);
    observe('press/state', 2000, 'running');
    time.now = 2000;
    assert.equal(alarms.list()[0].state, 'unacknowledged');
    const shown = alarms.events({ from: 0, to: 3000 }).filter(({ annunciated }) => annunciated);
    assert.deepEqual(
      shown.map((event) => [event.time, event.trigger]),
      [[2000, 'unsuppress']],
    );
  });
});

describe('the rules for conditions', () => {
  it('give words, consequence, response and time to respond, key by key from the first that fits', () => {
    const { alarms, report } = alarmPlant({
      conditions: [
        { code: 'E-*', response: 'Call maintenance', equipment: ['line'] },
        {
          key: 'logic',
          priority: 'critical',
          response: 'Do nothing',
          consequence: 'Scrap',
          timeToRespond: 300,
        },
        { text: '*door*', ignored: true },
      ],
    });
    report(0, on);
    report(0, { ...on, code: 'X', text: 'The door is open' });
    const [{ priority, response, consequence, timeToRespond }, ...others] = alarms.list();
    assert.deepEqual(
      { priority, response, consequence, timeToRespond },
      { priority: 'critical', response: 'Call maintenance', consequence: 'Scrap', timeToRespond: 300 },
    );
    assert.deepEqual(others, []);
  });

  it('know one pattern: * stands for any text', () => {
    const rows: readonly (readonly [pattern: string, text: string, fits: boolean])[] = [
      ['E-1', 'E-1', true],
      ['E-1', 'E-12', false],
      ['E-*', 'E-', true],
      ['*', '', true],
      ['*door*open', 'a door is open', true],
      ['*door*open', 'open door', false],
      ['ab*ba', 'aba', false],
      ['a*b*c', 'abbc', true],
      ['a*b*c', 'acb', false],
      ['.*', 'E-1', false],
    ];
    for (const [pattern, text, fits] of rows)
      assert.equal(matches(pattern, text), fits, `${pattern} ${text}`);
  });

  it('take the priority from a severity that is a number, as in OPC UA, else from the level, as in MTConnect', () => {
    const { priorities } = defaultAlarmSettings;
    const rows = [
      ['fault', undefined, 'high'],
      ['warning', undefined, 'low'],
      ['fault', 'HIGH', 'high'],
      ['warning', '', 'low'],
      ['fault', '1', 'low'],
      ['warning', '400', 'low'],
      ['warning', '401', 'medium'],
      ['warning', '601', 'high'],
      ['warning', '1000', 'critical'],
      ['warning', '0', 'low'],
    ] as const;
    for (const [level, severity, priority] of rows) {
      assert.equal(priorityOfCondition({ level, severity }, priorities), priority, `${level} ${severity}`);
    }
  });
});

describe('the marks of an alarm', () => {
  it('first-out is the alarm with which the trouble of a machine began, until all of it has gone', async () => {
    const { alarms, report, time } = alarmPlant();
    report(1000, on);
    report(2000, { ...on, code: 'E-2' });
    report(2000, on, 'mill/conditions');
    time.now = 3000;
    const firsts = () => alarms.list().flatMap(({ id, isFirstOut }) => (isFirstOut ? [id] : []));
    assert.deepEqual(firsts().sort(), ['mill/conditions|logic|E-1', 'press/conditions|logic|E-1']);
    report(4000, { ...off, code: 'E-1' });
    time.now = 5000;
    assert.equal(firsts().includes('press/conditions|logic|E-1'), true);
    await alarms.acknowledge(['press/conditions|logic|E-1']);
    // It has gone; what came after it is not the first because of that.
    assert.deepEqual(firsts(), ['mill/conditions|logic|E-1']);
  });

  it('first-out goes over all machines of a group', () => {
    const { alarms, report, time } = alarmPlant({ groups: [{ id: 'all', equipment: ['line'] }] });
    report(2000, on);
    report(1000, on, 'mill/conditions');
    time.now = 3000;
    assert.deepEqual(
      alarms.list().map(({ equipment, isFirstOut }) => [equipment, isFirstOut]),
      [
        ['press', false],
        ['mill', true],
      ],
    );
  });

  it('chattering is raised three times in a minute, and ends by itself', () => {
    const { alarms, report, time } = alarmPlant();
    for (const at of [0, 20_000, 40_000]) {
      report(at, on);
      if (at < 40_000) report(at + 10_000, off);
    }
    time.now = 39_999;
    assert.equal(alarms.list()[0].isChattering, false);
    time.now = 40_000;
    assert.equal(alarms.list()[0].isChattering, true);
    time.now = 59_999;
    assert.equal(alarms.list()[0].isChattering, true);
    time.now = 60_000;
    assert.equal(alarms.list()[0].isChattering, false);
    assert.equal(alarms.list()[0].occurrences, 3);
  });

  it('fleeting returned within ten seconds', () => {
    const { alarms, report, time } = alarmPlant();
    report(0, on);
    report(9_999, off);
    time.now = 9_999;
    assert.equal(alarms.list()[0].isFleeting, true);
    report(20_000, on);
    report(30_000, off);
    time.now = 30_000;
    assert.equal(alarms.list()[0].isFleeting, false);
  });

  it('stale stands for a day', () => {
    const { alarms, report, time } = alarmPlant();
    report(0, on);
    time.now = 86_399_999;
    assert.equal(alarms.list()[0].isStale, false);
    time.now = 86_400_000;
    assert.equal(alarms.list()[0].isStale, true);
  });
});
