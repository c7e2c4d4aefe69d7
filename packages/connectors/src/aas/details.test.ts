import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EquipmentDetail } from '@twinfloor/core';
import { conceptsWanted, detailsOf, sectionOf } from './details.js';
import { readEnvironment } from './environment-reader.js';

type Json = Record<string, unknown>;

const property = (idShort: string, value: string): Json => ({
  modelType: 'Property',
  idShort,
  valueType: 'xs:string',
  value,
});
const texts = (idShort: string, text: Record<string, string>): Json => ({
  modelType: 'MultiLanguageProperty',
  idShort,
  value: Object.entries(text).map(([language, one]) => ({ language, text: one })),
});
const file = (idShort: string | undefined, value: string): Json => ({
  modelType: 'File',
  idShort,
  value,
  contentType: 'application/pdf',
});
const collection = (idShort: string | undefined, ...value: Json[]): Json => ({
  modelType: 'SubmodelElementCollection',
  idShort,
  value,
});
const list = (idShort: string, ...value: Json[]): Json => ({
  modelType: 'SubmodelElementList',
  idShort,
  value,
});

/** The details of one submodel on a server that serves its files. */
function details(submodel: Json, ...conceptDescriptions: Json[]): EquipmentDetail[] {
  const { submodels, concepts } = readEnvironment(
    { submodels: [submodel], conceptDescriptions },
    ({ place }) => assert.fail(place),
  );
  return detailsOf(submodels[0], concepts, (_, path) => `https://shells.example/${encodeURIComponent(path)}`);
}

test('a submodel is shown by what it means, whatever its version and name, else by its name', () => {
  const section = (idShort: string, value?: string): string | undefined => {
    const semanticId = value && { keys: [{ type: 'GlobalReference', value }] };
    const { submodels } = readEnvironment({ submodels: [{ id: 'urn:s', idShort, semanticId }] }, () => {});
    return sectionOf(submodels[0]);
  };
  assert.equal(section('X', 'https://admin-shell.io/idta/nameplate/3/0/Nameplate'), 'nameplate');
  assert.equal(section('X', 'https://admin-shell.io/zvei/nameplate/2/0/Nameplate'), 'nameplate');
  assert.equal(section('X', '0173-1#01-AHX837#002'), 'technicalData');
  assert.equal(
    section('X', 'https://admin-shell.io/idta/CarbonFootprint/CarbonFootprint/1/0'),
    'carbonFootprint',
  );
  assert.equal(section('HandoverDocumentation'), 'documentation');
  assert.equal(section('Nameplate'), 'nameplate');
  assert.equal(section('OperationalData'), undefined);
});

test('a handover documentation has a link for each file of each version, in both forms of the template', () => {
  const manual = { en: 'Manual', de: 'Handbuch' };
  const expected = {
    section: 'documentation',
    name: 'DigitalFile',
    value: manual,
    group: ['Operation', 'V2'],
    href: 'https://maker.example/manual.pdf',
    contentType: 'application/pdf',
  };
  const version2 = collection(
    undefined,
    property('Version', 'V2'),
    texts('Title', manual),
    list(
      'DigitalFiles',
      file(undefined, 'https://maker.example/manual.pdf'),
      file(undefined, '/aasx/manual.docx'),
    ),
  );
  const classes = list(
    'DocumentClassifications',
    collection(undefined, texts('ClassName', { en: 'Operation' })),
  );
  const made = details({
    id: 'urn:d',
    idShort: 'HandoverDocumentation',
    submodelElements: [list('Documents', collection(undefined, classes, list('DocumentVersions', version2)))],
  });
  assert.deepEqual(made, [
    expected,
    {
      ...expected,
      href: `https://shells.example/${encodeURIComponent('Documents[0].DocumentVersions[0].DigitalFiles[1]')}`,
    },
  ]);
  const version1 = collection(
    'DocumentVersion01',
    property('DocumentVersionId', 'V2'),
    texts('Title', manual),
    file('DigitalFile01', 'https://maker.example/manual.pdf'),
  );
  const older = collection(
    'Document01',
    collection('DocumentClassification01', property('ClassName', 'Operation')),
    version1,
  );
  assert.deepEqual(details({ id: 'urn:d', idShort: 'HandoverDocumentation', submodelElements: [older] }), [
    { ...expected, name: 'DigitalFile01' },
  ]);
});

test('a file has a link only to the web or to the place that serves it', () => {
  const links = [
    'https://maker.example/a.pdf',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    '/aasx/a.pdf',
  ];
  const made = details({
    id: 'urn:n',
    idShort: 'Nameplate',
    submodelElements: links.map((value, index) => file(`File${index}`, value)),
  });
  assert.deepEqual(
    made.map(({ href }) => href),
    ['https://maker.example/a.pdf', 'https://shells.example/File4'],
  );
});

test('a carbon footprint is told by its life cycle phases, with the words of the dictionary and its unit', () => {
  const footprint = (value: string, ...phases: string[]): Json =>
    collection(
      undefined,
      property('PcfCO2eq', value),
      list('LifeCyclePhases', ...phases.map((phase) => ({ ...property('', phase), idShort: undefined }))),
    );
  const concept = (id: string, text: string): Json => ({ id, displayName: [{ language: 'en', text }] });
  const made = details(
    {
      id: 'urn:c',
      idShort: 'CarbonFootprint',
      submodelElements: [
        list('ProductCarbonFootprints', footprint('17.2', 'A1', 'A3'), footprint('3.5', 'B1')),
      ],
    },
    concept('A1', 'raw material supply'),
    concept('A3', 'production'),
  );
  assert.deepEqual(
    made.filter(({ name }) => name === 'PcfCO2eq').map(({ value, unit, group }) => [value, unit, group]),
    [
      ['17.2', 'kg CO₂e', ['raw material supply, production']],
      ['3.5', 'kg CO₂e', ['B1']],
    ],
  );
});

test('of one submodel at most 300 things are told', () => {
  const many = Array.from({ length: 400 }, (_, index) => property(`P${index}`, 'x'));
  assert.equal(details({ id: 'urn:n', idShort: 'Nameplate', submodelElements: many }).length, 300);
});

test('concepts are asked for where a number without a unit has a meaning, and nowhere else', () => {
  const meaning = (value: string): Json => ({ semanticId: { keys: [{ type: 'GlobalReference', value }] } });
  const unit = { embeddedDataSpecifications: [{ dataSpecificationContent: { unit: 'kg' } }] };
  const wanted = (idShort: string): string[] => {
    const submodelElements = [
      collection(
        'Areas',
        { ...property('Power', '7.5'), ...meaning('urn:power') },
        { ...property('Peak', '9'), ...meaning('urn:power') },
        { ...property('Maker', 'Example Works'), ...meaning('urn:maker') },
        { ...property('Mass', '120'), ...meaning('urn:mass'), ...unit },
        property('Count', '3'),
        { ...property('Speed', ''), ...meaning('urn:speed') },
      ),
    ];
    const { submodels } = readEnvironment(
      { submodels: [{ id: 'urn:t', idShort, submodelElements }] },
      () => {},
    );
    return conceptsWanted(submodels[0]);
  };
  assert.deepEqual(wanted('TechnicalData'), ['urn:power']);
  assert.deepEqual(wanted('OperationalData'), []);
});
