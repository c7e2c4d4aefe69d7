import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { EquipmentDetail } from '@twinfloor/core';
import { AgentRig } from '../testing/agent-rig.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { assetDetails } from './asset-details.js';
import { type AssetNode, readAssets } from './assets-document.js';

function assetsOf(text: string): AssetNode[] {
  const all: AssetNode[] = [];
  readAssets(text, (asset) => all.push(asset));
  return all;
}

const pairs = (details: readonly EquipmentDetail[]): [string, unknown][] =>
  details.map(({ name, value }) => [name, value]);

const tool = (id: string, life = 80): string =>
  `<CuttingTool assetId="${id}" toolId="T1" deviceUuid="mill"><CuttingToolLifeCycle><CutterStatus><Status>USED</Status></CutterStatus><ToolLife type="MINUTES" countDirection="DOWN" limit="100">${life}</ToolLife><CuttingItems count="2"><CuttingItem indices="1"/><CuttingItem indices="2"/></CuttingItems></CuttingToolLifeCycle></CuttingTool>`;
const toolDetails = [
  ['toolId', 'T1'],
  ['Status', 'USED'],
  ['ToolLife', '80'],
  ['ToolLife type', 'MINUTES'],
  ['ToolLife countDirection', 'DOWN'],
  ['ToolLife limit', '100'],
  ['CuttingItems', '2'],
];
const documentOf = (...assets: string[]): string =>
  `<MTConnectAssets><Header instanceId="1"/><Assets>${assets.join('')}</Assets></MTConnectAssets>`;

