import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Refusal } from '@twinfloor/core';

import { XmlError, XmlReader, xmlToken } from '../internal/xml.js';
import { AgentError, DocumentError } from './document.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { readProbe } from './probe-document.js';
import type { StreamObservation } from './stream-observation.js';
import { readStreams } from './streams-document.js';

function observations(text: string): { all: StreamObservation[]; refusals: Refusal[] } {
  const all: StreamObservation[] = [];
  const refusals: Refusal[] = [];
  readStreams(
    text,
    (one) => all.push({ ...one }),
    (refusal) => refusals.push(refusal),
  );
  return { all, refusals };
}

const streams = (inside: string, header = '<Header instanceId="1" nextSequence="9"/>'): string =>
  `<MTConnectStreams>${header}<Streams><DeviceStream name="M"><ComponentStream component="Path" name="p">${inside}</ComponentStream></DeviceStream></Streams></MTConnectStreams>`;

suite('MTConnect documents', () => {
  test('a bad sequence number is refused with its place and the observation kept without it', () => {
    const { all, refusals } = observations(
      streams(
        '<Events><Execution dataItemId="e" timestamp="2026-01-01T00:00:00Z" sequence="221=">ACTIVE</Execution><Program dataItemId="p" timestamp="2026-01-01T00:00:00Z" sequence="7">A&amp;B</Program></Events>',
      ),
    );
    assert.deepEqual(
      all.map(({ dataItemId, sequence, text }) => [dataItemId, sequence, text]),
      [
        ['e', undefined, 'ACTIVE'],
        ['p', 7, 'A&B'],
      ],
    );
    assert.deepEqual(refusals, [
      { place: 'line 1, column 143, sequence', found: '221=', allowed: 'a whole number' },
    ]);
  });

  test('an observation without a time is left out and the rest is used', () => {
    const { all, refusals } = observations(
      streams(
        '<Events><Execution dataItemId="e" sequence="1">ACTIVE</Execution><Mode dataItemId="m" timestamp="2026-01-01T00:00:00Z" sequence="2">X</Mode></Events>',
      ),
    );
    assert.deepEqual(
      all.map(({ dataItemId }) => dataItemId),
      ['m'],
    );
    assert.match(refusals[0].place, /^line 1, column \d+, e$/);
  });

  test('data sets and tables are read as entries, time series as numbers with their rate', () => {
    const { all } = observations(
      streams(
        `<Samples><PositionTimeSeries dataItemId="t" timestamp="2026-01-01T00:00:00Z" sequence="1" sampleCount="3" sampleRate="10">1 2 3</PositionTimeSeries></Samples>
<Events>
 <VariableDataSet dataItemId="v" timestamp="2026-01-01T00:00:00Z" sequence="2" count="2" resetTriggered="DAY"><Entry key="a">1</Entry><Entry key="b" removed="true"/></VariableDataSet>
 <WorkOffsetTable dataItemId="w" timestamp="2026-01-01T00:00:00Z" sequence="3" count="1"><Entry key="G54"><Cell key="X">1</Cell><Cell key="Y">2 &amp; 3</Cell></Entry></WorkOffsetTable>
</Events>`,
      ),
    );
    assert.deepEqual(
      all.map(({ text, entries, sampleRate, resetTriggered }) => [text, entries, sampleRate, resetTriggered]),
      [
        ['1 2 3', undefined, 10, undefined],
        [
          '',
          [
            { key: 'a', value: '1' },
            { key: 'b', value: undefined },
          ],
          0,
          'DAY',
        ],
        ['', [{ key: 'G54', value: { X: '1', Y: '2 & 3' } }], 0, undefined],
      ],
    );
  });

  test('elements that look alike are read like the first, and each is looked at when it differs', () => {
    const element = (id: string, inside: string, end = `>${inside}</x:Load>`): string =>
      `\n <x:Load dataItemId="${id}" timestamp="2026-01-01T00:00:00Z" sequence="1" name="n.m"${end}`;
    const { all } = observations(
      streams(
        `<Samples>${[
          element('a', '1'),
          element('b', ' 2 '),
          element('&lt;', '3'),
          element('d', '<![CDATA[4]]>'),
          element('e', '5&#54;'),
          element('f', '7<!-- 8 -->'),
          element('g', '', '/>'),
          element('h', '', '/>'),
          element('i', ' 9]'),
        ].join('')}</Samples>`,
      ),
    );
    assert.deepEqual(
      all.map(({ dataItemId, element, text }) => [dataItemId, element, text]),
      [
        ['a', 'Load', '1'],
        ['b', 'Load', '2'],
        ['<', 'Load', '3'],
        ['d', 'Load', '4'],
        ['e', 'Load', '56'],
        ['f', 'Load', '7'],
        ['g', 'Load', ''],
        ['h', 'Load', ''],
        ['i', 'Load', '9]'],
      ],
    );
  });

  test('an error document is told by its code and text, another document by its name', () => {
    const error =
      '<MTConnectError><Header/><Errors><Error errorCode="OUT_OF_RANGE">too old</Error></Errors></MTConnectError>';
    assert.throws(
      () => readStreams(error, () => {}),
      (caught) =>
        caught instanceof AgentError && caught.code === 'OUT_OF_RANGE' && /too old/.test(caught.message),
    );
    assert.throws(() => readProbe('<html/>'), DocumentError);
    assert.throws(() => readProbe(streams('')), /found <MTConnectStreams>, allowed: <MTConnectDevices>/);
  });
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const seed = 20_161_025;
test(`3,000 documents with random mistakes are read or refused, none takes long (seed ${seed})`, () => {
  const random = randomOf(seed);
  const whole = streams(
    '<Samples><Load dataItemId="l" timestamp="2026-01-01T00:00:00Z" sequence="1">4.5</Load></Samples><Condition><Fault dataItemId="c" timestamp="2026-01-01T00:00:00.5Z" sequence="2" nativeCode="&lt;1&gt;"><![CDATA[a<b]]></Fault></Condition><!-- end -->',
  );
  const pieces = [
    '<',
    '>',
    '"',
    '&',
    '/',
    '<!--',
    ']]>',
    '<![CDATA[',
    '\n',
    '\u0000',
    'é',
    '中',
    '="',
    '<a>',
    '</a>',
    ' ',
  ];
  let slowest = 0;
  for (let round = 0; round < 3000; round++) {
    let text = whole;
    for (let change = 0; change < 1 + random() * 4; change++) {
      const at = Math.floor(random() * text.length);
      const piece = random() < 0.5 ? pieces[Math.floor(random() * pieces.length)] : '';
      text = text.slice(0, at) + piece + text.slice(at + Math.floor(random() * 5));
    }
    const started = performance.now();
    try {
      observations(text);
      readProbe(text);
    } catch (error) {
      const isKnown =
        error instanceof XmlError || error instanceof DocumentError || error instanceof AgentError;
      assert.ok(isKnown, `${String(error)} in ${text}`);
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  assert.ok(slowest < 200, `one took ${slowest} ms`);
});

test('twenty thousand refusals in one document cost no more than reading it', () => {
  const bad = '<Load dataItemId="l" timestamp="2026-01-01T00:00:00Z" sequence="x">1</Load>';
  const started = performance.now();
  const { all, refusals } = observations(streams(`<Samples>${bad.repeat(20_000)}</Samples>`));
  assert.deepEqual([all.length, refusals.length], [20_000, 20_000]);
  assert.ok(performance.now() - started < 2000);
});

interface DeviceFacts {
  name: string;
  uuid: string;
  id: string;
  dataItems: number;
  byCategory: Record<string, number>;
  componentElements: number;
  executionDataItems: string[];
  conditions: string[];
  units: string[];
}

interface SelectedFact {
  component: string;
  componentName: string;
  dataItemId: string;
  sequence: number;
  subType: string | null;
  value: string;
}

fixtures('MTConnect documents of others', () => {
  const facts = JSON.parse(fixture('mtconnect/facts.json')) as Record<string, Record<string, unknown>>;

  suite('MTConnect documents of others', () => {
    for (const [file, fact] of Object.entries(facts).filter(([, { root }]) => root === 'MTConnectDevices')) {
      test(`${file} has the devices, data items, components and units of facts.json`, () => {
        const { devices } = readProbe(fixture(`mtconnect/${file}`), (refusal) =>
          assert.fail(JSON.stringify(refusal)),
        );
        const found = devices.map(({ name, uuid, id, componentCount, dataItems }) => {
          const byCategory: Record<string, number> = {};
          for (const { category } of dataItems) byCategory[category] = (byCategory[category] ?? 0) + 1;
          const idsOf = (wanted: (item: (typeof dataItems)[number]) => boolean) =>
            dataItems.filter(wanted).map((item) => item.id);
          return {
            name,
            uuid,
            id,
            dataItems: dataItems.length,
            byCategory,
            // facts.json counts the two <SolidModel> of solid_model.xml, which are configuration.
            componentElements: componentCount + (file.endsWith('solid_model.xml') ? 2 : 0),
            executionDataItems: idsOf((item) => item.type === 'EXECUTION'),
            conditions: idsOf((item) => item.category === 'CONDITION'),
            units: [...new Set(dataItems.flatMap(({ units }) => units ?? []))].sort(),
          };
        });
        assert.deepEqual(found, fact.devices as DeviceFacts[]);
      });
    }

    test('Current-Mazak-1.5.xml has the observations, selected values and conditions of facts.json', () => {
      const fact = facts['trakhound/Current-Mazak-1.5.xml'];
      const device = (fact.devices as Record<string, unknown>[])[0];
      const { all, refusals } = observations(fixture('mtconnect/trakhound/Current-Mazak-1.5.xml'));
      assert.deepEqual(refusals, []);
      const count = (wanted: (one: StreamObservation) => boolean): number => all.filter(wanted).length;
      assert.equal(all.length, device.observations);
      assert.equal(
        count(({ category }) => category === 'SAMPLE'),
        device.samples,
      );
      assert.equal(
        count(({ category }) => category === 'EVENT'),
        device.events,
      );
      const conditions = {
        Normal: count(({ category, level }) => category === 'CONDITION' && level === 'normal'),
        Unavailable: count(({ level, category }) => category === 'CONDITION' && level === 'unavailable'),
      };
      assert.deepEqual(conditions, device.conditions);
      assert.equal(
        count(({ text, level }) => text === 'UNAVAILABLE' || level === 'unavailable'),
        device.unavailableObservations,
      );
      const sequences = all.map(({ sequence }) => sequence!);
      assert.equal(Math.min(...sequences), device.minSequence);
      assert.equal(Math.max(...sequences), device.maxSequence);
      for (const [element, selected] of Object.entries(device.selected as Record<string, SelectedFact[]>)) {
        const found = all
          .filter((one) => one.element === element)
          .map((one) => ({
            component: one.component,
            componentName: one.componentName,
            dataItemId: one.dataItemId,
            sequence: one.sequence,
            subType: one.subType ?? null,
            value: one.text,
          }));
        assert.deepEqual(found, selected, element);
      }
      for (const { dataItemId, type, value } of device.sampleValues as {
        dataItemId: string;
        type: string;
        value: string;
      }[]) {
        const found = all.find((one) => one.dataItemId === dataItemId && one.element === type);
        assert.equal(found?.text, value, dataItemId);
      }
      assert.equal(
        count(
          ({ category, level }) => category === 'CONDITION' && (level === 'fault' || level === 'warning'),
        ),
        (device.activeConditions as unknown[]).length,
      );
    });

    test('the header of Current-Mazak-1.5.xml is read', () => {
      const header = readStreams(fixture('mtconnect/trakhound/Current-Mazak-1.5.xml'), () => {});
      assert.deepEqual(header, {
        instanceId: '1666332811',
        creationTime: Date.parse('2022-10-21T09:55:00Z'),
        bufferSize: 131072,
        firstSequence: 1,
        lastSequence: 2868,
        nextSequence: 2869,
      });
    });

    test('Current-Simple.xml, whose numbers and times end in "=", is refused piece by piece with the places', () => {
      const fact = facts['trakhound/Current-Simple.xml'];
      const { all, refusals } = observations(fixture('mtconnect/trakhound/Current-Simple.xml'));
      assert.equal(all.length, 0);
      const sequences = refusals.filter(({ place }) => place.endsWith(', sequence'));
      assert.deepEqual(
        sequences.map(({ found }) => found),
        fact.malformedSequenceValues,
      );
      assert.deepEqual(
        sequences.map(({ place }) => place),
        ['line 8, column 5, sequence', 'line 9, column 5, sequence'],
      );
      assert.equal(refusals.filter(({ place }) => place.endsWith('comms_cond=')).length, 2);
      assert.equal(refusals.filter(({ place }) => place.startsWith('line 3')).length, 5);
    });

    test('asset4.xml, which is not well formed, is refused in one sentence with line and column', () => {
      const reader = new XmlReader(fixture('mtconnect/cppagent/asset4.xml'));
      const readAll = () => {
        while (reader.next() !== xmlToken.end);
      };
      // The end tag begins at column 1411; facts.json counts columns from 0 and names the name within.
      assert.throws(readAll, /^XmlError: not well-formed XML: .*<CuttingItem> \(line 1, column 1411\)$/);
    });

    test('asset1.xml, which is well formed but no device model, is refused by its name', () => {
      assert.throws(
        () => readProbe(fixture('mtconnect/cppagent/asset1.xml')),
        /found <CuttingTool>, allowed/,
      );
    });
  });
});
