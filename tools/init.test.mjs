import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createAgent } from '@twinfloor/connectors/mtconnect-agent';
import { problemText, readWorkshop } from '@twinfloor/core/workshop';
import { readMachineTable } from 'twinfloor';
// Brokers, edge nodes and servers as the connectors are tested with; they are not published.
import { aasServer } from '../packages/connectors/dist/testing/aas-server.js';
import { Mosquitto } from '../packages/connectors/dist/testing/mosquitto.js';
import { serve } from '../packages/connectors/dist/testing/serve.js';
import { SparkplugEdgeNode } from '../packages/connectors/dist/testing/sparkplug-edge-node.js';
import { zipFile } from '../packages/connectors/dist/testing/zip-file.js';
import { codeBlocks, tableRows, words } from './internal/markdown.mjs';
import { programPath } from './internal/programs.mjs';
import { root } from './internal/root.mjs';
import { run } from './internal/run.mjs';

const program = join(root, 'packages/cli/bin/twinfloor.js');
const recording = readFileSync(join(root, 'recordings/okuma-lathe-2022-08-08.twinrec.jsonl'), 'utf8');

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), 'twinfloor-init-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `twinfloor init` in a folder of its own kind; the file that it wrote has no problem. */
async function init(parameters, { env = {}, cwd = folder } = {}) {
  const options = { cwd, quiet: true, timeout: 60_000, env: { ...process.env, ...env } };
  const { code, output } = await run(process.execPath, [program, 'init', ...parameters], options);
  const out = parameters.includes('--out') ? parameters[parameters.indexOf('--out') + 1] : 'workshop.json';
  const text = code === 0 ? readFileSync(join(cwd, out), 'utf8') : undefined;
  const file = text && JSON.parse(text);
  if (file) assert.deepEqual(readWorkshop(file).problems.map(problemText), []);
  return { code, output, text, file };
}

const machinesOf = ({ equipment }) => equipment.filter(({ level }) => level === 'workUnit');
const signalsOf = ({ bindings }) => bindings.map(({ signal }) => signal).sort();

/** Says something again and again until the end. */
function again(say) {
  const timer = setInterval(() => void say(), 150);
  return () => clearInterval(timer);
}

