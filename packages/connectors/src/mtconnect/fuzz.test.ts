import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from '../testing/fuzz.js';
import { XmlError } from '../internal/xml.js';
import { readAssets } from './assets-document.js';
import { AgentError, DocumentError } from './document.js';
import * as json from './json-documents.js';
import { MultipartError, MultipartParser } from './multipart.js';
import { readProbe } from './probe-document.js';
import { readStreams } from './streams-document.js';

const seed = 20_161_025;
const count = 100_000;
const about = 'timestamp="2026-01-01T00:00:00.5Z"';
const header = '<Header instanceId="1" nextSequence="9" creationTime="2026-01-01T00:00:00Z"/>';

const streams = [
  `<?xml version="1.0"?><m:MTConnectStreams xmlns:m="urn:m">${header}<Streams><DeviceStream name="M"><ComponentStream component="Path"><Samples><Load dataItemId="a" ${about} sequence="1">4.5</Load>\n<Load dataItemId="b" ${about} sequence="2">&lt;6&#55;</Load><Load dataItemId="c" ${about} sequence="3"/></Samples><Condition><Fault dataItemId="d" ${about} sequence="4" nativeCode="1"><![CDATA[a<b]]></Fault></Condition></ComponentStream></DeviceStream></Streams></m:MTConnectStreams>`,
  `<MTConnectStreams>${header}<Streams><DeviceStream><ComponentStream><Events><VDataSet dataItemId="v" ${about} sequence="5" resetTriggered="DAY"><Entry key="a">1</Entry><Entry key="b" removed="true"/></VDataSet><WTable dataItemId="w" ${about} sequence="6"><Entry key="r"><Cell key="c">2</Cell></Entry></WTable></Events></ComponentStream></DeviceStream></Streams></MTConnectStreams>`,
  '<MTConnectError><Errors><Error errorCode="OUT_OF_RANGE">too old</Error></Errors></MTConnectError>',
];
const probes = [
  `<MTConnectDevices>${header}<Devices><Device id="d" name="M" uuid="u"><DataItems><DataItem id="a" type="LOAD" category="SAMPLE" units="PERCENT"/></DataItems><Components><Axes id="x"><Components><Linear id="l"><DataItems><DataItem id="b" type="POSITION" category="SAMPLE" representation="TIME_SERIES"/></DataItems></Linear></Components></Axes></Components></Device></Devices></MTConnectDevices>`,
];
const time = '2026-01-01T00:00:00Z';
const jsons = [
  {
    MTConnectStreams: {
      Header: { instanceId: 1, nextSequence: 9 },
      Streams: {
        DeviceStream: [
          {
            ComponentStream: [
              {
                component: 'Path',
                Samples: { Load: [{ dataItemId: 'a', timestamp: time, sequence: 1, value: 4.5 }] },
                Events: {
                  VDataSet: [{ dataItemId: 'v', timestamp: time, value: { a: { removed: true }, b: 1 } }],
                },
              },
            ],
          },
        ],
      },
    },
  },
  {
    streams: [
      {
        name: 'M',
        componentStream: [
          { component: 'P', condition: [{ dataItemId: 'c', level: 'FAULT', timestamp: time }] },
        ],
      },
    ],
  },
  {
    MTConnectDevices: {
      Devices: [
        { Device: { id: 'd', DataItems: [{ DataItem: { id: 'a', type: 'LOAD', category: 'SAMPLE' } }] } },
      ],
    },
  },
].map((document) => JSON.stringify(document));
const assets = [
  '<MTConnectAssets><Assets><CuttingTool assetId="a" toolId="t"><CuttingToolLifeCycle><ToolLife type="MINUTES" limit="9">8</ToolLife></CuttingToolLifeCycle></CuttingTool></Assets></MTConnectAssets>',
  '{"MTConnectAssets":{"Assets":{"CuttingTool":[{"assetId":"a","CuttingToolLifeCycle":{"ToolLife":[{"type":"MINUTES","value":8}]}}]}}}',
];
const parts = [
  '--b\r\nContent-type: text/xml\r\nContent-length: 5\r\n\r\n<a/>\n\r\n--b\r\nContent-length: 1\r\n\r\nx\r\n--b--',
];

/** What the connector expects of a document that is not right; it counts these and goes on. */
function isExpected(error: unknown): boolean {
  return [XmlError, SyntaxError, AgentError, DocumentError, MultipartError].some(
    (kind) => error instanceof kind,
  );
}

const decoder = new TextDecoder();
for (const [what, samples, read] of [
  ['observations in XML', streams, (text, refuse) => void readStreams(text, () => {}, refuse)],
  ['device models in XML', probes, (text, refuse) => void readProbe(text, refuse)],
  [
    'documents in JSON',
    jsons,
    (text, refuse) => {
      const isProbe = text.includes('Devices');
      if (isProbe) json.readProbe(text, refuse);
      else json.readStreams(text, () => {}, refuse);
    },
  ],
  ['assets', assets, (text) => readAssets(text, () => {})],
  ['multipart bodies', parts, undefined],
] as readonly [string, readonly string[], ((text: string, refuse: () => void) => void) | undefined][]) {
  test(`${count} mutated ${what} are read or refused, none throws anything else or takes long (seed ${seed})`, () => {
    let inside = 0;
    const result = fuzz({
      seed,
      count,
      samples: samples.map((sample) => new TextEncoder().encode(sample)),
      take(bytes) {
        let refusals = 0;
        try {
          if (read) read(decoder.decode(bytes), () => refusals++);
          else new MultipartParser('b', 4096).push(bytes, () => inside++);
        } catch (error) {
          if (!isExpected(error)) throw error;
          refusals++;
        }
        return refusals > 0 ? 'refused' : 'taken';
      },
    });
    assert.equal(result.thrown, undefined);
    assert.equal(result.taken + result.refused, count);
    assert.ok(result.taken > 0 && result.refused > 0);
    assert.ok(result.longest < 50, `one took ${result.longest} ms`);
    assert.ok(read || inside > 0);
  });
}
