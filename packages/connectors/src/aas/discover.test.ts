import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkshop } from '@twinfloor/core/workshop';
import { aasServer, type Json } from '../testing/aas-server.js';
import { fixture, fixtureBytes, fixtures } from '../testing/fixtures.js';
import { discoverAas, discoverAasFile } from './discover.js';

function property(idShort: string, value: string, valueType = 'xs:string', unit?: string): Json {
  const embeddedDataSpecifications = unit && [{ dataSpecificationContent: { unit } }];
  return { modelType: 'Property', idShort, valueType, value, embeddedDataSpecifications };
}

function press(n: number): { shell: Json; submodels: Json[] } {
  const submodels = [
    {
      id: `urn:plate:${n}`,
      idShort: 'Nameplate',
      submodelElements: [
        property('ManufacturerName', 'Muster AG'),
        property('ManufacturerProductDesignation', 'Hydraulic press HP 400'),
        property('SerialNumber', `SN-${n}`),
      ],
    },
    {
      id: `urn:data:${n}`,
      idShort: 'OperationalData',
      submodelElements: [
        property('Power', '1500', 'xs:double', 'W'),
        property('Temperature', '40', 'xs:double'),
        property('Program', 'P7'),
        property('RunningSince', '2026-05-04T06:00:00Z', 'xs:dateTime'),
        {
          modelType: 'SubmodelElementList',
          idShort: 'Axes',
          value: [{ modelType: 'SubmodelElementCollection', value: [property('Load', '1', 'xs:int')] }],
        },
      ],
    },
  ];
  const keys = submodels.map(({ id: value }) => ({ keys: [{ type: 'Submodel', value }] }));
  return { shell: { id: `urn:press:${n}`, idShort: 'HydraulicPress', submodels: keys }, submodels };
}

test('discoverAas() proposes an equipment for each shell with what its nameplate says, and signals with bindings', async () => {
  const presses = [press(1), press(2)];
  const server = await aasServer({
    assetAdministrationShells: presses.map(({ shell }) => shell),
    submodels: presses.flatMap(({ submodels }) => submodels),
  });
  try {
    const { signal } = new AbortController();
    const found = await discoverAas({ url: server.url }, { signal, patience: 1000 });
    assert.deepEqual(found.refusals, []);
    assert.deepEqual(found.equipment[1], {
      id: 'hydraulic-press-2',
      name: 'HydraulicPress',
      level: 'workUnit',
      type: 'press',
      manufacturer: 'Muster AG',
      modelName: 'Hydraulic press HP 400',
      serialNumber: 'SN-2',
    });
    assert.deepEqual(found.connector['equipment'], {
      'urn:press:1': 'hydraulic-press',
      'urn:press:2': 'hydraulic-press-2',
    });
    assert.deepEqual(found.connector.bindings.slice(0, 4), [
      { signal: 'hydraulic-press/power', from: 'OperationalData/Power', unit: 'W' },
      // Without a unit nobody knows whether it is degrees Celsius, and whether the standard signal is meant.
      { signal: 'hydraulic-press/temperatureValue', from: 'OperationalData/Temperature' },
      { signal: 'hydraulic-press/programValue', from: 'OperationalData/Program' },
      { signal: 'hydraulic-press/load', from: 'OperationalData/Axes[0].Load' },
    ]);
    assert.deepEqual(
      found.signals.slice(0, 3).map(({ name, kind, equipment }) => [name, kind, equipment]),
      [
        ['temperatureValue', 'number', ['hydraulic-press']],
        ['programValue', 'text', ['hydraulic-press']],
        ['load', 'number', ['hydraulic-press']],
      ],
    );
  } finally {
    await server.close();
  }
});

test('discoverAas() says what is wrong with its settings and its source', async () => {
  const options = { signal: new AbortController().signal, patience: 100 };
  await assert.rejects(
    discoverAas({ url: 'x', file: 'y' }, options),
    /exactly one of url, registry and file/,
  );
  await assert.rejects(discoverAas({ url: 'http://127.0.0.1:9' }, options), /cannot be reached/);
});

fixtures('aas, discovery', () => {
  test('discoverAasFile() finds the 16 values of a power meter', async () => {
    const bytes = new TextEncoder().encode(fixture('aas/basyx/operationalDataEnvironment.json'));
    const { equipment, connector, signals } = await discoverAasFile(bytes, '/meter.json');
    assert.deepEqual(
      equipment.map(({ id }) => id),
      ['aas-template-for-aid'],
    );
    assert.equal(connector.bindings.length, 16);
    assert.equal(signals.length, 16);
    assert.equal(new Set(signals.map(({ name }) => name)).size, 16);
    assert.deepEqual(connector.bindings[0], {
      signal: 'aas-template-for-aid/l1',
      from: 'OperationalData/ViaHTTP.L1',
    });
    assert.equal(connector['file'], '/meter.json');
    // What is proposed is a workshop file that can be used as it is.
    const { problems } = readWorkshop({ id: 'hall', equipment, signals, connectors: [connector] });
    assert.deepEqual(problems, []);
  });

  test('discoverAasFile() reads a package', async () => {
    const { equipment } = await discoverAasFile(fixtureBytes('aas/idta/nameplate-3-0-1.aasx'), '/plate.aasx');
    assert.equal(equipment[0].serialNumber, '12345678');
    assert.equal(equipment[0].modelName, 'FM-ABC-1234');
  });
});
