import assert from 'node:assert/strict';
import { test } from 'node:test';
import sparkplug from 'sparkplug-payload';
import { fixture, fixtures } from '../testing/fixtures.js';
import { fuzz } from '../testing/fuzz.js';
import { double, float, hex, message, part, whole } from '../testing/protocol-buffers.js';
import { dataTypeName, dataTypeNames } from './data-types.js';
import { MetricColumns } from './metric-columns.js';
import * as metricFlag from './metric-flag.js';
import { metadataOf, propertiesOf } from './properties.js';
import { Unfit } from './scalar.js';
import type { Template } from './template.js';
import { type Value, valueOf } from './value.js';
import { Malformed } from './wire.js';

const library = sparkplug.get('spBv1.0')!;

function decoded(bytes: Uint8Array): MetricColumns {
  const columns = new MetricColumns(1);
  columns.decode(bytes);
  return columns;
}

/** The value of a payload with one metric. */
function only(...fields: readonly (readonly number[])[]): Value {
  const columns = decoded(message(part(2, ...fields)));
  return valueOf(columns, 0, columns.types[0]);
}

const code = (name: (typeof dataTypeNames)[number]): number => dataTypeNames.indexOf(name);

test('a payload in hexadecimal is read: time, seq, and a Double with name and alias', () => {
  const columns = decoded(hex('08fbd095ffbc31121a0a0454656d7010051880d095ffbc31200a6900000000008035401807'));
  assert.deepEqual([columns.timestamp, columns.sequence, columns.length], [1_700_000_000_123, 7, 1]);
  assert.deepEqual([columns.nameOf(0), columns.aliases[0], columns.times[0]], ['Temp', 5, 1_700_000_000_000]);
  assert.equal(dataTypeName(columns.types[0]), 'Double');
  assert.equal(valueOf(columns, 0, columns.types[0]), 21.5);
});

test('a payload in hexadecimal is read: a value by alias only, whose type is known from the birth', () => {
  const columns = decoded(hex('08e9d795ffbc311212100518e8d795ffbc31690000000000000ac01808'));
  assert.deepEqual([columns.timestamp, columns.sequence], [1_700_000_001_001, 8]);
  assert.deepEqual([columns.nameOf(0), columns.aliases[0], columns.types[0]], [undefined, 5, 0]);
  assert.equal(valueOf(columns, 0, code('Double')), -3.25);
  assert.throws(() => valueOf(columns, 0, 0), /a Double, allowed: a value of Unknown/);
});

test('a payload in hexadecimal is read: a death with bdSeq and without seq', () => {
  const columns = decoded(hex('0880d095ffbc3112120a0562645365711880d095ffbc3120085800'));
  assert.deepEqual([columns.sequence, columns.nameOf(0), columns.length], [-1, 'bdSeq', 1]);
  assert.equal(valueOf(columns, 0, columns.types[0]), 0);
});

test('a payload in hexadecimal is read: a request for a rebirth', () => {
  const columns = decoded(hex('08d0df95ffbc31121a0a144e6f646520436f6e74726f6c2f52656269727468200b7001'));
  assert.equal(columns.nameOf(0), 'Node Control/Rebirth');
  assert.equal(valueOf(columns, 0, columns.types[0]), true);
});

test('a metric in hexadecimal is read: Int32 −5', () => {
  const columns = decoded(Uint8Array.of(18, 11, ...hex('0a0149200350fbffffff0f')));
  assert.deepEqual([columns.nameOf(0), valueOf(columns, 0, columns.types[0])], ['I', -5]);
});

