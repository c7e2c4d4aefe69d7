import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Discovery } from '@twinfloor/core';
import { readWorkshop } from '@twinfloor/core/workshop';
import { fixture, fixtures } from '../testing/fixtures.js';
import { serve } from '../testing/serve.js';
import { discoverMtconnect } from './discover.js';

const options = { signal: new AbortController().signal, patience: 1_000 };

async function discovered(document: string): Promise<Discovery> {
  const server = await serve((_, response) =>
    response
      .writeHead(200, { 'Content-Type': document.startsWith('<') ? 'text/xml' : 'application/json' })
      .end(document),
  );
  return discoverMtconnect({ url: server.url }, options).finally(() => server.close());
}

/** What is proposed has to be a workshop file without a problem. */
function checkFile({ equipment, signals, connector }: Discovery): void {
  const { problems, workshop } = readWorkshop({
    id: 'hall',
    name: 'Hall',
    equipment,
    signals,
    connectors: [connector],
  });
  assert.deepEqual(problems, []);
  assert.equal(workshop?.connectors[0].bindings.length, connector.bindings.length);
}

const bound = ({ connector }: Discovery, equipment: string): Record<string, unknown> =>
  Object.fromEntries(
    connector.bindings
      .filter(({ signal }) => signal.startsWith(`${equipment}/`))
      .map(({ signal, from, unit }) => [signal.slice(equipment.length + 1), unit ? [from, unit] : from]),
  );

const model = `<MTConnectDevices><Header instanceId="1"/><Devices>
<Agent id="agent" name="Agent" uuid="a"><DataItems><DataItem id="aa" type="AVAILABILITY" category="EVENT"/></DataItems></Agent>
<Device id="d" name="Große Fräse 3" uuid="u"><Description manufacturer="Maker" model="X1" serialNumber="7"/><DataItems>
  <DataItem id="av" type="AVAILABILITY" category="EVENT"/><DataItem id="w" type="WATTAGE" category="SAMPLE" units="WATT"/>
  <DataItem id="e" type="ELECTRICAL_ENERGY" category="SAMPLE" units="WATT_SECOND"/></DataItems>
 <Components><Axes id="ax"><Components>
  <Linear id="x" name="X"><DataItems><DataItem id="xl" type="LOAD" category="SAMPLE" units="PERCENT"/><DataItem id="xc" type="LOAD" category="CONDITION"/></DataItems></Linear>
  <Linear id="y" name="Y"><DataItems><DataItem id="yl" type="LOAD" category="SAMPLE" units="PERCENT"/></DataItems></Linear>
  <Linear id="z" name="Z"><DataItems><DataItem id="zt" type="TEMPERATURE" category="SAMPLE" units="CELSIUS"/><DataItem id="zp" type="POSITION" category="SAMPLE" units="MILLIMETER"/></DataItems></Linear></Components></Axes>
  <Controller id="c"><Components><Path id="p"><DataItems>
   <DataItem id="ex" type="EXECUTION" category="EVENT"/><DataItem id="mo" type="CONTROLLER_MODE" category="EVENT"/>
   <DataItem id="p1" type="PROGRAM" subType="MAIN" category="EVENT"/><DataItem id="p2" type="PROGRAM" category="EVENT"/>
   <DataItem id="pa" type="PART_COUNT" subType="ALL" category="EVENT"/><DataItem id="pb" type="PART_COUNT" subType="BAD" category="EVENT"/></DataItems></Path></Components></Controller></Components></Device>
<Device id="d2" name="große fräse-3" uuid="u2"><DataItems><DataItem id="av2" type="AVAILABILITY" category="EVENT"/></DataItems></Device>
</Devices></MTConnectDevices>`;

suite('discoverMtconnect()', () => {
  test('proposes for each device an equipment, its state, counts, program, conditions and measurements with units', async () => {
    const found = await discovered(model);
    assert.deepEqual(found.equipment, [
      {
        id: 'gro-e-frase-3',
        name: 'Große Fräse 3',
        level: 'workUnit',
        type: 'machiningCentre',
        manufacturer: 'Maker',
        modelName: 'X1',
        serialNumber: '7',
      },
      { id: 'gro-e-frase-3-2', name: 'große fräse-3', level: 'workUnit' },
    ]);
    assert.deepEqual(bound(found, 'gro-e-frase-3'), {
      state: { execution: 'ex', mode: 'mo', availability: 'av' },
      execution: 'ex',
      mode: 'mo',
      program: 'p2',
      producedCount: 'pa',
      scrapCount: 'pb',
      power: ['w', 'W'],
      energy: ['e', 'J'],
      conditions: 'd/CONDITION',
      'x-load': 'xl',
      'y-load': 'yl',
      'z-temperature': 'zt',
    });
    assert.deepEqual(
      found.signals.map(({ name, unit }) => [name, unit]),
      [
        ['x-load', '%'],
        ['y-load', '%'],
        ['z-temperature', '°C'],
      ],
    );
    assert.deepEqual(found.refusals, [
      { place: 'große fräse-3', found: 'no EXECUTION', allowed: 'a data item that tells the state' },
    ]);
    checkFile(found);
  });

  test('says in a sentence what is wrong with an agent', async () => {
    await assert.rejects(discovered('<html/>'), /found <html>, allowed: <MTConnectDevices>/);
    await assert.rejects(discoverMtconnect({ url: 'http://127.0.0.1:9' }, options), /cannot be reached/);
    await assert.rejects(discoverMtconnect({ url: 7 }, options), RangeError);
  });
});

fixtures('discoverMtconnect() with models of others', () => {
  suite('discoverMtconnect() with models of others', () => {
    for (const [file, expected] of [
      [
        'cppagent/demo-Devices.xml',
        [
          ['okuma', 'lathe', 'OKUMA'],
          ['mazak', 'lathe', undefined],
        ],
      ],
      [
        'nist-sms/Devices.xml',
        [
          ['gfagie01', 'machiningCentre', 'Agie Charmilles'],
          ['mazak01', 'machiningCentre', 'Mazak'],
          ['mazak03', 'lathe', 'Mazak'],
          ...['01', '02', '03', '04', '06'].map((number) => [`hurco${number}`, undefined, 'Hurco']),
        ],
      ],
      ['trakhound/devices-okuma-lathe.xml', [['okuma-lathe', 'lathe', 'OKUMA']]],
      [
        'trakhound/json-v2-MTConnectDevices.json',
        [
          ['m12346', 'machiningCentre', 'Mazak_Corporation'],
          ['vmc-3axis', 'machiningCentre', undefined],
          ['okuma-lathe', 'lathe', 'OKUMA'],
        ],
      ],
      ['cppagent/empty.xml', []],
    ] as const) {
      test(`${file}: what is proposed is a workshop file without a problem`, async () => {
        const found = await discovered(fixture(`mtconnect/${file}`).replace(/^\ufeff/, ''));
        assert.deepEqual(
          found.equipment.map(({ id, type, manufacturer }) => [id, type, manufacturer]),
          expected,
        );
        if (expected.length > 0) checkFile(found);
        for (const { id } of found.equipment) {
          const signals = Object.keys(bound(found, id));
          for (const one of ['state', 'execution', 'program'])
            assert.ok(signals.includes(one), `${id}/${one}`);
        }
      });
    }
  });
});
