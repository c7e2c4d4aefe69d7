import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultAlarmSettings } from './alarm-types.js';
import { parseWorkshop, problemText, readWorkshop } from './workshop.js';

const file = () => ({
  id: 'w',
  equipment: [
    { id: 'line', level: 'workCenter' },
    { id: 'press', level: 'workUnit', parent: 'line' },
  ],
  alarms: {
    definitions: [
      {
        id: 'hot',
        signal: 'temperature',
        equipment: ['line'],
        above: 80,
        deadBand: 2,
        suppressedWhile: [{ signal: 'state', states: ['maintenance'] }],
      },
      { id: 'stopped', signal: 'state', states: ['fault'], onDelay: 60 },
      { id: 'silent', signal: 'power', silentFor: 60 },
    ],
    conditions: [{ key: 'logic', code: 'E-*', priority: 'critical' }],
    groups: [{ id: 'line', equipment: ['line'] }],
    limits: { floodBegin: 8 },
  } as Record<string, unknown>,
});

describe('the alarms of a workshop file', () => {
  it('are read with their defaults', () => {
    const { alarms } = parseWorkshop(file());
    assert.equal(alarms?.definitions.length, 3);
    assert.deepEqual(alarms?.definitions[1], {
      id: 'stopped',
      signal: 'state',
      states: ['fault'],
      onDelay: 60,
    });
    assert.equal(alarms?.maximumShelving, 28_800);
    assert.deepEqual(alarms?.priorities, defaultAlarmSettings.priorities);
    assert.deepEqual(alarms?.limits, { ...defaultAlarmSettings.limits, floodBegin: 8 });
  });

  it('are not there where the file does not say them', () => {
    assert.equal(parseWorkshop({ ...file(), alarms: undefined }).alarms, undefined);
  });

  it('are all defaults where the file says nothing of them', () => {
    assert.deepEqual(parseWorkshop({ ...file(), alarms: {} }).alarms, defaultAlarmSettings);
  });

  const mistakes: readonly (readonly [
    title: string,
    path: string,
    value: unknown,
    problem: string,
    left: string,
  ])[] = [
    [
      'a signal that is not there',
      'definitions.0.signal',
      'temprature',
      'alarms.definitions[0].signal: found "temprature", allowed: the name of a signal (did you mean temperature?)',
      'stopped, silent',
    ],
    [
      'a limit that is no number',
      'definitions.0.above',
      '80',
      'alarms.definitions[0].above: found "80", allowed: a number',
      'stopped, silent',
    ],
    [
      'limits between which nothing is right',
      'definitions.0.below',
      81,
      'alarms.definitions[0].below: found 81, allowed: a number up to above, 80: else it is always true',
      'stopped, silent',
    ],
    [
      'a test that the kind of the signal does not have',
      'definitions.1.above',
      3,
      'alarms.definitions[1].above: found 3, allowed: nothing, as this signal is a state',
      'hot, silent',
    ],
    [
      'silence beside another test',
      'definitions.2.above',
      3,
      'alarms.definitions[2]: found {"id":"silent","signal":"power","silentFor":60,"above":3}, allowed: either silentFor or another test',
      'hot, stopped',
    ],
    [
      'an id told twice',
      'definitions.1.id',
      'hot',
      'alarms.definitions[1].id: found "hot", allowed: an id that no other alarm has',
      'hot, silent',
    ],
    [
      'equipment that is not there, without making the alarm one of all',
      'definitions.0.equipment.0',
      'lin',
      'alarms.definitions[0].equipment[0]: found "lin", allowed: the id of an equipment (did you mean line?)',
      'hot, stopped, silent',
    ],
    [
      'a suppression by a signal that is not there',
      'definitions.0.suppressedWhile.0.signal',
      'stat',
      'alarms.definitions[0].suppressedWhile[0].signal: found "stat", allowed: the name of a signal (did you mean state?)',
      'stopped, silent',
    ],
    [
      'a flood that would end above its begin',
      'limits.floodEnd',
      9,
      'alarms.limits.floodEnd: found 9, allowed: a number up to floodBegin, 8',
      'hot, stopped, silent',
    ],
  ];
  for (const [title, path, value, problem, left] of mistakes) {
    it(`refuse ${title}`, () => {
      const json = file();
      const keys = path.split('.');
      const last = keys.pop() as string;
      let parent: Record<string, unknown> = json.alarms;
      for (const key of keys) parent = parent[key] as Record<string, unknown>;
      parent[last] = value;
      const { workshop, problems } = readWorkshop(json);
      assert.deepEqual(problems.map(problemText), [problem]);
      assert.equal(workshop?.alarms?.definitions.map(({ id }) => id).join(', '), left);
    });
  }

  it('leave out a rule whose key is wrong, as it would fit more than it was meant to', () => {
    const json = file();
    json.alarms['conditions'] = [{ key: 3, priority: 'critical' }, { code: 'E-1' }];
    const { workshop, problems } = readWorkshop(json);
    assert.deepEqual(problems.map(problemText), ['alarms.conditions[0].key: found 3, allowed: text']);
    assert.deepEqual(workshop?.alarms?.conditions, [{ code: 'E-1' }]);
  });
});
