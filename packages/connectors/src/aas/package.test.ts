import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Refusal } from '@twinfloor/core';
import { fixture, fixtureBytes, fixtures } from '../testing/fixtures.js';
import { fuzz } from '../testing/fuzz.js';
import { type ZipPart, zipFile } from '../testing/zip-file.js';
import { XmlError } from '../internal/xml.js';
import { readEnvironment, readEnvironmentText } from './environment-reader.js';
import { type Package, readPackage } from './package.js';
import { xmlEnvironment } from './xml-environment.js';
import { readDirectory, unpack, ZipError } from './zip.js';

const kind = 'http://admin-shell.io/aasx/relationships';
const relationships = (...all: [string, string][]): string =>
  `<Relationships>${all.map(([type, target]) => `<Relationship Type="${kind}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const environment =
  '{"submodels":[{"id":"urn:s","submodelElements":[{"modelType":"Property","idShort":"P","valueType":"xs:int","value":"4"}]}]}';
const parts: readonly ZipPart[] = [
  { name: '_rels/.rels', content: relationships(['aasx-origin', '/aasx/aasx-origin']) },
  { name: 'aasx/_rels/aasx-origin.rels', content: relationships(['aas-spec', 'data.json']), isStored: true },
  { name: 'aasx/_rels/data.json.rels', content: relationships(['aas-suppl', '/aasx/files/manual.pdf']) },
  { name: 'aasx/data.json', content: environment },
];

async function read(bytes: Uint8Array): Promise<Package & { refusals: Refusal[] }> {
  const refusals: Refusal[] = [];
  return { ...(await readPackage(bytes, (refusal) => refusals.push(refusal))), refusals };
}

test('readPackage() follows the relationships to the environment, and lists the documents without unpacking them', async () => {
  const { environment, supplements, refusals } = await read(zipFile(parts));
  assert.deepEqual(refusals, []);
  assert.equal(environment.submodels[0].elements[0].value, '4');
  assert.deepEqual(supplements, ['aasx/files/manual.pdf']);
});

test('readPackage() says what a package lacks', async () => {
  const cases: [readonly ZipPart[], RegExp][] = [
    [[], /no environment/],
    [parts.slice(1), /no environment/],
    [parts.slice(0, 3), /aasx\/data\.json is not in the package/],
    [[...parts.slice(0, 3), { name: 'aasx/data.json', content: '<environment>' }], /not well-formed/],
    [[...parts.slice(0, 3), { name: 'aasx/data.json', content: '<html/>' }], /<html>/],
    [[...parts.slice(0, 3), { name: 'aasx/data.json', content: '<a>'.repeat(100_000) }], /<a>/],
  ];
  for (const [made, expected] of cases) {
    const { environment, refusals } = await read(zipFile(made));
    assert.deepEqual(environment.submodels, []);
    assert.match(refusals[0].found, expected);
  }
  assert.match((await read(new Uint8Array(10))).refusals[0].found, /no ZIP archive/);
});

test('readPackage() unpacks 64 MB of all parts together, and a part that is named twice once', async () => {
  const blank = ' '.repeat(20 * 1024 * 1024);
  const names = ['a.json', 'b.json', 'c.json', 'd.json', 'a.json'];
  const { environment: found, refusals } = await read(
    zipFile([
      parts[0],
      {
        name: 'aasx/_rels/aasx-origin.rels',
        content: relationships(...names.map((name): [string, string] => ['aas-spec', name])),
      },
      ...names.slice(0, 4).map((name) => ({ name: `aasx/${name}`, content: environment + blank })),
    ]),
  );
  assert.equal(found.submodels.length, 3);
  assert.deepEqual(
    refusals.map(({ place }) => place),
    ['aasx/d.json'],
  );
  assert.match(refusals[0].found, /^aasx\/d\.json: it has 20971\d+ bytes, allowed: up to \d+$/);
});

test('readPackage() keeps from an environment in XML what the reader of JSON keeps, to 200 elements deep', async () => {
  const deep = `<environment><submodels><submodel><id>urn:s</id>${'<value>'.repeat(300)}${'</value>'.repeat(300)}</submodel></submodels></environment>`;
  const { refusals } = await read(zipFile([...parts.slice(0, 3), { name: 'aasx/data.json', content: deep }]));
  assert.match(refusals[0].found, /nested deeper than 200/);
});

