import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fixtures, makeRecordings } from './recordings.mjs';

const folder = new URL('../recordings/', import.meta.url);

/** A reader that knows nothing of ours: rows `{ time, name, value }`. */
function read(file) {
  const [first, ...lines] = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
  const head = JSON.parse(first);
  let time = Date.parse(head.from);
  const rows = lines.map((line) => {
    const [passed, signal, value] = JSON.parse(line);
    time += passed;
    return { time, name: head.signals[signal].name, value };
  });
  return { head, rows };
}

function secondsPerWord({ head, rows }, name) {
  const changes = rows.filter((row) => row.name === name);
  const seconds = {};
  changes.forEach(({ time, value }, index) => {
    const end = changes[index + 1]?.time ?? Date.parse(head.to);
    seconds[value] = Math.round((seconds[value] ?? 0) * 1000 + (end - time)) / 1000;
  });
  return seconds;
}

/** How often each fault and warning was reported. */
function reports({ head, rows }) {
  const conditions = new Set(head.signals.filter(({ kind }) => kind === 'condition').map(({ name }) => name));
  const counts = {};
  for (const { name, value } of rows.filter((row) => conditions.has(row.name))) {
    const { level, code } = value;
    if (level !== 'warning' && level !== 'fault') continue;
    const title = `${name}|${level[0].toUpperCase()}${level.slice(1)}|${code}`;
    counts[title] = (counts[title] ?? 0) + 1;
  }
  return counts;
}

test('the mill of 4 October 2016 executed 28.702 s', () => {
  const recording = read('nist-mill-2016-10-04.twinrec.jsonl');
  assert.deepEqual(secondsPerWord(recording, 'execution'), {
    ACTIVE: 28.702,
    READY: 1147.54,
    UNAVAILABLE: 4737.866,
  });
  assert.deepEqual(reports(recording), {});
});

test('the mill of 25 October 2016 executed 281.012 s and reported 50 faults and warnings', () => {
  const recording = read('nist-mill-2016-10-25.twinrec.jsonl');
  assert.deepEqual(secondsPerWord(recording, 'execution'), {
    ACTIVE: 281.012,
    READY: 3317.572,
    UNAVAILABLE: 24632.731,
  });
  assert.deepEqual(reports(recording), {
    'logic|Fault|81000000': 2,
    'logic|Fault|8100000B': 2,
    'logic|Fault|81000011': 2,
    'logic|Fault|81000014': 1,
    'logic|Fault|81000046': 1,
    'logic|Fault|81000047': 3,
    'logic|Fault|81000061': 1,
    'logic|Fault|8100019E': 3,
    'logic|Fault|81000212': 2,
    'logic|Warning|81000024': 4,
    'logic|Warning|8100004F': 5,
    'logic|Warning|81000207': 2,
    'logic|Warning|81000399': 3,
    'system|Fault|3AA': 1,
    'system|Fault|454B': 12,
    'system|Fault|B6': 6,
  });
});

test('the steel plant took 521,199.76 kWh in half a year and at most 153.14 kWh in 15 minutes', () => {
  const { head, rows } = read('steel-plant-2018-h1.twinrec.jsonl');
  const readings = rows.filter(({ name }) => name === 'energy');
  assert.equal(readings.length, 17376 + 1);
  assert.deepEqual([readings[0].time, readings[0].value], [Date.parse('2018-01-01T00:00+09:00'), 0]);
  assert.equal(readings.at(-1).time, Date.parse('2018-07-01T00:00+09:00'));
  assert.equal(readings.at(-1).value, 521199.76);
  assert.equal(head.timeZone, 'Asia/Seoul');
  const steps = readings
    .slice(1)
    .map(({ time, value }, index) => ({ time, step: hundredths(value, readings[index].value) }));
  const peak = steps.reduce((highest, each) => (each.step > highest.step ? each : highest));
  assert.deepEqual(peak, { time: Date.parse('2018-01-15T13:45+09:00'), step: 15314 });
});

test('each load type of the steel plant holds for as many intervals as were measured', () => {
  const intervals = secondsPerWord(read('steel-plant-2018-h1.twinrec.jsonl'), 'loadType');
  assert.deepEqual(intervals, { Light_Load: 8864 * 900, Maximum_Load: 3648 * 900, Medium_Load: 4864 * 900 });
});

test('the steel plant took 228,436.05 kvarh lagging and 73,405.07 kvarh leading', () => {
  const { rows } = read('steel-plant-2018-h1-reactive.twinrec.jsonl');
  assert.equal(rows.findLast(({ name }) => name === 'laggingReactiveEnergy').value, 228436.05);
  assert.equal(rows.findLast(({ name }) => name === 'leadingReactiveEnergy').value, 73405.07);
});

test('the lathe ran four programs and made the parts that its counter showed', () => {
  const { rows } = read('okuma-lathe-2022-08-08.twinrec.jsonl');
  const words = (name) =>
    rows.filter((row) => row.name === name && row.value !== null).map(({ value }) => value);
  assert.deepEqual(
    new Set(words('pexecution')),
    new Set(['READY', 'ACTIVE', 'PROGRAM_COMPLETED', 'UNAVAILABLE']),
  );
  assert.equal(new Set(words('pprogram')).size, 4);
  assert.deepEqual(words('ppartcount').sort(), [0, 0, 0, 1, 1, 1, 2, 3]);
});

for (const file of readdirSync(folder).filter((name) => name.endsWith('.twinrec.jsonl'))) {
  test(`${file} names source and licence, is in order of time and no larger than 500 kB`, () => {
    const { head, rows } = read(file);
    assert.equal(head.format, 'twinfloor-recording-1');
    assert.ok(head.name && head.source && head.licence);
    assert.ok(rows.every(({ time }, index) => index === 0 || time >= rows[index - 1].time));
    assert.equal(rows.at(-1).time, Date.parse(head.to));
    assert.ok(readFileSync(new URL(file, folder)).length <= 500_000);
  });
}

if (existsSync(fixtures)) {
  test('the recordings are what the tool makes of the measured data', () => {
    for (const [file, content] of Object.entries(makeRecordings())) {
      assert.ok(
        readFileSync(new URL(file, folder), 'utf8') === content,
        `${file} differs: run node tools/recordings.mjs`,
      );
    }
  });
} else {
  console.log(`no measured data in ${fixtures}: the recordings are not made anew`);
}

function hundredths(later, earlier) {
  return Math.round(later * 100) - Math.round(earlier * 100);
}
