import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactJson } from '../internal/exact-json.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { fuzz } from '../testing/fuzz.js';
import { recordsIn } from './time-series.js';
import { readEnvironmentText } from './environment-reader.js';
import { stepsOfPath, valueIn, valueOnly } from './value-only.js';

test('stepsOfPath() takes an idShortPath apart', () => {
  assert.deepEqual(stepsOfPath('a.b[0][12].c'), ['a', 'b', 0, 12, 'c']);
  for (const wrong of ['', 'a..b', '.a', 'a[', 'a[x]', 'a]0[', 'a[0]b'])
    assert.equal(stepsOfPath(wrong), undefined, wrong);
});

test('valueIn() checks a value against the type that the submodel says, and reads numbers that were sent as texts', () => {
  assert.deepEqual(valueIn({ L1: '291.5' }, 'L1', 'xs:double'), { raw: 291.5 });
  assert.deepEqual(valueIn({ L1: 291.5 }, 'L1'), { raw: 291.5 });
  assert.deepEqual(valueIn({ L1: 'many' }, 'L1', 'xs:double'), { found: 'many', allowed: 'xs:double' });
  assert.deepEqual(valueIn({ L1: 'NaN' }, 'L1', 'xs:double'), { raw: undefined });
  assert.deepEqual(valueIn({ L1: '' }, 'L1', 'xs:double'), { raw: undefined });
  assert.deepEqual(valueIn({ L1: null }, 'L1', 'xs:double'), { raw: undefined });
  assert.deepEqual(valueIn({ time: 'PT90S' }, 'time', 'xs:duration'), { raw: 90 });
  assert.deepEqual(valueIn({ on: true }, 'on', 'xs:boolean'), { raw: 'true' });
});

test('valueIn() says what is missing, and never takes what an object has from its making', () => {
  assert.deepEqual(valueIn({}, 'a.b', undefined), { found: 'nothing', allowed: 'an element a.b' });
  assert.deepEqual(valueIn({}, 'constructor'), { found: 'nothing', allowed: 'an element constructor' });
  for (const document of [undefined, null, 7, 'x', [], [[]]]) assert.ok('found' in valueIn(document, 'a[0]'));
});

test('values and records of 100,000 mutated answers (seed 5304) are found or refused, within 50 ms', () => {
  const samples = [
    '{"A":{"B":[1,{"C":12345678901234567890}]},"M":[{"en":"x"},{"de":"y"}],"R":{"min":1,"max":2}}',
    '{"Segments":{"I":{"StartTime":"2026-05-04T06:00:00Z","Records":{"R1":{"Time":"2026-05-04T06:00:01Z","x":1}}}}}',
  ];
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  const paths = ['A.B[1].C', 'M', 'R.max', 'Segments.I.StartTime'];
  const result = fuzz({
    seed: 5304,
    count: 100_000,
    samples: samples.map((text) => encoder.encode(text)),
    take(bytes) {
      let document: unknown;
      try {
        document = exactJson(decoder.decode(bytes));
      } catch (error) {
        assert.ok(error instanceof SyntaxError);
        return 'refused';
      }
      for (const path of paths) valueIn(document, path, 'xs:double');
      recordsIn(document, new Map([['Time', 'UtcTime']]), () => {}).forEach(({ time }) =>
        assert.ok(Number.isFinite(time)),
      );
      return 'taken';
    },
  });
  assert.equal(result.thrown, undefined);
  assert.equal(result.taken + result.refused, 100_000);
  assert.ok(result.longest < 50, `${result.longest} ms`);
});

fixtures('aas, value-only', () => {
  const document = (name: string): unknown => JSON.parse(fixture(`aas/faaast/valueonly/${name}.json`));

  test('valueIn() reads every kind of element in the value-only form', () => {
    const cases: [string, string, unknown][] = [
      ['property-double', 'propDouble', 42.17],
      ['property-int', 'propInt', 42],
      ['property-string', 'propString', 'foo'],
      ['property-datetime', 'propDateTime', '2022-07-31T17:08:51Z'],
      ['property-gday', 'propGDay', '---15'],
      ['range-double', 'rangeDouble.max', 5],
      ['range-int', 'rangeInt.min', 17],
      ['multilanguage-property', 'multiLanguageProp1', 'bar'],
      ['multilanguage-property', 'multiLanguageProp1.de', 'foo'],
      ['file', 'file1', 'SafetyInstructions.pdf'],
      ['blob-withblob', 'blob1', 'ZXhhbXBsZS1kYXRh'],
      ['entity', 'entity1.MaxRotationSpeed', 5000],
      ['submodel-element-list-simple', 'list[2]', 3],
      ['submodel-element-list', 'listOfLists[1][0].foo', 'bar'],
      ['submodel-element-list', 'listOfLists[0][1].bar', 'true'],
      ['submodel', 'collection1.entity1.MaxRotationSpeed', 5000],
      [
        'annotated-relationship-element',
        'annotatedRelationship1.AppliedRule',
        'TechnicalCurrentFlowDirection',
      ],
    ];
    for (const [name, path, raw] of cases) assert.deepEqual(valueIn(document(name), path), { raw }, path);
  });

  test('valueIn() refuses elements that have no single value', () => {
    const cases: [string, string][] = [
      ['range-double', 'rangeDouble'],
      ['reference-element-global', 'referenceGlobal'],
      ['relationship-element', 'relationship1'],
      ['basic-event-element', 'basicEventElement1'],
      ['submodel-element-list-simple', 'list'],
      ['submodel', 'collection1'],
      ['blob-withoutblob', 'blob1'],
    ];
    for (const [name, path] of cases) assert.ok('found' in valueIn(document(name), path), path);
  });

  test('valueOnly() of an environment says what its server answered', () => {
    const { submodels } = readEnvironmentText(
      fixture('aas/basyx/operationalDataEnvironment.json'),
      ({ place }) => assert.fail(place),
    );
    const { elements } = submodels.find(({ idShort }) => idShort === 'OperationalData')!;
    const answered = JSON.parse(fixture('aas/basyx/AASEnvironmentValueOnly.json')) as Record<string, unknown>;
    const made = valueOnly(elements);
    for (const group of ['ViaHTTP', 'ViaModbus', 'ViaMqtt', 'ViaOpcUa']) {
      for (const name of ['L1', 'L2', 'L3', 'Active_Power_All']) {
        const path = `${group}.${name}`;
        assert.deepEqual(valueIn(made, path, 'xs:double'), valueIn(answered, path, 'xs:double'));
        assert.ok('raw' in valueIn(made, path));
      }
    }
    assert.deepEqual(valueIn(answered, 'ViaHTTP.L1', 'xs:double'), { raw: 291.4213289500366 });
  });
});