test('unpack() refuses what is larger than allowed or than it says, without holding more than it says', async () => {
  const bomb = zipFile([{ name: 'bomb', content: new Uint8Array(50_000_000) }]);
  assert.ok(bomb.length < 100_000);
  await assert.rejects(
    unpack(bomb, readDirectory(bomb)[0], 1_000_000),
    /has 50000000 bytes, allowed: up to 1000000/,
  );
  const liar = zipFile([{ name: 'liar', content: new Uint8Array(50_000_000), saysSize: 1000 }]);
  await assert.rejects(unpack(liar, readDirectory(liar)[0], 1_000_000), /larger than it says/);
  const short = zipFile([{ name: 'short', content: 'abc', saysSize: 1000 }]);
  await assert.rejects(unpack(short, readDirectory(short)[0], 1_000_000), /has 3 bytes, but says 1000/);
});

test('readDirectory() takes 100,000 mutated archives (seed 5302) or refuses them, within 50 ms', () => {
  const result = fuzz({
    seed: 5302,
    count: 100_000,
    samples: [zipFile(parts), zipFile(parts.slice(0, 1))],
    take(bytes) {
      try {
        readDirectory(bytes);
        return 'taken';
      } catch (error) {
        if (error instanceof ZipError) return 'refused';
        throw error;
      }
    },
  });
  assert.equal(result.thrown, undefined);
  assert.equal(result.taken + result.refused, 100_000);
  assert.ok(result.longest < 50, `${result.longest} ms`);
  assert.ok(result.growth < 32_000_000, `${result.growth} bytes`);
});

test('xmlEnvironment() takes 100,000 mutated documents (seed 5305) or refuses them with a sentence, within 50 ms', () => {
  const property = '<property><idShort>P</idShort><valueType>xs:int</valueType><value>4</value></property>';
  const key =
    '<semanticId><keys><key><type>GlobalReference</type><value>a&amp;b</value></key></keys></semanticId>';
  const sample = `<environment xmlns="x"><submodels><submodel><id>s</id>${key}<submodelElements>${property}</submodelElements></submodel></submodels></environment>`;
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  const result = fuzz({
    seed: 5305,
    count: 100_000,
    samples: [encoder.encode(sample)],
    take(bytes) {
      try {
        readEnvironment(xmlEnvironment(decoder.decode(bytes)), () => {});
        return 'taken';
      } catch (error) {
        if (error instanceof XmlError || error instanceof RangeError) return 'refused';
        throw error;
      }
    },
  });
  assert.equal(result.thrown, undefined);
  assert.equal(result.taken + result.refused, 100_000);
  assert.ok(result.longest < 50, `${result.longest} ms`);
});

test('readPackage() never rejects for a mutated package (seed 5303)', async () => {
  const mutated: Uint8Array[] = [];
  fuzz({
    seed: 5303,
    count: 1_000,
    samples: [zipFile(parts)],
    take(bytes) {
      mutated.push(bytes);
      return 'taken';
    },
  });
  let refused = 0;
  for (const bytes of mutated) {
    const { refusals } = await read(bytes);
    if (refusals.length > 0) refused++;
    for (const { place, found, allowed } of refusals) assert.ok(place && allowed && found.length <= 200);
  }
  assert.ok(refused > 100, `${refused} of 1,000 refused`);
});

fixtures('aas, packages', () => {
  test('readPackage() reads the same from the package of a template, whose content is XML, as from its JSON', async () => {
    const { environment, supplements, refusals } = await read(fixtureBytes('aas/idta/nameplate-3-0-1.aasx'));
    const expected = readEnvironmentText(fixture('aas/idta/nameplate-3-0-1.json'), ({ place }) =>
      assert.fail(place),
    );
    assert.deepEqual(refusals, []);
    assert.deepEqual(environment.shells, expected.shells);
    assert.deepEqual(environment.submodels, expected.submodels);
    assert.deepEqual([...environment.concepts.keys()], [...expected.concepts.keys()]);
    assert.deepEqual(supplements, ['aasx/files/idta-smt-badge.png', 'aasx/files/example_markings.png']);
  });
});