describe('twinfloor init with a broker', () => {
  it('finds Sparkplug B, OPC UA PubSub JSON and plain topics on one broker and makes one file of them', async () => {
    const broker = await Mosquitto.start();
    const edge = new SparkplugEdgeNode(broker.port, 'hall', 'edge', {
      node: {},
      devices: {
        'Press 01': {
          Speed: { type: 'Double', value: 1, properties: { engUnit: { type: 'String', value: '1/min' } } },
          Program: { type: 'String', value: 'A' },
        },
      },
    });
    const publisher = await broker.publisher();
    let count = 0;
    const end = again(() => {
      count += 1;
      edge.change('Press 01', 'Speed', count);
      publisher.send([
        ['plant/line-1/lathe-02/power', `{"value":${count / 7},"unit":"kW"}`],
        ['plant/line-1/lathe-02/state', count % 2 ? '"running"' : '"idle"'],
        ['plant/line-1/press-01/temperature', '21.5'],
        [
          'opcua/json/data/oven',
          JSON.stringify({
            MessageId: `${count}`,
            MessageType: 'ua-data',
            PublisherId: 'oven',
            Messages: [
              { DataSetWriterId: 1, MessageType: 'ua-keyframe', Payload: { Pressure: { Value: 3.5 } } },
            ],
          }),
        ],
      ]);
    });
    try {
      await edge.connect();
      const { code, output, file } = await init([broker.url, '--patience', '2.5', '--out', 'broker.json']);
      assert.equal(code, 0, output);
      assert.deepEqual(
        file.connectors.map(({ type, url }) => [type, url]),
        [
          ['sparkplug', broker.url],
          ['opcua-json', broker.url],
          ['mqtt', broker.url],
        ],
      );
      const [sparkplug, opcua, mqtt] = file.connectors.map(signalsOf);
      assert.deepEqual(sparkplug, ['press-01/Speed', 'press-01/program']);
      assert.deepEqual(opcua, ['oven/Pressure']);
      assert.deepEqual(mqtt, ['lathe-02/power', 'lathe-02/state', 'press-01-2/temperature']);
      const machines = machinesOf(file);
      assert.deepEqual(
        machines
          .filter(({ id }) => /press|lathe|oven/.test(id))
          .map(({ id, type }) => [id, type])
          .sort(),
        [
          ['lathe-02', 'lathe'],
          ['oven', 'oven'],
          ['press-01', 'press'],
          ['press-01-2', 'press'],
        ],
      );
      assert.ok(machines.every(({ placement }) => placement));
      assert.doesNotMatch(output, /the connector (sparkplug|opcua-json)/);
      assert.match(output, /\nbroker\.json is written: \d machines, 3 connectors\n/);
    } finally {
      end();
      publisher.end();
      await edge.disconnect();
      await broker.stop();
    }
  });

  it('takes credentials from the environment and writes them nowhere; without them nothing is written', async () => {
    const password = 'correct-horse';
    const broker = await Mosquitto.start({ user: { username: 'reader', password } });
    const publisher = await broker.publisher();
    const end = again(() => publisher.send([['hall/pump-1/power', '2.5']]));
    try {
      const parameters = [broker.url, '--patience', '1', '--out', 'secret.json'];
      const refused = await init(parameters);
      assert.equal(refused.code, 1);
      assert.equal(existsSync(join(folder, 'secret.json')), false);
      const env = { TWINFLOOR_USERNAME: 'reader', TWINFLOOR_PASSWORD: password };
      const { code, output, text, file } = await init(parameters, { env });
      assert.equal(code, 0, output);
      assert.deepEqual(signalsOf(file.connectors[0]), ['pump-1/power']);
      assert.doesNotMatch(`${output}${text}${refused.output}`, /correct-horse/);
    } finally {
      end();
      publisher.end();
      await broker.stop();
    }
  });

  it('binds the topics of a table to its machines', async () => {
    const broker = await Mosquitto.start();
    const publisher = await broker.publisher();
    const end = again(() =>
      publisher.send([
        ['a/b/17/power', '2.5'],
        ['a/b/17/info', '{"program":"P1"}'],
        ['a/c/power', '1'],
      ]),
    );
    writeFileSync(
      join(folder, 'topics.csv'),
      '编号,名称,类型,产线,主题\nY-17,液压机,压力机,一线,a/b/17\nY-18,车床,车床,一线,a/b/18/#\n',
    );
    try {
      const { code, output, file } = await init([
        'topics.csv',
        '--broker',
        broker.url,
        '--patience',
        '1',
        '--out',
        'topics.json',
      ]);
      assert.equal(code, 0, output);
      assert.deepEqual(signalsOf(file.connectors[0]), ['Y-17/power', 'Y-17/program']);
      assert.match(output, /a\/b\/18: found nothing was said/);
    } finally {
      end();
      publisher.end();
      await broker.stop();
    }
  });

  it('says which addresses brokers have for pages when it is given one of plain MQTT, and finds them when told to', async () => {
    const { code, output } = await init(['mqtt://user:pass@broker.local:1883']);
    assert.equal(code, 1);
    assert.match(output, /invalid source: mqtt:\/\/broker\.local:1883, allowed: MQTT over WebSocket/);
    assert.match(output, /ws:\/\/broker\.local:9001/);
    const none = await init(['mqtt://127.0.0.1', '--try-ports']);
    assert.match(none.output, /no WebSocket at ws:\/\/127\.0\.0\.1:9001|nothing that can be proposed/);
  });

  it('says so in a sentence when nobody listens at the address', async () => {
    const { code, output } = await init(['ws://127.0.0.1:1', '--patience', '1']);
    assert.equal(code, 1);
    assert.match(output, /ws:\/\/127\.0\.0\.1:1/);
    assert.doesNotMatch(output, /at .*\.js:/);
  });
});

