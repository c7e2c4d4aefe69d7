import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EquipmentTree } from './equipment-tree.js';
import { parseWorkshop, readWorkshop, readWorkshopText, WorkshopError } from './workshop.js';

/** The example of the guide. */
function example() {
  return {
    $schema: 'https://twinfloor.dev/schema/workshop-1.json',
    id: 'hangzhou-1',
    name: { en: 'Press shop', zh: '冲压车间' },
    timeZone: 'Asia/Shanghai',
    equipment: [
      { id: 'line-a', level: 'workCenter', name: 'Line A' },
      { id: 'press-01', level: 'workUnit', parent: 'line-a', type: 'press', placement: { x: 4, y: 2 } },
    ],
    calendar: { shifts: [{ name: 'early', from: '06:00', to: '14:00' }] },
    connectors: [
      {
        type: 'mtconnect',
        url: 'http://agent.local:5000',
        device: 'Mazak',
        bindings: [{ signal: 'press-01/state', from: 'execution', vocabulary: 'mtconnect' }],
      },
    ],
  };
}

describe('readWorkshop()', () => {
  it('reads the example and fills in the defaults', () => {
    const { workshop, problems } = readWorkshop(example());
    assert.deepEqual(problems, []);
    assert.deepEqual(workshop, {
      id: 'hangzhou-1',
      name: { en: 'Press shop', zh: '冲压车间' },
      timeZone: 'Asia/Shanghai',
      equipment: [
        { id: 'line-a', level: 'workCenter', name: 'Line A' },
        {
          id: 'press-01',
          name: 'press-01',
          level: 'workUnit',
          parent: 'line-a',
          type: 'press',
          placement: { x: 4, y: 2 },
        },
      ],
      products: [],
      calendar: {
        shifts: [
          {
            name: 'early',
            from: '06:00',
            to: '14:00',
            days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
            breaks: [],
          },
        ],
        plannedStops: [],
        holidays: [],
        dayStart: '06:00',
      },
      energy: {
        carriers: [{ id: 'electricity', name: { en: 'Electricity', zh: '电' }, unit: 'kWh' }],
        meters: [],
        demandInterval: 15,
        tariffs: [],
        emissionFactors: [],
      },
      targets: { production: {} },
      connectors: [
        {
          type: 'mtconnect',
          id: 'mtconnect-1',
          bindings: [{ signal: 'press-01/state', from: 'execution', vocabulary: 'mtconnect' }],
          settings: { url: 'http://agent.local:5000', device: 'Mazak' },
        },
      ],
      signals: [],
    });
  });

  it('reads the smallest workshop', () => {
    const workshop = parseWorkshop({ id: 'w', equipment: [{ id: 'm', level: 'workUnit' }] });
    assert.equal(workshop.timeZone, 'UTC');
    assert.equal(workshop.calendar.dayStart, '00:00');
    assert.deepEqual(workshop.name, 'w');
  });

  it('takes a meter to measure its parent, and a standard signal to be of its kind', () => {
    const workshop = parseWorkshop({
      ...example(),
      equipment: [
        ...example().equipment,
        { id: 'meter-1', level: 'workUnit', parent: 'line-a', type: 'meter' },
      ],
      energy: {
        carriers: [{ id: 'gas', unit: 'm³' }],
        meters: [{ equipment: 'meter-1' }, { equipment: 'meter-1', carrier: 'gas', measures: ['press-01'] }],
      },
      signals: [{ name: 'goodCount', modulus: 10000 }],
    });
    assert.deepEqual(workshop.energy.meters, [
      { equipment: 'meter-1', carrier: 'electricity', measures: ['line-a'] },
      { equipment: 'meter-1', carrier: 'gas', measures: ['press-01'] },
    ]);
    assert.equal(workshop.energy.carriers[1].name, 'gas');
    assert.deepEqual(workshop.signals, [{ name: 'goodCount', kind: 'counter', modulus: 10000 }]);
  });

  it('lets an entry for a standard signal keep what it does not say', () => {
    const { signals } = parseWorkshop({
      ...example(),
      signals: [
        { name: 'energy', modulus: 1e6 },
        { name: 'power', unit: 'W' },
        { name: 'pressure', kind: 'number' },
      ],
    });
    assert.deepEqual(signals, [
      { name: 'energy', kind: 'counter', unit: 'kWh', modulus: 1e6 },
      { name: 'power', kind: 'number', unit: 'W' },
      { name: 'pressure', kind: 'number' },
    ]);
  });

  it('keeps all settings of a connector type of the host, and gives connectors ids of their own', () => {
    const workshop = parseWorkshop({
      ...example(),
      connectors: [
        { type: 'acme', id: 'replay-2', anything: { goes: [1, null] } },
        { type: 'replay', recording: 'mill.jsonl', align: 'P7D', position: '2016-10-25T12:50:30.403Z' },
        {
          type: 'mqtt',
          url: 'wss://broker/mqtt',
          topics: ['plant/{equipment}/{signal}'],
          payload: { value: '/v' },
        },
      ],
    });
    assert.deepEqual(
      workshop.connectors.map(({ id }) => id),
      ['replay-2', 'replay-3', 'mqtt-3'],
    );
    assert.deepEqual(workshop.connectors[0].settings, { anything: { goes: [1, null] } });
  });

  it('warns of shifts without a time zone, and takes UTC', () => {
    const { workshop, problems } = readWorkshop({ ...example(), timeZone: undefined });
    assert.equal(workshop?.timeZone, 'UTC');
    assert.deepEqual(problems, [
      {
        path: 'timeZone',
        found: 'nothing',
        allowed: 'an IANA time zone, e.g. Asia/Shanghai',
        hint: 'without it the shifts are in UTC',
        severity: 'warning',
      },
    ]);
    assert.doesNotThrow(() => parseWorkshop({ ...example(), timeZone: undefined }));
  });

  it('leaves what it is given unchanged', () => {
    const json = { ...example(), nmae: 'x', products: [{ id: 'p', idealCycle: { 'press-09': 1 } }] };
    const before = structuredClone(json);
    readWorkshop(json);
    assert.deepEqual(json, before);
  });
});

