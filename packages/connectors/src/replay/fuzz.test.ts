import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from '../testing/fuzz.js';
import { readLog } from './log.js';
import { parseRecording, type Recording } from './recording.js';

const head = {
  format: 'twinfloor-recording-1',
  name: 'Test',
  source: 'a test',
  licence: 'Apache-2.0',
  from: '2026-05-04T06:00:00Z',
  to: '2026-05-04T07:00:00Z',
  signals: [
    { name: 'power', kind: 'number', unit: 'kW' },
    { name: 'mill/state', kind: 'state' },
    { name: 'logic', kind: 'condition' },
  ],
};
const recording = [
  JSON.stringify(head),
  '[0,0,12.5]',
  '[250,1,["running","ACTIVE"]]',
  '[1000,2,{"level":"fault","code":"81","text":"Door"}]',
  '[10,0,null]',
  '[10,0,3,"uncertain"]',
  '',
].join('\n');

const shdr = [
  '2026-05-04T06:00:00.0000Z|execution|ACTIVE|Xact|12.5',
  '2026-05-04T06:00:01Z|logic|FAULT|81|1|HIGH|Door open',
  '2026-05-04T06:00:02Z|execution|UNAVAILABLE',
  '',
].join('\n');

const csv = [
  'time,power,program',
  '2026-05-04T06:00:00Z,12.5,"O1, first"',
  '2026-05-04T06:00:01Z,,O2',
  '',
].join('\r\n');

const seed = 4711;
const decoders = {
  'recordings of ours': [recording, parseRecording],
  SHDR: [shdr, readLog],
  CSV: [csv, readLog],
} satisfies Record<string, [string, (text: string, refuse: () => void) => Recording]>;

for (const [name, [sample, read]] of Object.entries(decoders)) {
  test(`${name} may be anything: 100,000 mutated files are read or refused (seed ${seed})`, () => {
    const decoder = new TextDecoder();
    const { taken, refused, thrown, longest, growth } = fuzz({
      seed,
      count: 100_000,
      samples: [new TextEncoder().encode(sample)],
      take(bytes) {
        let refusals = 0;
        try {
          const { times, values } = read(decoder.decode(bytes), () => void refusals++);
          assert.ok(times.every(Number.isFinite), 'a time that is none');
          const numbers = values.filter((value) => typeof value === 'number');
          assert.ok(numbers.every(Number.isFinite), 'a number that is none');
        } catch (error) {
          // The whole file is no recording: the connector tells that as its status.
          if (!(error instanceof RangeError)) throw error;
          refusals++;
        }
        return refusals > 0 ? 'refused' : 'taken';
      },
    });
    assert.equal(thrown, undefined, `${String(thrown?.error)}: ${decoder.decode(thrown?.bytes)}`);
    assert.ok(taken > 1_000 && refused > 1_000, `${taken} taken, ${refused} refused`);
    assert.ok(longest < 50, `${longest} ms`);
    assert.ok(growth < 32 * 1024 * 1024, `${growth} bytes`);
  });
}