describe('twinfloor init with a server', () => {
  it('finds an MTConnect agent, and tells that pages of other hosts may not read it', async () => {
    const agent = createAgent({ devices: [{ name: 'lathe', recording }] });
    const server = await serve((request, response) => agent.handle(request, response));
    try {
      const { code, output, file } = await init([server.url, '--out', 'agent.json', '--name', 'Hall 3']);
      assert.equal(code, 0, output);
      assert.equal(file.name, 'Hall 3');
      assert.deepEqual(
        file.connectors.map(({ type, url }) => [type, url]),
        [['mtconnect', server.url]],
      );
      assert.ok(signalsOf(file.connectors[0]).includes('lathe/state'));
      assert.match(output, /does not let pages of other hosts read it/);
    } finally {
      agent.dispose();
      await server.close();
    }
  });

  it('finds a repository of Asset Administration Shells', async () => {
    const server = await aasServer(environment);
    try {
      const { code, output, file } = await init([server.url, '--out', 'shells.json']);
      assert.equal(code, 0, output);
      assert.equal(file.connectors[0].type, 'aas');
      assert.deepEqual(
        machinesOf(file).map(({ id }) => id),
        ['pump'],
      );
    } finally {
      await server.close();
    }
  });

  it('finds a JSON document', async () => {
    const body = JSON.stringify({ 'oven-1': { temperature: 180.5 }, 'oven-2': { temperature: 20 } });
    const server = await serve((request, response) =>
      request.url === '/values'
        ? response.writeHead(200, { 'content-type': 'application/json' }).end(body)
        : false,
    );
    try {
      const { code, output, file } = await init([`${server.url}/values`, '--out', 'rest.json']);
      assert.equal(code, 0, output);
      assert.equal(file.connectors[0].type, 'rest');
      assert.deepEqual(signalsOf(file.connectors[0]), ['oven-1/temperature', 'oven-2/temperature']);
    } finally {
      await server.close();
    }
  });

  it('tells what became of each question to a server that is none of them', async () => {
    const server = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    );
    try {
      const { code, output } = await init([server.url]);
      assert.equal(code, 1);
      for (const line of [/no MTConnect agent: /, /no repository of .*: /, /no JSON document: /]) {
        assert.match(output, line);
      }
    } finally {
      await server.close();
    }
  });
});