/** A mistake in the example: what is put where, and the problem that it is: path, found, allowed, hint. */
type Case = readonly [
  title: string,
  change: (json: ReturnType<typeof example> & Record<string, unknown>) => void,
  problem: readonly [path: string, found: string, allowed: string, hint?: string],
];

const idAllowed = 'text without blanks and without / + #';
const equipmentAllowed = 'the id of an equipment';
const isoAllowed = 'an ISO 8601 time with zone, e.g. 2026-05-04T06:00:00+08:00';
const textAllowed = 'text, or texts by language: { "en": …, "zh": … }';
const power = (more: object): object => ({ signal: 'press-01/power', from: 'Wact', ...more });
const durationAllowed = 'an ISO 8601 duration of weeks to seconds, e.g. P1D';
const levels = 'enterprise, site, area, workCenter, workUnit';
const equipmentKeys =
  'id, name, level, type, parent, placement, floor, feeds, idealCycle, ratedPower, numericallyControlled, manufacturer, modelName, serialNumber';
const standardNames =
  'state, execution, mode, reason, order, product, program, producedCount, goodCount, scrapCount, reworkCount, scrapReason, ' +
  'comment, orderQuantity, cycleTime, bufferCount, level, positionX, positionY, heading, energy, power, temperature, conditions';

type Entry = Record<string, unknown>;

function press(json: { equipment: object[] }): Entry {
  return json.equipment[1] as Entry;
}
function shift(json: ReturnType<typeof example>): Entry {
  return json.calendar.shifts[0] as Entry;
}
function connector(json: { connectors: object[] }): Entry {
  return json.connectors[0] as Entry;
}
function binding(json: ReturnType<typeof example>): Entry {
  return json.connectors[0].bindings[0] as Entry;
}

