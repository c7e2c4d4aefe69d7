import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '@twinfloor/core';
import { fixture, fixtures } from '../testing/fixtures.js';
import { fuzz } from '../testing/fuzz.js';
import type { Environment, SubmodelElement } from './environment.js';
import { readEnvironment, readEnvironmentText } from './environment-reader.js';
import { meaningIn } from './reference.js';

function read(document: unknown): { environment: Environment; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  return { environment: readEnvironment(document, (refusal) => refusals.push(refusal)), refusals };
}

function submodel(...submodelElements: unknown[]): unknown {
  return { submodels: [{ modelType: 'Submodel', id: 'urn:s', idShort: 'S', submodelElements }] };
}

const power = { modelType: 'Property', idShort: 'Power', valueType: 'xs:double', value: '12.5' };

test('readEnvironment() keeps the good rest and says of each wrong part where it is, what was found and what is allowed', () => {
  const { environment, refusals } = read({
    assetAdministrationShells: [
      { id: 'urn:a', submodels: [{ keys: [{ type: 'Submodel', value: 'urn:s' }] }, { keys: [] }] },
      { idShort: 'NoId' },
      7,
    ],
    submodels: [
      {
        id: 'urn:s',
        submodelElements: [
          power,
          { ...power, idShort: 'Speed', value: 'fast' },
          { ...power, idShort: 'Heat', value: 20 },
          { ...power, idShort: 'Kind', valueType: 'double' },
          { ...power, modelType: 'Prop', idShort: 'Other' },
          { ...power, idShort: 'a.b' },
          power,
        ],
      },
    ],
    conceptDescriptions: {},
  });
  assert.deepEqual(
    refusals.map(({ place, found, allowed }) => [place, found, allowed.slice(0, 20)]),
    [
      ['conceptDescriptions', 'an object: ', 'a list'],
      ['assetAdministrationShells[2]', '7', 'an object'],
      ['assetAdministrationShells[0].submodels[1]', 'an object: keys', 'a reference with key'],
      ['assetAdministrationShells[1].id', 'nothing', 'text'],
      ['submodels[0].submodelElements[1].value', 'fast', 'xs:double'],
      ['submodels[0].submodelElements[2].value', '20', 'text'],
      ['submodels[0].submodelElements[3].valueType', 'double', 'a type of the metamo'],
      ['submodels[0].submodelElements[4].modelType', 'Prop', 'Property, MultiLangu'],
      ['submodels[0].submodelElements[5].idShort', 'a.b', 'a name without . [ ]'],
      ['submodels[0].submodelElements[6].idShort', 'Power', 'a name that no neigh'],
    ],
  );
  assert.deepEqual(environment.shells, [
    { id: 'urn:a', idShort: undefined, globalAssetId: undefined, submodels: ['urn:s'] },
  ]);
  assert.deepEqual(
    environment.submodels[0].elements.map(({ idShort, value }) => [idShort, value]),
    [
      ['Power', '12.5'],
      ['Speed', undefined],
      ['Heat', undefined],
      ['Kind', undefined],
    ],
  );
});

test('readEnvironment() gives each element its idShortPath, and counts in a list also what it refused', () => {
  const list = {
    modelType: 'SubmodelElementList',
    idShort: 'List',
    value: [
      { modelType: 'Property', valueType: 'xs:int', value: '1' },
      3,
      { modelType: 'SubmodelElementCollection', value: [power] },
    ],
  };
  const entity = { modelType: 'Entity', idShort: 'Motor', statements: [power] };
  const { environment } = read(
    submodel(list, { modelType: 'SubmodelElementCollection', idShort: 'Part', value: [entity] }),
  );
  const paths: string[] = [];
  const walk = (elements: readonly SubmodelElement[]): void => {
    for (const { path, children } of elements) {
      paths.push(path);
      walk(children);
    }
  };
  walk(environment.submodels[0].elements);
  assert.deepEqual(paths, [
    'List',
    'List[0]',
    'List[2]',
    'List[2].Power',
    'Part',
    'Part.Motor',
    'Part.Motor.Power',
  ]);
});

test('readEnvironment() goes 32 levels deep and no deeper', () => {
  let element: unknown = power;
  for (let depth = 0; depth < 10_000; depth++)
    element = { modelType: 'SubmodelElementCollection', idShort: 'Deeper', value: [element] };
  const { environment, refusals } = read(submodel(element));
  assert.equal(refusals.length, 1);
  assert.equal(refusals[0].allowed, 'elements nested at most 32 deep');
  let depth = 0;
  for (let [at] = environment.submodels[0].elements; at; [at] = at.children) depth++;
  assert.equal(depth, 32);
});