describe('twinfloor init with a file', () => {
  it('a recording is played by the page', async () => {
    writeFileSync(join(folder, 'day.twinrec.jsonl'), recording);
    const { code, output, file } = await init(['day.twinrec.jsonl', '--out', 'day.json']);
    assert.equal(code, 0, output);
    const [{ type, recording: address, bindings }] = file.connectors;
    assert.deepEqual([type, address], ['replay', 'day.twinrec.jsonl']);
    assert.ok(bindings.some(({ signal }) => signal === 'okuma-lathe/state'));
  });

  it('a file that the page could not reach is refused', async () => {
    const { code, output } = await init([join(root, 'recordings/okuma-lathe-2022-08-08.twinrec.jsonl')]);
    assert.equal(code, 1);
    assert.match(output, /has to stand beside workshop\.json/);
  });

  it('Asset Administration Shells in JSON and in a package', async () => {
    writeFileSync(join(folder, 'pump.json'), JSON.stringify(environment));
    writeFileSync(join(folder, 'pump.aasx'), packageOf(JSON.stringify(environment)));
    for (const name of ['pump.json', 'pump.aasx']) {
      const { code, output, file } = await init([name, '--out', 'from-shells.json', '--force']);
      assert.equal(code, 0, output);
      assert.equal(file.connectors[0].file, name);
      assert.deepEqual(signalsOf(file.connectors[0]), ['pump/pressure']);
    }
  });

  it('a saved device model is bound to the agent that is named', async () => {
    const agent = createAgent({ devices: [{ name: 'lathe', recording }] });
    const server = await serve((request, response) => agent.handle(request, response));
    const model = await (await fetch(`${server.url}/probe`)).text();
    agent.dispose();
    await server.close();
    writeFileSync(join(folder, 'probe.xml'), model);
    const parameters = ['probe.xml', '--out', 'probe.json', '--agent', 'http://agent.local:5000'];
    const { code, output, file } = await init(parameters);
    assert.equal(code, 0, output);
    assert.equal(file.connectors[0].url, 'http://agent.local:5000');
    writeFileSync(join(folder, 'broken.xml'), '<a>');
    const broken = await init(['broken.xml', '--out', 'broken.json']);
    assert.equal(broken.code, 1);
    assert.match(broken.output, /broken\.xml/);
  });

  it('a table of machines stands on a floor by lines; its mistakes are told with line and column', async () => {
    writeFileSync(
      join(folder, 'machines.csv'),
      '\uFEFFname;type;line;rated power kW\nPress 1;press;Line A;75\nRobot 2;robot;Line A;much\nSaw;;Line B;\n',
    );
    const { code, output, file } = await init(['machines.csv', '--out', 'machines.json']);
    assert.equal(code, 0, output);
    assert.deepEqual(
      file.equipment.map(({ id, parent, ratedPower }) => [id, parent, ratedPower]),
      [
        ['workshop', undefined, undefined],
        ['line-a', 'workshop', undefined],
        ['line-b', 'workshop', undefined],
        ['press-1', 'line-a', 75],
        ['robot-2', 'line-a', undefined],
        ['saw', 'line-b', undefined],
      ],
    );
    const { floor } = file.equipment[0];
    assert.deepEqual(
      floor.zones.map(({ equipment }) => equipment),
      ['line-a', 'line-b'],
    );
    assert.match(output, /line 3, column D \(rated power kW\): found "much", allowed: kW above 0/);
  });

  it('never writes over a file without --force', async () => {
    writeFileSync(join(folder, 'mine.json'), 'mine');
    writeFileSync(join(folder, 'one.csv'), 'name\nPress\n');
    const { code, output } = await init(['one.csv', '--out', 'mine.json']);
    assert.equal(code, 1);
    assert.match(output, /mine\.json is there already/);
    assert.equal(readFileSync(join(folder, 'mine.json'), 'utf8'), 'mine');
    assert.equal((await init(['one.csv', '--out', 'mine.json', '--force'])).code, 0);
  });
});

describe('docs/init.md', () => {
  const page = readFileSync(join(root, 'docs/init.md'), 'utf8');

  it('shows what the command really prints', async () => {
    const block = (language) => codeBlocks(page).find((one) => one.language === language).text;
    const cwd = mkdtempSync(join(folder, 'docs-'));
    writeFileSync(join(cwd, 'machines.csv'), block('csv'));
    const { output } = await init(['machines.csv'], { cwd });
    assert.equal(`$ npx twinfloor init machines.csv\n${output.trim()}`, block('text'));
  });

  it('names heads that are known', () => {
    const rows = tableRows(page, ['column', 'heads', 'what it gives']);
    assert.ok(rows.length > 12);
    for (const head of rows.flatMap(({ cells }) => words(cells[1]))) {
      const table = readMachineTable(new TextEncoder().encode(`name;${head}\nPress;\n`));
      const unknown = table.mistakes.filter(({ allowed }) => allowed.startsWith('a head that is known'));
      assert.deepEqual(unknown, [], head);
    }
  });
});