const cases: readonly Case[] = [
  [
    'an unknown key of the file',
    (json) => (json['conectors'] = []),
    [
      'conectors',
      'the unknown key "conectors"',
      '$schema, id, name, timeZone, equipment, products, calendar, energy, targets, losses, characteristics, alarms, connectors, signals, words',
      'did you mean connectors?',
    ],
  ],
  [
    'an unknown key of an equipment',
    (json) => (press(json)['idealCyle'] = 12),
    ['equipment[1].idealCyle', 'the unknown key "idealCyle"', equipmentKeys, 'did you mean idealCycle?'],
  ],
  [
    'an unknown key that is like no other',
    (json) => (press(json)['colour'] = 'red'),
    ['equipment[1].colour', 'the unknown key "colour"', equipmentKeys],
  ],
  ['an empty id', (json) => (json.id = ''), ['id', '""', idAllowed]],
  [
    'a flow of material to nowhere',
    (json) => (press(json)['feeds'] = ['press-1']),
    ['equipment[1].feeds[0]', '"press-1"', equipmentAllowed, 'did you mean press-01?'],
  ],
  [
    'a floor without a size',
    (json) => (press(json)['floor'] = { width: 0, depth: 10 }),
    ['equipment[1].floor.width', '0', 'metres above 0'],
  ],
  [
    'an aisle of one point',
    (json) => (press(json)['floor'] = { width: 9, depth: 9, aisles: [{ points: [[1, 2]] }] }),
    ['equipment[1].floor.aisles[0].points', '[[1,2]]', 'a list of two points or more: [[x, y], [x, y]]'],
  ],
  [
    'a zone of equipment that is not there',
    (json) =>
      (press(json)['floor'] = {
        width: 9,
        depth: 9,
        zones: [{ equipment: 'line-b', x: 0, y: 0, width: 2, depth: 2 }],
      }),
    ['equipment[1].floor.zones[0].equipment', '"line-b"', equipmentAllowed, 'did you mean line-a?'],
  ],
  [
    'a view of equipment that is not there',
    (json) =>
      (press(json)['floor'] = { width: 9, depth: 9, views: [{ name: 'Press', equipment: 'press-02' }] }),
    ['equipment[1].floor.views[0].equipment', '"press-02"', equipmentAllowed, 'did you mean press-01?'],
  ],
  [
    'a view from below the floor',
    (json) => (press(json)['floor'] = { width: 9, depth: 9, views: [{ name: 'Below', elevation: -10 }] }),
    ['equipment[1].floor.views[0].elevation', '-10', 'degrees from 8 to 87'],
  ],
  [
    'a tariff without a currency',
    (json) => (json['energy'] = { tariffs: [{ currency: '¥', bands: [] }] }),
    ['energy.tariffs[0].currency', '"¥"', 'an ISO 4217 currency, e.g. CNY'],
  ],
  [
    'two tariffs of one date',
    (json) =>
      (json['energy'] = {
        tariffs: [
          { currency: 'CNY', bands: [], validFrom: '2026-01-01' },
          { currency: 'CNY', bands: [], validFrom: '2026-01-01' },
        ],
      }),
    ['energy.tariffs[1].validFrom', '"2026-01-01"', 'a date on which no other tariff begins'],
  ],
  [
    'a band that no tariff has',
    (json) =>
      (json['energy'] = { tariffs: [{ currency: 'CNY', bands: [{ band: 'low', price: 1, hours: [] }] }] }),
    ['energy.tariffs[0].bands[0].band', '"low"', 'sharp, peak, flat, valley, deepValley'],
  ],
  [
    'an emission factor of an unknown carrier',
    (json) => (json['energy'] = { emissionFactors: [{ carrier: 'steam', factor: 0.2 }] }),
    ['energy.emissionFactors[0].carrier', '"steam"', 'electricity'],
  ],
  [
    'a production target of equipment that is not there',
    (json) => (json['targets'] = { production: { 'press-1': 20 } }),
    ['targets.production.press-1', '"press-1"', equipmentAllowed, 'did you mean press-01?'],
  ],
  [
    'an id that cannot be part of an address',
    (json) => json.equipment.push({ id: 'a/b', level: 'workUnit', name: 'x' }),
    ['equipment[2].id', '"a/b"', idAllowed],
  ],
  ['a name that is no text', (json) => (press(json)['name'] = 7), ['equipment[1].name', '7', textAllowed]],
  [
    'a name without a language',
    (json) => (press(json)['name'] = {}),
    ['equipment[1].name', '{}', textAllowed],
  ],
  [
    'a language tag that is none',
    (json) => (press(json)['name'] = { 'zh CN': '压力机' }),
    ['equipment[1].name["zh CN"]', '"zh CN"', 'a language tag, e.g. zh-CN'],
  ],
  [
    'an unknown level',
    (json) => (press(json)['level'] = 'workunit'),
    ['equipment[1].level', '"workunit"', levels, 'did you mean workUnit?'],
  ],
  ['a missing level', (json) => delete press(json)['level'], ['equipment[1].level', 'nothing', levels]],
  [
    'an equipment that is none',
    (json) => json.equipment.push('press-02' as never),
    ['equipment[2]', '"press-02"', 'an object'],
  ],
  [
    'an equipment that is a list',
    (json) => json.equipment.push([] as never),
    ['equipment[2]', '[]', 'an object'],
  ],
  [
    'an id that comes twice',
    (json) => json.equipment.push({ id: 'line-a', level: 'area', name: 'x' }),
    ['equipment[2].id', '"line-a"', 'an id that no other equipment has'],
  ],
  [
    'an unknown parent',
    (json) => (press(json)['parent'] = 'line-b'),
    ['equipment[1].parent', '"line-b"', equipmentAllowed, 'did you mean line-a?'],
  ],
  [
    'a parent that is the equipment itself',
    (json) => (press(json)['parent'] = 'press-01'),
    ['equipment[1].parent', '"press-01"', 'a parent that does not itself belong to this equipment'],
  ],
  [
    'parents in a circle',
    (json) => ((json.equipment[0] as Entry)['parent'] = 'press-01'),
    ['equipment[0].parent', '"press-01"', 'a parent that does not itself belong to this equipment'],
  ],
  [
    'a parent of the same level',
    (json) =>
      json.equipment.push({ id: 'line-b', level: 'workCenter', parent: 'line-a', name: 'B' } as never),
    [
      'equipment[2].parent',
      '"line-a" of the level workCenter',
      'an equipment of the level enterprise, site, area',
    ],
  ],
  [
    'a parent below its child',
    (json) => json.equipment.push({ id: 'all', level: 'enterprise', parent: 'line-a', name: 'A' } as never),
    ['equipment[2].parent', '"line-a" of the level workCenter', 'no parent'],
  ],
  [
    'a placement without y',
    (json) => (press(json)['placement'] = { x: 1 }),
    ['equipment[1].placement.y', 'nothing', 'a number of metres'],
  ],
  [
    'an ideal cycle of 0',
    (json) => (press(json)['idealCycle'] = 0),
    ['equipment[1].idealCycle', '0', 'seconds above 0'],
  ],
  [
    'a rated power in words',
    (json) => (press(json)['ratedPower'] = '7.5 kW'),
    ['equipment[1].ratedPower', '"7.5 kW"', 'kW above 0'],
  ],
  [
    'a time zone that does not exist',
    (json) => (json.timeZone = 'Asia/Hangzhou'),
    ['timeZone', '"Asia/Hangzhou"', 'an IANA time zone, e.g. Asia/Shanghai'],
  ],
  [
    'a product of an unknown equipment',
    (json) => (json['products'] = [{ id: 'door', idealCycle: { 'press-1': 12 } }]),
    ['products[0].idealCycle.press-1', '"press-1"', equipmentAllowed, 'did you mean press-01?'],
  ],
  [
    'an ideal cycle of a product that is no number',
    (json) => (json['products'] = [{ id: 'door', idealCycle: { 'press-01': '12' } }]),
    ['products[0].idealCycle.press-01', '"12"', 'seconds above 0'],
  ],
  [
    'a product id that comes twice',
    (json) => (json['products'] = [{ id: 'door' }, { id: 'door' }]),
    ['products[1].id', '"door"', 'an id that no other product has'],
  ],
  [
    'a shift time that is none',
    (json) => (shift(json)['from'] = '6:00'),
    ['calendar.shifts[0].from', '"6:00"', 'HH:MM from 00:00 to 23:59'],
  ],
  [
    'a shift that ends after 24:00',
    (json) => (shift(json)['to'] = '24:30'),
    ['calendar.shifts[0].to', '"24:30"', 'HH:MM from 00:00 to 24:00'],
  ],
  [
    'a day that is none',
    (json) => (shift(json)['days'] = ['mon', 'tues']),
    ['calendar.shifts[0].days[1]', '"tues"', 'mon, tue, wed, thu, fri, sat, sun', 'did you mean tue?'],
  ],
  [
    'a break outside its shift',
    (json) => (shift(json)['breaks'] = [{ from: '13:45', to: '14:15' }]),
    ['calendar.shifts[0].breaks[0]', '"13:45–14:15"', 'a break within the shift: 06:00–14:00'],
  ],
  [
    'a holiday that does not exist',
    (json) => ((json.calendar as Entry)['holidays'] = ['2026-05-01', '2026-02-30']),
    ['calendar.holidays[1]', '"2026-02-30"', 'a date: YYYY-MM-DD'],
  ],
  [
    'a planned stop without a zone',
    (json) =>
      ((json.calendar as Entry)['plannedStops'] = [{ from: '2026-05-04T06:00', to: '2026-05-04T07:00Z' }]),
    ['calendar.plannedStops[0].from', '"2026-05-04T06:00"', isoAllowed],
  ],
  [
    'a planned stop that runs backwards',
    (json) =>
      ((json.calendar as Entry)['plannedStops'] = [{ from: '2026-05-04T06:00Z', to: '2026-05-03T06:00Z' }]),
    ['calendar.plannedStops[0].to', '"2026-05-03T06:00Z"', 'a time after 2026-05-04T06:00Z'],
  ],
  [
    'a planned stop of an unknown equipment',
    (json) =>
      ((json.calendar as Entry)['plannedStops'] = [
        { from: '2026-05-04T06:00Z', to: '2026-05-04T07:00Z', equipment: ['line-a', 'line-x'] },
      ]),
    ['calendar.plannedStops[0].equipment[1]', '"line-x"', equipmentAllowed, 'did you mean line-a?'],
  ],
  [
    'a start of the day that is none',
    (json) => ((json.calendar as Entry)['dayStart'] = 6),
    ['calendar.dayStart', '6', 'HH:MM from 00:00 to 23:59'],
  ],
  [
    'a meter that is no equipment',
    (json) => (json['energy'] = { meters: [{ equipment: 'main-meter' }] }),
    ['energy.meters[0].equipment', '"main-meter"', equipmentAllowed],
  ],
  [
    'a meter of an unknown carrier',
    (json) =>
      (json['energy'] = {
        carriers: [{ id: 'gas', unit: 'm³' }],
        meters: [{ equipment: 'press-01', carrier: 'steam' }],
      }),
    ['energy.meters[0].carrier', '"steam"', 'electricity, gas'],
  ],
  [
    'a meter that measures nothing',
    (json) => (json['energy'] = { meters: [{ equipment: 'line-a' }] }),
    ['energy.meters[0].measures', 'nothing', 'a list of equipment ids, as the meter has no parent'],
  ],
  [
    'a demand interval of half a minute',
    (json) => (json['energy'] = { demandInterval: 0.5 }),
    ['energy.demandInterval', '0.5', 'whole minutes from 1 to 1440'],
  ],
  [
    'a target in percent',
    (json) => (json['targets'] = { oee: 85 }),
    ['targets.oee', '85', 'a fraction above 0, at most 1'],
  ],
  [
    'a signal without a kind',
    (json) => (json['signals'] = [{ name: 'pressure', unit: 'bar' }]),
    ['signals[0].kind', 'nothing', 'state, counter, number, text, condition'],
  ],
  [
    'a standard signal of another kind',
    (json) => (json['signals'] = [{ name: 'power', kind: 'counter' }]),
    ['signals[0].kind', '"counter"', 'number, as of every power'],
  ],
  [
    'a modulus of what does not count',
    (json) => (json['signals'] = [{ name: 'power', modulus: 1000 }]),
    ['signals[0].modulus', '1000', 'nothing, as this signal is no counter'],
  ],
  [
    'a signal told twice',
    (json) => (json['signals'] = [{ name: 'power', unit: 'W' }, { name: 'power' }]),
    ['signals[1].name', '"power"', 'a name that no other entry has for this equipment'],
  ],
  [
    'a connector without a type',
    (json) => delete connector(json)['type'],
    [
      'connectors[0].type',
      'nothing',
      'aas, history, mtconnect, mqtt, opcua-json, replay, rest, simulator, sparkplug, sse, store, websocket, or a type that the host registered',
    ],
  ],
  [
    'a connector without its address',
    (json) => delete connector(json)['url'],
    ['connectors[0].url', 'nothing', 'http://…, https://… or an address relative to the page'],
  ],
  [
    'an unknown key of a built-in connector',
    (json) => (connector(json)['devise'] = 'Mazak'),
    [
      'connectors[0].devise',
      'the unknown key "devise"',
      'type, id, name, bindings, url, device, interval, count, heartbeat, format, streaming, past',
      'did you mean device?',
    ],
  ],
  [
    'an MQTT address that is no WebSocket',
    (json) => json.connectors.push({ type: 'mqtt', url: 'mqtt://broker', topics: ['a'] } as never),
    ['connectors[1].url', '"mqtt://broker"', 'ws://… or wss://…, without user name and password'],
  ],
  [
    'a JSON pointer that is none',
    (json) =>
      json.connectors.push({ type: 'mqtt', url: 'ws://b', topics: ['a'], payload: { value: 'v' } } as never),
    ['connectors[1].payload.value', '"v"', 'a JSON pointer: empty, or parts that each begin with /'],
  ],
  [
    'a quality of service of 2',
    (json) => json.connectors.push({ type: 'mqtt', url: 'ws://b', topics: ['a'], qos: 2 } as never),
    ['connectors[1].qos', '2', '0 or 1'],
  ],
  [
    'a replay that is too fast',
    (json) => json.connectors.push({ type: 'replay', recording: 'mill.jsonl', speed: 5000 } as never),
    ['connectors[1].speed', '5000', 'a number from 1 to 3600'],
  ],
  [
    'a replay that is aligned to no duration',
    (json) => json.connectors.push({ type: 'replay', recording: 'mill.jsonl', align: 'daily' } as never),
    ['connectors[1].align', '"daily"', durationAllowed],
  ],
  [
    'a connector id that comes twice',
    (json) => {
      connector(json)['id'] = 'one';
      json.connectors.push({ type: 'replay', id: 'one', recording: 'mill.jsonl' } as never);
    },
    ['connectors[1].id', '"one"', 'an id that no other connector has'],
  ],
  [
    'a binding whose signal is no address',
    (json) => (binding(json)['signal'] = 'press-01.state'),
    ['connectors[0].bindings[0].signal', '"press-01.state"', 'an address: equipment/signal'],
  ],
  [
    'a binding of an unknown equipment',
    (json) => (binding(json)['signal'] = 'press-02/state'),
    ['connectors[0].bindings[0].signal', '"press-02"', equipmentAllowed, 'did you mean press-01?'],
  ],
  [
    'a binding of an unknown signal',
    (json) => (binding(json)['signal'] = 'press-01/stat'),
    [
      'connectors[0].bindings[0].signal',
      '"press-01/stat"',
      `a signal of press-01: ${standardNames}`,
      'did you mean state?',
    ],
  ],
  [
    'an unknown vocabulary',
    (json) => (binding(json)['vocabulary'] = 'MTConect'),
    [
      'connectors[0].bindings[0].vocabulary',
      '"MTConect"',
      'canonical, euromap, machinery, mtconnect, packml, packml-30060, semi-e10, weihenstephan',
      'did you mean mtconnect?',
    ],
  ],
  [
    'a vocabulary of a signal that is no state',
    (json) => (binding(json)['signal'] = 'press-01/power'),
    ['connectors[0].bindings[0].vocabulary', '"mtconnect"', 'nothing, as press-01/power is a number'],
  ],
  [
    'an unknown input of a vocabulary',
    (json) => (binding(json)['from'] = { execution: 'exec', estop: 'e' }),
    [
      'connectors[0].bindings[0].from.estop',
      'the unknown input "estop"',
      'execution, mode, functionalMode, emergencyStop, availability, equipmentMode, waitState, condition',
    ],
  ],
  [
    'a binding from nothing',
    (json) => (binding(json)['from'] = {}),
    ['connectors[0].bindings[0].from', '{}', 'text, or texts by input of the vocabulary'],
  ],
  [
    'several inputs without a vocabulary',
    (json) => {
      delete binding(json)['vocabulary'];
      binding(json)['from'] = { execution: 'exec' };
    },
    ['connectors[0].bindings[0].from', '{"execution":"exec"}', 'text, as the binding has no vocabulary'],
  ],
  [
    'a unit that cannot be converted to that of the signal',
    (json) => Object.assign(json.connectors[0].bindings, [power({ unit: 'kg' })]),
    ['connectors[0].bindings[0].unit', '"kg"', 'mW, W, kW, MW'],
  ],
  [
    'a unit that cannot be converted to what an entry of signals says',
    (json) => {
      json['signals'] = [{ name: 'power', equipment: ['press-01'], unit: 'bar' }];
      Object.assign(json.connectors[0].bindings, [power({ unit: 'W' })]);
    },
    ['connectors[0].bindings[0].unit', '"W"', 'Pa, hPa, mbar, kPa, bar, MPa'],
  ],
  [
    'a scale of 0',
    (json) => Object.assign(json.connectors[0].bindings, [power({ scale: 0 })]),
    ['connectors[0].bindings[0].scale', '0', 'a number other than 0'],
  ],
  [
    'a unit of a state',
    (json) => (binding(json)['unit'] = 'kW'),
    ['connectors[0].bindings[0].unit', '"kW"', 'nothing, as press-01/state is a state'],
  ],
  [
    'a scale of a text',
    (json) =>
      Object.assign(json.connectors[0].bindings, [{ signal: 'press-01/order', from: 'order', scale: 2 }]),
    ['connectors[0].bindings[0].scale', '2', 'nothing, as press-01/order is a text'],
  ],
  [
    'a binding of MQTT that can be subscribed to nowhere',
    (json) =>
      json.connectors.push({
        type: 'mqtt',
        url: 'ws://b',
        bindings: [{ signal: 'press-01/power', from: 'a/+b' }],
      } as never),
    ['connectors[1].bindings[0].from', '"a/+b"', 'a topic, or a topic with a JSON pointer: meters/a#/total'],
  ],
  [
    'a topic that is none',
    (json) => json.connectors.push({ type: 'mqtt', url: 'ws://b', topics: ['a/#/b'] } as never),
    [
      'connectors[1].topics[0]',
      '"a/#/b"',
      'levels with / between, each a text, +, {equipment} or {signal}, the names once; # at the end',
    ],
  ],
  [
    'MQTT without topics',
    (json) => json.connectors.push({ type: 'mqtt', url: 'ws://b', topics: [] } as never),
    ['connectors[1].topics', '[]', 'a list of topics, as no binding names one'],
  ],
  [
    'a speed beside original',
    (json) => json.connectors.push({ type: 'replay', recording: 'a', original: true, speed: 2 } as never),
    ['connectors[1].speed', '2', 'nothing, as original keeps the recorded times'],
  ],
  [
    'a part of a millisecond',
    (json) => (connector(json)['interval'] = 0.5),
    ['connectors[0].interval', '0.5', 'a whole number from 1'],
  ],
  ['a calendar that is a list', (json) => (json['calendar'] = [] as never), ['calendar', '[]', 'an object']],
  [
    'equipment that is no list',
    (json) => (json['equipment'] = { 'press-01': {} } as never),
    ['equipment', '{"press-01":{}}', 'a list of at least one equipment'],
  ],
  [
    'no equipment',
    (json) => (json['equipment'] = []),
    ['equipment', '[]', 'a list of at least one equipment'],
  ],
];