fixtures('Sparkplug vectors', () => {
  const vectors = JSON.parse(fixture('sparkplug/umh-vectors.json')) as { name: string; base64: string }[];
  type Fact = {
    metrics: { name: string; alias: number; datatype: string; value: number; nameFromBirth?: true }[];
  };
  const facts = JSON.parse(fixture('sparkplug/facts.json')) as Record<
    string,
    Fact & { timestamp: number; seq: number }
  >;
  for (const { name, base64 } of vectors) {
    test(`the vector ${name} says what the facts say`, () => {
      const fact = facts[name];
      const columns = decoded(Buffer.from(base64, 'base64'));
      assert.deepEqual([columns.timestamp, columns.sequence], [fact.timestamp, fact.seq]);
      assert.equal(columns.length, fact.metrics.length);
      fact.metrics.forEach((metric, row) => {
        assert.equal(columns.nameOf(row), metric.nameFromBirth ? undefined : metric.name);
        assert.equal(columns.aliases[row], metric.alias);
        const type = dataTypeNames.indexOf(metric.datatype as 'Double');
        if (!metric.nameFromBirth) assert.equal(columns.types[row], type);
        assert.equal(valueOf(columns, row, type), metric.value);
      });
    });
  }
});

const numbers: readonly [type: (typeof dataTypeNames)[number], field: number[], value: Value][] = [
  ['Int8', whole(10, 4294967291), -5],
  ['Int8', whole(10, 127), 127],
  ['Int16', whole(10, 4294934528), -32768],
  ['Int32', whole(10, 2147483648), -2147483648],
  ['Int32', whole(10, 2147483647), 2147483647],
  ['Int32', whole(10, -5n), -5],
  ['Int64', whole(11, -1n), -1],
  ['Int64', whole(11, 9007199254740991n), 9007199254740991],
  ['Int64', whole(11, -9007199254740991n), -9007199254740991],
  ['Int64', whole(11, 9007199254740993n), 9007199254740993n],
  ['Int64', whole(11, -9223372036854775808n), -9223372036854775808n],
  ['UInt8', whole(10, 255), 255],
  ['UInt16', whole(10, 65535), 65535],
  ['UInt32', whole(10, 4294967295), 4294967295],
  ['UInt32', whole(11, 4294967295), 4294967295],
  ['UInt64', whole(11, 0), 0],
  ['UInt64', whole(11, 9007199254740993n), 9007199254740993n],
  ['UInt64', whole(11, 18446744073709551615n), 18446744073709551615n],
  ['Float', float(12, 0.5), 0.5],
  ['Float', float(12, NaN), undefined],
  ['Double', double(13, -0.1), -0.1],
  ['Double', double(13, NaN), undefined],
  ['Boolean', whole(14, 1), true],
  ['Boolean', whole(14, 0), false],
  ['String', part(15, 'Größe 大小'), 'Größe 大小'],
  ['String', part(15, ''), ''],
  ['Text', part(15, 'x'.repeat(300)), 'x'.repeat(300)],
  ['UUID', part(15, '6ba7b810-9dad-11d1-80b4-00c04fd430c8'), '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['DateTime', whole(11, 1700000000123), 1700000000123],
  ['Bytes', part(16, [1, 2, 255]), Uint8Array.of(1, 2, 255)],
  ['File', part(16, [9]), Uint8Array.of(9)],
];
for (const [type, field, value] of numbers) {
  test(`a metric of ${type} in the bytes ${Buffer.from(field).toString('hex').slice(0, 40)} is ${String(value).slice(0, 40)}`, () => {
    assert.deepEqual(only(whole(4, code(type)), field), value);
  });
}

const arrays: readonly [type: (typeof dataTypeNames)[number], bytes: string, value: Value][] = [
  ['Int8Array', 'E9 7B', [-23, 123]],
  ['Int16Array', 'D08A 3075', [-30000, 30000]],
  ['Int32Array', 'FFFFFFFF FAAFCB12', [-1, 315338746]],
  ['Int32Array', '15CD5B07 B168DE3A', [123456789, 987654321]],
  ['UInt8Array', '17 FA', [23, 250]],
  ['UInt16Array', '1E00 88CC', [30, 52360]],
  ['UInt32Array', '34000000 00F15365', [52, 1700000000]],
  ['UInt64Array', 'FFFFFFFFFFFFFFFF 0200000000000000', [18446744073709551615n, 2]],
  ['FloatArray', '0000C03F 0000C07F', [1.5, undefined]],
  ['DoubleArray', '000000000000F83F 9A9999999999B9BF', [1.5, -0.1]],
  [
    'BooleanArray',
    '0C000000 34D0',
    [false, false, true, true, false, true, false, false, true, true, false, true],
  ],
  ['BooleanArray', '00000000', []],
  ['StringArray', '41424300 68656C6C6F00', ['ABC', 'hello']],
  ['StringArray', '00', ['']],
  ['StringArray', '', []],
  ['DateTimeArray', 'C7D00882 EF010000', [2128190427335]],
];
for (const [type, bytes, value] of arrays) {
  test(`a metric of ${type} in the bytes ${bytes || 'none'} is read element by element`, () => {
    assert.deepEqual(only(whole(4, code(type)), part(16, [...hex(bytes)])), value);
  });
}

test('a metric of Int64Array keeps numbers beyond 2⁵³ exact', () => {
  const bytes = [...hex('0100000000002000'), ...hex('FFFFFFFFFFFFDFFF'), ...hex('0100000000000000')];
  assert.deepEqual(only(whole(4, code('Int64Array')), part(16, bytes)), [
    9007199254740993n,
    -9007199254740993n,
    1,
  ]);
});

const unfit: readonly [what: string, fields: number[][], message: string][] = [
  ['Int8 128', [whole(4, 1), whole(10, 128)], '128, allowed: Int8: -128 to 127'],
  ['Int16 −32769', [whole(4, 2), whole(10, -32769)], '-32769, allowed: Int16: -32768 to 32767'],
  ['UInt8 256', [whole(4, 5), whole(10, 256)], '256, allowed: UInt8: 0 to 255'],
  ['UInt32 beyond', [whole(4, 7), whole(11, 2 ** 32)], '4294967296, allowed: UInt32: 0 to 4294967295'],
  ['a Double as Float infinity', [whole(4, 9), float(12, Infinity)], 'Infinity, allowed: a finite Float'],
  ['Int32 with a text', [whole(4, 3), part(15, '5')], 'a text, allowed: a value of Int32'],
  ['String with a number', [whole(4, 12), whole(10, 5)], 'an integer of 32 bits, allowed: a value of String'],
  [
    'Boolean with a number',
    [whole(4, 11), whole(10, 1)],
    'an integer of 32 bits, allowed: a value of Boolean',
  ],
  ['nothing', [whole(4, 3)], 'no value, allowed: a value, or the flag that there is none'],
  [
    'an unknown type',
    [whole(4, 99), whole(10, 1)],
    'an integer of 32 bits, allowed: a value of data type 99',
  ],
  [
    'Int16Array of 3 bytes',
    [whole(4, 23), part(16, [1, 2, 3])],
    '3 bytes, allowed: Int16Array: a multiple of 2 bytes',
  ],
  [
    'BooleanArray without bits',
    [whole(4, 32), part(16, [9, 0, 0, 0, 1])],
    '5 bytes, allowed: BooleanArray: a count of 4 bytes and a bit for each',
  ],
  [
    'StringArray without end',
    [whole(4, 33), part(16, 'ABC')],
    'no zero at the end, allowed: StringArray: a zero after each text',
  ],
  [
    'DateTime beyond the calendar',
    [whole(4, 13), whole(11, 2n ** 60n)],
    '1152921504606846976, allowed: DateTime: 0 to 8640000000000000',
  ],
];
for (const [what, fields, expected] of unfit) {
  test(`a value that does not fit its type is refused with what is allowed: ${what}`, () => {
    assert.throws(
      () => only(...fields),
      (error: Error) => error instanceof Unfit && error.message === expected,
    );
  });
}

test('a null is no value, whatever else the metric holds', () => {
  assert.equal(only(whole(4, 10), whole(7, 1)), undefined);
  assert.equal(only(whole(4, 10), whole(7, 1), double(13, 1)), undefined);
  assert.equal(only(whole(4, 10), whole(7, 0), double(13, 1)), 1);
});

test('the flags historical and transient are read', () => {
  const { flags } = decoded(message(part(2, whole(5, 1)), part(2, whole(6, 1)), part(2, whole(5, 0))));
  assert.deepEqual([...flags.subarray(0, 3)], [metricFlag.historical, metricFlag.transient, 0]);
});

test('a DataSet is a table with exact numbers', () => {
  const cell = (...fields: number[][]): number[] => part(1, ...fields);
  const set = part(
    17,
    whole(1, 3),
    part(2, 'n'),
    part(2, 'big'),
    part(2, 'on'),
    whole(3, 3),
    whole(3, 8),
    whole(3, 11),
    part(4, cell(whole(1, 4294967295)), cell(whole(2, 18446744073709551615n)), cell(whole(5, 1))),
    part(4, cell(whole(1, 2)), cell(whole(2, 7)), cell()),
  );
  assert.deepEqual(only(whole(4, 16), set), {
    columns: ['n', 'big', 'on'],
    types: [3, 8, 11],
    rows: [
      [-1, 18446744073709551615n, true],
      [2, 7, undefined],
    ],
  });
});

test('a DataSet with packed types is read, one with a type too few is refused', () => {
  const set = (types: number[]): number[] =>
    part(
      17,
      part(2, 'a'),
      part(2, 'b'),
      part(3, types),
      part(4, part(1, double(4, 1.5)), part(1, part(6, 'x'))),
    );
  assert.deepEqual(only(whole(4, 16), set([10, 12])), {
    columns: ['a', 'b'],
    types: [10, 12],
    rows: [[1.5, 'x']],
  });
  assert.throws(() => only(whole(4, 16), set([10])), /2 columns, 1 types/);
});

test('a Template instance has members, parameters and the name of its definition', () => {
  const { isDefinition, reference, version, members, parameters } = only(
    whole(4, 19),
    part(
      18,
      part(1, '1.2'),
      part(4, 'Motor'),
      whole(5, 0),
      part(2, part(1, 'rpm'), whole(4, 3), whole(10, 1450)),
      part(2, part(1, 'on'), whole(4, 11), whole(14, 1)),
      part(3, part(1, 'serial'), whole(2, 12), part(8, 'M-7')),
      part(3, part(1, 'poles'), whole(2, 5), whole(3, 4)),
    ),
  ) as Template;
  assert.deepEqual([isDefinition, reference, version], [false, 'Motor', '1.2']);
  assert.deepEqual([members.nameOf(0), valueOf(members, 0, members.types[0])], ['rpm', 1450]);
  assert.deepEqual([members.nameOf(1), valueOf(members, 1, members.types[1])], ['on', true]);
  assert.deepEqual(parameters, [
    { name: 'serial', type: 12, value: 'M-7' },
    { name: 'poles', type: 5, value: 4 },
  ]);
});

test('properties are read by name, sets and lists of sets with their parts', () => {
  const property = (...fields: number[][]): number[] => part(2, ...fields);
  const set = [part(1, 'low'), property(whole(1, 10), double(6, -1.5))];
  const columns = decoded(
    message(
      part(
        2,
        part(
          9,
          part(1, 'engUnit'),
          part(1, 'Quality'),
          part(1, 'gone'),
          part(1, 'range'),
          part(1, 'steps'),
          property(whole(1, 12), part(8, '°C')),
          property(whole(1, 3), whole(3, 192)),
          property(whole(1, 3), whole(2, 1)),
          property(whole(1, 20), part(9, ...set)),
          property(whole(1, 21), part(10, part(1, ...set), part(1, ...set))),
        ),
      ),
    ),
  );
  const low = new Map([['low', -1.5]]);
  assert.deepEqual(
    propertiesOf(columns, 0),
    new Map<string, unknown>([
      ['engUnit', '°C'],
      ['Quality', 192],
      ['gone', undefined],
      ['range', low],
      ['steps', [low, low]],
    ]),
  );
});

test('properties with a name too many are refused', () => {
  const columns = decoded(message(part(2, part(9, part(1, 'engUnit')))));
  assert.throws(
    () => propertiesOf(columns, 0),
    /1 names and 0 values of properties, allowed: one value for each name/,
  );
});

test('metadata tell of a part of a file', () => {
  const columns = decoded(
    message(
      part(
        2,
        part(
          8,
          whole(1, 1),
          part(2, 'text/csv'),
          whole(3, 12),
          whole(4, 3),
          part(5, 'a.csv'),
          part(6, 'csv'),
          part(7, 'd41d'),
          part(8, 'log'),
        ),
      ),
    ),
  );
  assert.deepEqual(metadataOf(columns, 0), {
    isMultiPart: true,
    contentType: 'text/csv',
    size: 12,
    sequence: 3,
    fileName: 'a.csv',
    fileType: 'csv',
    md5: 'd41d',
    description: 'log',
  });
});

test('fields that are not known, of any kind, are passed over', () => {
  const columns = decoded(
    message(
      whole(30, 1),
      part(
        2,
        part(1, 'a'),
        double(40, 1),
        float(41, 1),
        part(42, 'x'),
        whole(43, 2n ** 63n),
        whole(4, 3),
        whole(10, 7),
      ),
      part(4, 'uuid'),
      part(5, [1, 2, 3]),
    ),
  );
  assert.deepEqual([columns.length, columns.nameOf(0), valueOf(columns, 0, 3)], [1, 'a', 7]);
});

const malformed: readonly [what: string, bytes: Uint8Array, message: RegExp][] = [
  ['a metric cut off', hex('120a0a01'), /^byte 2: a metric that goes beyond the end$/],
  ['a name cut off', hex('12030a0541'), /^byte 2: a field that goes beyond the end of its metric$/],
  ['a Double cut off', hex('1203690000'), /^byte 2: a number that goes beyond the end of its metric$/],
  ['a payload cut off in a number', hex('08ff'), /^byte 0: a field that goes beyond the end$/],
  ['an integer of 11 bytes', hex('08ffffffffffffffffffff01'), /^byte 1: an integer of more than 64 bits$/],
  ['a time after the year 275760', hex('08ffffffffffffffff7f'), /^byte 0: a timestamp that is no time$/],
  ['a seq of 256', hex('188002'), /^byte 0: the sequence number 256$/],
  ['a group', hex('0b'), /^byte 1: wire type 3$/],
  ['JSON', new TextEncoder().encode('{"value":1}'), /^byte \d+: /],
];
for (const [what, bytes, expected] of malformed) {
  test(`what is no payload is refused with the place: ${what}`, () => {
    assert.throws(
      () => decoded(bytes),
      (error: Error) => error instanceof Malformed && expected.test(error.message),
    );
  });
}

test('a text that is not UTF-8 is refused with its place', () => {
  const columns = decoded(message(part(2, part(1, [0xc3, 0x28]), whole(4, 12), part(15, [0x41, 0xff]))));
  assert.throws(() => columns.nameOf(0), /^Error: byte 4: a text that is not UTF-8$/);
  assert.throws(() => valueOf(columns, 0, 12), /byte \d+: a text that is not UTF-8/);
});

test('every beginning of a payload is read or refused, and none is read past its end', () => {
  const whole = library.encodePayload({
    timestamp: 1_700_000_000_000,
    seq: 3,
    metrics: [
      { name: 'a', alias: 1, timestamp: 1_700_000_000_000, type: 'Double', value: 1.5 },
      { name: 'b', type: 'String', value: 'text' },
    ],
  } as Parameters<typeof library.encodePayload>[0]);
  const room = new Uint8Array(whole.length * 2).fill(0x12);
  room.set(whole, 3);
  let read = 0;
  for (let length = 0; length <= whole.length; length++) {
    try {
      const columns = decoded(room.subarray(3, 3 + length));
      for (let row = 0; row < columns.length; row++) columns.nameOf(row);
      read++;
    } catch (error) {
      assert.ok(error instanceof Malformed, String(error));
    }
  }
  assert.ok(read >= 3 && read < whole.length / 2);
});

test('what another implementation wrote is read the same', () => {
  const metrics = [
    { name: 'Int8', type: 'Int8', value: -8 },
    { name: 'Int16', type: 'Int16', value: -1600 },
    { name: 'Int32', type: 'Int32', value: -320000 },
    { name: 'Int64', type: 'Int64', value: -64 },
    { name: 'UInt8', type: 'UInt8', value: 8 },
    { name: 'UInt16', type: 'UInt16', value: 1600 },
    { name: 'UInt32', type: 'UInt32', value: 3200000000 },
    { name: 'UInt64', type: 'UInt64', value: 6400000000 },
    { name: 'Float', type: 'Float', value: 0.25 },
    { name: 'Double', type: 'Double', value: 0.1 },
    { name: 'Boolean', type: 'Boolean', value: true },
    { name: 'String', type: 'String', value: 'ä' },
    { name: 'DateTime', type: 'DateTime', value: 1700000000000 },
    { name: 'null', type: 'Double', value: null },
  ];
  const columns = decoded(library.encodePayload({ timestamp: 1, seq: 0, metrics } as never));
  metrics.forEach(({ name, type, value }, row) => {
    assert.equal(columns.nameOf(row), name);
    assert.equal(dataTypeName(columns.types[row]), type);
    assert.equal(valueOf(columns, row, columns.types[row]), value ?? undefined);
  });
});

const seed = Number(process.env['SEED'] ?? 20261124);
test(`100,000 mutated payloads are read or refused, none hangs (seed ${seed})`, () => {
  const columns = new MetricColumns();
  const result = fuzz({
    seed,
    count: 100_000,
    samples: samplePayloads(),
    take(bytes) {
      try {
        columns.decode(bytes);
        for (let row = 0; row < columns.length; row++) {
          columns.nameOf(row);
          propertiesOf(columns, row);
          metadataOf(columns, row);
          valueOf(columns, row, columns.types[row]);
        }
        return 'taken';
      } catch (error) {
        if (error instanceof Malformed || error instanceof Unfit) return 'refused';
        throw error;
      }
    },
  });
  assert.equal(result.thrown, undefined);
  assert.equal(result.taken + result.refused, 100_000);
  assert.ok(result.taken > 5_000 && result.refused > 20_000, `${result.taken} taken`);
  assert.ok(result.longest < 50, `${result.longest} ms`);
  assert.ok(result.growth < 1_000_000, `${result.growth} bytes more`);
  assert.ok(columns.times.length < 1_000, 'the columns grow no further than a message has metrics');
});

function samplePayloads(): Uint8Array[] {
  return [
    hex('08fbd095ffbc31121a0a0454656d7010051880d095ffbc31200a6900000000008035401807'),
    hex('08e9d795ffbc311212100518e8d795ffbc31690000000000000ac01808'),
    message(
      whole(1, 1700000000000),
      ...numbers.map(([type, field], alias) =>
        part(2, part(1, `Line/${type}`), whole(2, alias), whole(4, code(type)), field),
      ),
      ...arrays.map(([type, bytes]) => part(2, whole(4, code(type)), part(16, [...hex(bytes)]))),
      part(2, whole(4, 16), part(17, whole(1, 1), part(2, 'n'), whole(3, 3), part(4, part(1, whole(1, 5))))),
      part(
        2,
        whole(4, 19),
        part(18, part(4, 'Motor'), part(2, part(1, 'rpm'), whole(4, 3), whole(10, 1450))),
      ),
      part(2, whole(4, 3), whole(10, 1), part(9, part(1, 'Quality'), part(2, whole(1, 3), whole(3, 192)))),
      whole(3, 1),
    ),
  ];
}