describe('twinfloor init at a terminal', () => {
  // `script` of util-linux gives a program a terminal.
  const terminal = process.platform === 'linux' && programPath('script');

  /** What is printed and asked while somebody types these lines. */
  async function typed(cwd, lines) {
    const command = `printf '${lines.join('\\n')}\\n' | ${terminal} -qec "'${process.execPath}' '${program}' init" /dev/null`;
    return (await run('sh', ['-c', command], { cwd, quiet: true, timeout: 60_000 })).output;
  }

  it('asks for the source and the name, and writes when it may', { skip: !terminal }, async () => {
    const cwd = mkdtempSync(join(folder, 'terminal-'));
    writeFileSync(join(cwd, 'machines.csv'), 'name\nPress 1\n');
    const refused = await typed(cwd, ['machines.csv', '', 'no']);
    assert.match(
      refused,
      /Where do the data come from\?[^]*found 1 machine[^]*Write workshop\.json\? \(yes\)/,
    );
    assert.equal(existsSync(join(cwd, 'workshop.json')), false);
    assert.match(await typed(cwd, ['machines.csv']), /no answer: nothing is written/);
    assert.equal(existsSync(join(cwd, 'workshop.json')), false);
    await typed(cwd, ['machines.csv', 'Hall 5', '']);
    assert.equal(JSON.parse(readFileSync(join(cwd, 'workshop.json'), 'utf8')).name, 'Hall 5');
  });
});

describe('twinfloor', () => {
  it('says what is missing where nobody can be asked, and what is allowed where something is not known', async () => {
    const said = async (...parameters) => {
      const { code, output } = await run(process.execPath, [program, ...parameters], {
        cwd: folder,
        quiet: true,
      });
      assert.equal(code, 1);
      return output;
    };
    assert.match(await said('init'), /^a source is missing, allowed: ws:\/\//);
    assert.match(await said('init', 'machines.pdf'), /^invalid source: machines\.pdf, allowed: ws:\/\//);
    assert.match(await said('init', 'machines.xlsx'), /^invalid source: machines\.xlsx, allowed: .* as CSV/);
    assert.match(await said('init', 'ws://user:pass@host'), /^invalid source: ws:\/\/host with a user name/);
    assert.match(
      await said('init', '--patience', 'long', 'ws://host'),
      /^invalid --patience: long, allowed: /,
    );
    assert.match(await said('make'), /^invalid command: make, allowed: init, start, help/);
    assert.match(await said('init', '--password', 'x'), /twinfloor help/);
    assert.match(
      await said('start', 'nowhere.json'),
      /^nowhere\.json is not there: twinfloor init writes one/,
    );
  });

  it('help tells all commands', async () => {
    const { code, output } = await run(process.execPath, [program, 'help'], { quiet: true });
    assert.equal(code, 0);
    assert.match(output, /twinfloor init \[source\][\s\S]*twinfloor start \[file\]/);
  });
});

const environment = {
  assetAdministrationShells: [
    {
      modelType: 'AssetAdministrationShell',
      id: 'urn:pump',
      idShort: 'Pump',
      assetInformation: { assetKind: 'Instance', globalAssetId: 'urn:asset:pump' },
      submodels: [{ type: 'ModelReference', keys: [{ type: 'Submodel', value: 'urn:pump:live' }] }],
    },
  ],
  submodels: [
    {
      modelType: 'Submodel',
      id: 'urn:pump:live',
      idShort: 'OperationalData',
      submodelElements: [
        { modelType: 'Property', idShort: 'Pressure', valueType: 'xs:double', value: '2.5' },
      ],
    },
  ],
};

function packageOf(json) {
  const relation = (type, target) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://admin-shell.io/aasx/relationships/${type}" Target="${target}"/></Relationships>`;
  return zipFile([
    { name: '_rels/.rels', content: relation('aasx-origin', '/aasx/aasx-origin') },
    { name: 'aasx/aasx-origin', content: '' },
    { name: 'aasx/_rels/aasx-origin.rels', content: relation('aas-spec', '/aasx/pump.json') },
    { name: 'aasx/pump.json', content: json },
  ]);
}