suite('MTConnect assets', () => {
  test('an asset says the same in XML and in JSON of version 1 and 2', () => {
    const items = [{ indices: '1' }, { indices: '2' }];
    const life = { type: 'MINUTES', countDirection: 'DOWN', limit: 100, value: 80 };
    const about = { assetId: 'a', toolId: 'T1', deviceUuid: 'mill' };
    const first = {
      MTConnectAssets: {
        jsonVersion: 1,
        Assets: [
          {
            CuttingTool: {
              ...about,
              CuttingToolLifeCycle: {
                CutterStatus: [{ Status: { value: 'USED' } }],
                ToolLife: [life],
                CuttingItems: { list: items.map((CuttingItem) => ({ CuttingItem })) },
              },
            },
          },
        ],
      },
    };
    const second = {
      MTConnectAssets: {
        jsonVersion: 2,
        Assets: {
          CuttingTool: [
            {
              ...about,
              CuttingToolLifeCycle: {
                CutterStatus: { Status: [{ value: 'USED' }] },
                ToolLife: [life],
                CuttingItems: { CuttingItem: items },
              },
            },
          ],
        },
      },
    };
    for (const text of [documentOf(tool('a')), JSON.stringify(second)])
      assert.deepEqual(pairs(assetDetails(assetsOf(text)[0])), toolDetails);
    const [details] = assetsOf(JSON.stringify(first)).map(assetDetails);
    assert.deepEqual(pairs(details).slice(0, 6), toolDetails.slice(0, 6));
    assert.deepEqual(details[2].group, ['CuttingTool a', 'CuttingToolLifeCycle']);
  });

  test('a file is a document with its address, other schemes are told but not as an address', () => {
    const file = (href: string): EquipmentDetail =>
      assetDetails(
        assetsOf(
          documentOf(
            `<File assetId="f" mediaType="application/pdf"><FileLocation xlink:href="${href}"/></File>`,
          ),
        )[0],
      ).at(-1)!;
    assert.deepEqual(file('https://agent/f.pdf'), {
      section: 'documentation',
      name: 'FileLocation',
      value: 'https://agent/f.pdf',
      group: ['File f'],
      href: 'https://agent/f.pdf',
      contentType: 'application/pdf',
    });
    assert.equal(file('javascript:alert(1)').href, undefined);
  });

  test('assets before a mistake are kept', () => {
    const all: AssetNode[] = [];
    assert.throws(
      () => readAssets(documentOf(tool('a'), '<Fixture assetId="b"></Wrong>'), (asset) => all.push(asset)),
      /another element than <Fixture> \(line 1/,
    );
    assert.deepEqual(
      all.map(({ attributes }) => attributes['assetId']),
      ['a'],
    );
  });

  test('the connector tells tools as details, follows those that change and those that are removed', async () => {
    const documents: Record<string, string> = {
      assets: documentOf(tool('a'), tool('b')),
      'asset/b': documentOf(tool('b', 79)),
      'asset/c': documentOf('<CuttingTool assetId="c">'),
    };
    const rig = await AgentRig.start({
      agent: {
        devices: [
          {
            name: 'mill',
            signals: [
              { name: 'load', kind: 'number' },
              { name: 'changed', kind: 'text', type: 'ASSET_CHANGED' },
              { name: 'removed', kind: 'text', type: 'ASSET_REMOVED' },
            ],
          },
        ],
      },
      kinds: { 'press/load': 'number' },
      bindings: [{ signal: 'press/load', from: 'load' }],
      intercept(request, response) {
        const [, path] = /^\/(assets?(?:\/\w+)?)$/.exec(request.url!) ?? [];
        if (!path) return false;
        response.writeHead(200, { 'Content-Type': 'text/xml' }).end(documents[path]);
        return true;
      },
    });
    try {
      const lives = (): unknown[] =>
        (rig.context.details.get('press') ?? [])
          .filter(({ name }) => name === 'ToolLife')
          .map(({ group, value }) => `${group![0]}: ${JSON.stringify(value)}`);
      await rig.until('both tools', () => lives().length === 2);
      assert.deepEqual(lives(), ['CuttingTool a: "80"', 'CuttingTool b: "80"']);
      rig.agent.push('mill', 'changed', 'b');
      await rig.until('the change', () => lives()[1] === 'CuttingTool b: "79"');
      rig.agent.push('mill', 'removed', 'a');
      await rig.until('the removal', () => lives().length === 1);
      rig.agent.push('mill', 'changed', 'c');
      await rig.until('the refusal', () => rig.context.refusals.length > 0);
      assert.equal(rig.context.refusals[0].place, 'asset/c');
      assert.match(rig.context.refusals[0].found, /not well-formed XML: .*line 1, column \d+/);
      assert.deepEqual(lives(), ['CuttingTool b: "79"']);
      assert.equal(rig.context.state, 'live');
    } finally {
      await rig.stop();
    }
  });
});

fixtures('MTConnect assets of others', () => {
  suite('MTConnect assets of others', () => {
    const facts = JSON.parse(fixture('mtconnect/facts.json')) as Record<string, Record<string, unknown>>;

    test('asset1.xml says what facts.json says of it', () => {
      const fact = (facts['cppagent/asset1.xml'].assets as Record<string, unknown>[])[0];
      const [asset] = assetsOf(fixture('mtconnect/cppagent/asset1.xml'));
      const said = new Map(pairs(assetDetails(asset)));
      const [life] = fact['toolLife'] as Record<string, string>[];
      assert.deepEqual(
        [asset.name, asset.attributes['assetId'], said.get('toolId'), said.get('serialNumber')],
        [fact['type'], fact['assetId'], fact['toolId'], fact['serialNumber']],
      );
      assert.deepEqual(
        ['ToolLife type', 'ToolLife countDirection', 'ToolLife', 'ToolLife limit'].map((name) =>
          said.get(name),
        ),
        [life['type'], life['direction'], life['value'], life['limit']],
      );
      assert.deepEqual([said.get('Status')], fact['cutterStatus']);
      assert.equal(said.get('CuttingItems'), String(fact['cuttingItems']));
    });

    test('asset4.xml, which is not well formed, is refused with its place', () => {
      assert.throws(
        () => readAssets(fixture('mtconnect/cppagent/asset4.xml'), () => assert.fail('an asset')),
        /\(line 1, column 1411\)/,
      );
    });
  });
});