describe('readWorkshop() of a file with a mistake', () => {
  for (const [title, change, [path, found, allowed, hint]] of cases) {
    it(`tells ${title}`, () => {
      const json = example();
      change(json as never);
      const { problems } = readWorkshop(json);
      const first = { path, found, allowed, ...(hint === undefined ? {} : { hint }), severity: 'error' };
      assert.deepEqual(problems[0], first);
      assert.ok(
        problems.slice(1).every(({ severity }) => severity === 'warning'),
        JSON.stringify(problems.slice(1)),
      );
    });
  }

  for (const json of [undefined, null, 7, 'text', [], true]) {
    it(`refuses ${JSON.stringify(json)} for a file`, () => {
      const { workshop, problems } = readWorkshop(json);
      assert.equal(workshop, undefined);
      const found = json === undefined ? 'nothing' : JSON.stringify(json);
      assert.deepEqual(problems, [{ path: '', found, allowed: 'an object', severity: 'error' }]);
    });
  }
});

describe('readWorkshop() keeps the good rest', () => {
  it('and gives no workshop only without an id or a usable equipment', () => {
    const without = (key: string): unknown => ({ ...example(), [key]: undefined });
    assert.equal(readWorkshop(without('id')).workshop, undefined);
    assert.equal(readWorkshop(without('equipment')).workshop, undefined);
    assert.equal(readWorkshop({ id: 'w', equipment: [{ id: 'm' }, 7] }).workshop, undefined);
    for (const [title, change] of cases) {
      const json = example();
      change(json as never);
      const { workshop } = readWorkshop(json);
      const hopeless = ['an empty id', 'equipment that is no list', 'no equipment'];
      assert.equal(workshop === undefined, hopeless.includes(title), title);
      if (workshop) assert.doesNotThrow(() => new EquipmentTree(workshop.equipment), title);
    }
  });

  it('leaving out a wrong equipment, with a warning where others name it', () => {
    const json = example();
    json.equipment[0].level = 'line';
    const { workshop, problems } = readWorkshop(json);
    assert.deepEqual(
      workshop?.equipment.map(({ id, parent }) => [id, parent]),
      [['press-01', undefined]],
    );
    assert.deepEqual(problems, [
      { path: 'equipment[0].level', found: '"line"', allowed: levels, severity: 'error' },
      {
        path: 'equipment[1].parent',
        found: '"line-a"',
        allowed: 'an equipment without errors',
        hint: 'this equipment was left out because of an error',
        severity: 'warning',
      },
    ]);
  });

  it('with the places of the file, also behind entries that were left out', () => {
    const { workshop, problems } = readWorkshop({
      id: 'w',
      equipment: [
        7,
        { id: 'a', level: 'area' },
        { id: 'x' },
        { id: 'b', level: 'workUnit', parent: 'c' },
        { id: 'a', level: 'area' },
        { id: 'd', level: 'workUnit', parent: 'A' },
      ],
    });
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['equipment[0]', 'equipment[2].level', 'equipment[4].id', 'equipment[3].parent', 'equipment[5].parent'],
    );
    assert.deepEqual(
      workshop?.equipment.map(({ id }) => id),
      ['a', 'b', 'd'],
    );
  });

  it('leaving out a key that need not be there, and keeping its entry', () => {
    const json = example();
    Object.assign(json.equipment[1], { ratedPower: -1, placement: { x: 'left', y: 2 }, colour: 'red' });
    const { workshop, problems } = readWorkshop(json);
    assert.equal(problems.length, 3);
    const { placement, ratedPower } = workshop?.equipment[1] ?? {};
    assert.deepEqual([placement, ratedPower], [undefined, undefined]);
    assert.equal(workshop?.equipment.length, 2);
  });

  it('leaving out a whole stop, shift or meter rather than letting it hold for more than was meant', () => {
    const stop = { from: '2026-05-04T06:00Z', to: '2026-05-04T07:00Z' };
    const { workshop } = readWorkshop({
      ...example(),
      calendar: {
        shifts: [{ name: 'early', from: '06:00', to: '14:00', days: 'mon' }],
        plannedStops: [
          { ...stop, equipment: 'press-01' },
          { ...stop, equipment: ['press-09'] },
        ],
      },
      energy: { meters: [{ equipment: 'press-01', measures: 'line-a' }] },
      signals: [{ name: 'power', unit: 'W', equipment: 'press-01' }],
    });
    assert.deepEqual(workshop?.calendar.shifts, []);
    assert.deepEqual(workshop?.calendar.plannedStops, [{ ...stop, equipment: [] }]);
    assert.deepEqual(workshop?.energy.meters, []);
    assert.deepEqual(workshop?.signals, []);
  });

  it('leaving out a binding whose values would be wrong without what is wrong in it', () => {
    for (const wrong of [{ scale: '0.1' }, { unit: 7 }, { vocabulary: 'mtc' }]) {
      const json = example();
      Object.assign(json.connectors[0].bindings[0], wrong);
      assert.deepEqual(readWorkshop(json).workshop?.connectors[0].bindings, [], JSON.stringify(wrong));
    }
  });

  it('leaving out a wrong setting as if it had never been there', () => {
    const payload = { value: 'v', time: '/t' };
    const { workshop } = readWorkshop({
      ...example(),
      connectors: [{ type: 'mqtt', url: 'ws://b', topics: ['a', 'b/#/c'], payload, qos: 7 }],
    });
    assert.deepEqual(workshop?.connectors[0].settings, {
      url: 'ws://b',
      topics: ['a'],
      payload: { time: '/t' },
    });
  });

  it('leaving out an MQTT connector whose only topics were wrong, with a warning', () => {
    for (const wrong of [
      { topics: ['a/#/b'] },
      { topics: 'a' },
      { bindings: [{ signal: 'press-01/power', from: 'a', unit: 'kg' }] },
    ]) {
      const { workshop, problems } = readWorkshop({
        ...example(),
        connectors: [{ type: 'mqtt', url: 'ws://b', ...wrong }],
      });
      assert.deepEqual(workshop?.connectors, []);
      assert.deepEqual(
        problems.map(({ severity }) => severity),
        ['error', 'warning'],
      );
    }
  });

  it('leaving out a wrong binding, and keeping its connector', () => {
    const json = example();
    json.connectors[0].bindings.push({
      signal: 'press-01/power',
      from: 'Wact',
      vocabulary: undefined as never,
    });
    json.connectors[0].bindings.unshift({ signal: 'press-02/state', from: 'x', vocabulary: 'mtconnect' });
    const { workshop } = readWorkshop(json);
    assert.deepEqual(
      workshop?.connectors[0].bindings.map(({ signal }) => signal),
      ['press-01/state', 'press-01/power'],
    );
  });

  it('unharmed by keys with a meaning for JavaScript', () => {
    const text = JSON.stringify(example())
      .replace('"id":"hangzhou-1"', '"id":"hangzhou-1","__proto__":{"id":1},"constructor":2')
      .replace('"type":"mtconnect","url"', '"type":"acme","__proto__":{"id":"x"},"url"');
    const { workshop, problems } = readWorkshopText(text);
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['__proto__', 'constructor', 'connectors[0].__proto__'],
    );
    assert.equal(workshop?.id, 'hangzhou-1');
    assert.equal(workshop?.connectors[0].id, 'acme-1');
  });
});