test('readEnvironmentText() refuses as a whole what is no JSON, and JSON that is no environment', () => {
  for (const text of ['', '{"submodels": [', '[]', '"x"', 'null', '['.repeat(100_000)]) {
    const refusals: Refusal[] = [];
    const environment = readEnvironmentText(text, (refusal) => refusals.push(refusal));
    assert.deepEqual([environment.shells, environment.submodels], [[], []]);
    assert.equal(refusals.length, 1, text.slice(0, 20));
  }
});

test('meaningIn() finds a concept in any of the references, but not a step on the way to something else', () => {
  const reference = (...values: string[]) => ({
    keys: values.map((value) => ({ type: 'GlobalReference', value })),
  });
  assert.equal(meaningIn([reference('a'), reference('b1')], /^b(\d)$/)?.[1], '1');
  assert.equal(meaningIn([reference('b1', 'c')], /^b/), undefined);
  assert.equal(meaningIn([reference('c', 'b1')], /^b/), undefined);
  assert.equal(meaningIn([{ keys: [{ type: 'ConceptDescription', value: ' b1 ' }] }], /^b1$/)?.[0], 'b1');
  assert.equal(meaningIn([], /^b/), undefined);
});

test('readEnvironmentText() takes 100,000 mutated environments (seed 5301) without an error and within 50 ms', () => {
  const texts = [
    JSON.stringify({
      assetAdministrationShells: [{ id: 'urn:a', assetInformation: { globalAssetId: 'urn:m' } }],
    }),
    JSON.stringify(
      submodel(power, { modelType: 'Range', idShort: 'R', valueType: 'xs:int', min: '1', max: '9' }),
    ),
    JSON.stringify(
      submodel({ modelType: 'SubmodelElementList', idShort: 'L', value: [{ ...power, idShort: undefined }] }),
    ),
    JSON.stringify(
      submodel({ modelType: 'MultiLanguageProperty', idShort: 'M', value: [{ language: 'en', text: 'x' }] }),
    ),
  ];
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  const result = fuzz({
    seed: 5301,
    count: 100_000,
    samples: texts.map((text) => encoder.encode(text)),
    take(bytes) {
      let count = 0;
      readEnvironmentText(decoder.decode(bytes), ({ place, found, allowed }) => {
        count++;
        assert.ok(place && allowed && found.length <= 200);
      });
      return count > 0 ? 'refused' : 'taken';
    },
  });
  assert.equal(result.thrown, undefined);
  assert.equal(result.taken + result.refused, 100_000);
  assert.ok(result.longest < 50, `${result.longest} ms`);
  assert.ok(result.growth < 32_000_000, `${result.growth} bytes`);
});

fixtures('aas, environments', () => {
  /** Counted by a script of its own over the files: shells, submodels, concepts, elements at all depths. */
  const counts: Readonly<Record<string, readonly number[]>> = {
    'aas-core/AssetAdministrationShell.maximal.json': [1, 0, 0, 0],
    'aas-core/File.maximal.json': [0, 1, 0, 1],
    'aas-core/Property.maximal.json': [0, 1, 0, 1],
    'aas-core/Range.maximal.json': [0, 1, 0, 1],
    'aas-core/Submodel.maximal.json': [0, 1, 0, 1],
    'aas-core/SubmodelElementCollection.maximal.json': [0, 1, 0, 2],
    'basyx/operationalDataEnvironment.json': [1, 4, 67, 446],
    'basyx/testEnvironment.json': [1, 1, 1, 2],
    'faaast/AASFull.json': [4, 7, 4, 63],
    'faaast/AASMinimal.json': [1, 1, 1, 1],
    'idta/carbonfootprint-1-0-1.json': [1, 1, 29, 27],
    'idta/nameplate-3-0-1.json': [1, 1, 30, 36],
    'idta/productioncalendar-1-0.json': [1, 1, 6, 12],
    'idta/technicaldata-sample-2-0.json': [1, 1, 48, 60],
    'idta/timeseries-1-1-1.json': [1, 1, 24, 52],
  };
  const size = (elements: readonly SubmodelElement[]): number =>
    elements.reduce((sum, { children }) => sum + 1 + size(children), 0);
  for (const [file, expected] of Object.entries(counts)) {
    test(`readEnvironmentText() reads all of ${file} and refuses nothing`, () => {
      const refusals: Refusal[] = [];
      const { shells, submodels, concepts } = readEnvironmentText(fixture(`aas/${file}`), (one) =>
        refusals.push(one),
      );
      const elements = submodels.reduce((sum, one) => sum + size(one.elements), 0);
      assert.deepEqual(refusals, []);
      assert.deepEqual([shells.length, submodels.length, concepts.size, elements], expected);
    });
  }
});