describe('parseWorkshop()', () => {
  it('throws one error that names all problems', () => {
    const json = { ...example(), id: 7, nmae: 'x' };
    assert.throws(
      () => parseWorkshop(json),
      (error: unknown) => {
        assert.ok(error instanceof WorkshopError);
        assert.equal(error.problems.length, 2);
        assert.match(
          error.message,
          /^invalid workshop file\nnmae: found the unknown key "nmae", allowed: .*did you/,
        );
        assert.match(error.message, /\nid: found 7, allowed: text without blanks/);
        return true;
      },
    );
  });
});

describe('readWorkshopText()', () => {
  it('reads text, with a byte order mark too', () => {
    assert.equal(readWorkshopText(JSON.stringify(example())).workshop?.id, 'hangzhou-1');
    assert.equal(readWorkshopText(`\uFEFF${JSON.stringify(example())}`).workshop?.id, 'hangzhou-1');
  });

  const mistakes: readonly (readonly [
    text: string,
    path: string,
    found: string,
    allowed: string,
    hint?: string,
  ])[] = [
    ['', 'line 1, column 1', 'the end of the text', 'a value'],
    ['{\n  "id": "w",\n  "name": }', 'line 3, column 11', '"}"', 'a value'],
    ['{\n  "id": "w",\n}', 'line 3, column 1', '"}"', 'a key in double quotes', 'remove the comma before it'],
    ['{"a": [1, 2,]}', 'line 1, column 13', '"]"', 'a value', 'remove the comma before it'],
    ['{ // a workshop\n}', 'line 1, column 3', '"/"', 'a key in double quotes or }', 'JSON has no comments'],
    [
      "{'id': 1}",
      'line 1, column 2',
      '"\'"',
      'a key in double quotes or }',
      'texts stand between double quotes',
    ],
    [
      '{"id" "w"}',
      'line 1, column 7',
      '"\\""',
      ':',
      'this text has no end or a wrong character in it, or a comma is missing before it',
    ],
    ['{"id": w1}', 'line 1, column 8', '"w1"', 'a value'],
    ['{"x": 01}', 'line 1, column 7', '"01"', 'a value'],
    ['{"x": NaN}', 'line 1, column 7', '"NaN"', 'a value'],
    ['{"id": "w"', 'line 1, column 11', 'the end of the text', ', or the end of the list or object'],
    ['{"id": "w"]', 'line 1, column 11', '"]"', ', or the end of the list or object'],
    ['{"id": "w"} x', 'line 1, column 13', '"x"', 'nothing more'],
    ['<!doctype html>', 'line 1, column 1', '"<"', 'a value'],
  ];
  for (const [text, path, found, allowed, hint] of mistakes) {
    it(`names the place in ${JSON.stringify(text)}`, () => {
      const { workshop, problems } = readWorkshopText(text);
      assert.equal(workshop, undefined);
      assert.deepEqual(problems, [{ path, found, allowed, ...(hint && { hint }), severity: 'error' }]);
    });
  }

  it('finds a mistake wherever a character of the example is lost', () => {
    const text = JSON.stringify(example(), undefined, 1);
    for (let at = 0; at < text.length; at++) {
      const broken = text.slice(0, at) + text.slice(at + 1);
      let isJson = true;
      try {
        JSON.parse(broken);
      } catch {
        isJson = false;
      }
      const [problem] = readWorkshopText(broken).problems;
      assert.equal(problem?.path.startsWith('line ') ?? false, !isJson, `${at}: ${JSON.stringify(problem)}`);
    }
  });
});
