// Makes the compact recordings in recordings/ from the measured data of others. Run: node tools/recordings.mjs
// The data are not part of this repository: ../shared/fixtures beside it, or the folder in TWINFLOOR_FIXTURES.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { latheSignals, millSignals } from './recordings-signals.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the measured data are. */
export const fixtures = process.env.TWINFLOOR_FIXTURES ?? join(root, '../shared/fixtures');

/** All recordings, by file name. */
export function makeRecordings() {
  return {
    'nist-mill-2016-10-04.twinrec.jsonl': mill('20161004-20161005', '2016-10-04'),
    'nist-mill-2016-10-25.twinrec.jsonl': mill('20161025-20161026', '2016-10-25'),
    'okuma-lathe-2022-08-08.twinrec.jsonl': lathe(),
    'steel-plant-2018-h1.twinrec.jsonl': steel('active energy and load type', activeEnergy),
    'steel-plant-2018-h1-reactive.twinrec.jsonl': steel('reactive energy', reactiveEnergy),
  };
}

function mill(days, day) {
  const file = `GFAgie01-${days}.txt`;
  const events = shdrEvents(readFileSync(join(fixtures, 'mtconnect/nist-sms', file), 'utf8'));
  const from = events.find(({ time }) => time >= Date.parse(day)).time;
  return recording(
    {
      name: `GF Agie 5-axis mill, NIST Smart Manufacturing Systems test bed, ${day}`,
      source: `github.com/usnistgov/smstestbed, raw/GFAgie01/${file}, commit 968279f14ebe`,
      licence: 'Public domain (work of the US Government, NIST)',
      note: 'From the first event of the day to the last stamp of the file; begins with what held before. Assets and path_pos (X, Y and Z once more) are left out.',
      from,
    },
    millSignals,
    events,
  );
}

function lathe() {
  const lines = readFileSync(join(fixtures, 'mtconnect/cppagent/okuma.shdr.txt'), 'utf8');
  return recording(
    {
      name: 'Okuma lathe, demonstration run of the MTConnect agent, 2022-08-08',
      source: 'github.com/mtconnect/cppagent, demo/agent/okuma.txt, commit 708116fbb2c0',
      licence: 'Apache-2.0',
      attribution: 'AMT – The Association For Manufacturing Technology',
      note: 'Four runs, put in order of time; missing from the end of one to the begin of the next. Positions thinned to 10 Hz. Assets, program blocks and machine coordinates are left out.',
    },
    latheSignals,
    shdrRuns(lines).flatMap((run, _, runs) => [...run, ...endOfRun(run, runs, latheSignals)]),
  );
}

/** The runs of the Okuma file: each begins with a full report that starts with the availability. */
function shdrRuns(content) {
  const starts = [...content.matchAll(/^\S+Z\|avail\|AVAILABLE\|fmode\|/gm)].map(({ index }) => index);
  return starts.map((start, index) => shdrEvents(content.slice(start, starts[index + 1])));
}

/** Nothing is known after a run, unless another one is under way. */
function endOfRun(run, runs, signals) {
  const end = run.at(-1).time;
  const underWay = runs.some((other) => other[0].time <= end && other.at(-1).time > end);
  if (underWay || runs.every((other) => other[0].time <= end)) return [];
  return Object.entries(signals).map(([key, { kind }]) => ({
    time: end + 1,
    key,
    value: 'UNAVAILABLE',
    rest: kind === 'condition' ? ['', '', '', ''] : [],
  }));
}

/** The events of an SHDR log in order of time; ties keep the order of the file. */
function shdrEvents(content) {
  const events = [];
  let multiline;
  for (const line of content.split(/\r?\n/)) {
    const end = line.match(/--multiline--\w+$/)?.[0];
    if (multiline) {
      if (end === multiline) multiline = undefined;
      continue;
    }
    const [stamp, ...items] = line.split('|');
    const time = Date.parse(stamp);
    if (items[0]?.startsWith('@')) multiline = end;
    if (Number.isNaN(time) || items[0].startsWith('@')) continue;
    if (/^(normal|warning|fault|unavailable)$/i.test(items[1]) && items.length === 6) {
      events.push({ time, key: items[0], value: items[1], rest: items.slice(2) });
      continue;
    }
    for (let item = 0; item + 1 < items.length; item += 2) {
      events.push({ time, key: items[item], value: items[item + 1], rest: [] });
    }
  }
  return events.sort((a, b) => a.time - b.time);
}

/** The lines of one recording. */
function recording({ from, ...head }, signals, events) {
  const keys = Object.keys(signals);
  const known = events.filter(({ key }) => Object.hasOwn(signals, key)).sort((a, b) => a.time - b.time);
  const begin = from ?? known[0].time;
  const before = known.filter(({ time }) => time < begin);
  const first = keys
    .flatMap((key) => lastReports(before, key, signals[key]))
    .map((event) => ({ ...event, time: begin }));
  const shown = new Map();
  const rows = [...first, ...known.filter(({ time }) => time >= begin)].flatMap(
    ({ time, key, value, rest }) => {
      const { thinned } = signals[key];
      if (thinned && time - (shown.get(key) ?? -Infinity) < thinned && value !== 'UNAVAILABLE') return [];
      shown.set(key, time);
      return [[time, keys.indexOf(key), valueOf(signals[key], value, rest)]];
    },
  );
  const described = keys.map((name) => {
    const { kind, unit, type, subType } = signals[name];
    return { name, kind, unit, type, subType };
  });
  return written({ ...head, from: begin, to: rows.at(-1)[0], signals: described }, rows);
}

/** What is known of a signal from the events before the begin: its last value, or its active conditions. */
function lastReports(before, key, { kind }) {
  const events = before.filter((event) => event.key === key);
  if (kind !== 'condition') return events.slice(-1);
  const cleared = events.findLastIndex(
    ({ value, rest }) => /^(normal|unavailable)$/i.test(value) && !rest[0],
  );
  return events.slice(Math.max(cleared, 0));
}

function valueOf({ kind, keeps }, value, [code, severity, qualifier, words]) {
  if (kind === 'condition') {
    const given = { level: value.toLowerCase(), code, severity, qualifier, text: words };
    return Object.fromEntries(Object.entries(given).filter(([, each]) => each));
  }
  if (value === '' || (value === 'UNAVAILABLE' && !keeps?.includes(value))) return null;
  return kind === 'text' ? value : Number(value);
}

/** Rows are `[time, signal, value]`; in the file each time is what passed since the row before. */
function written({ from, to, signals, ...head }, rows) {
  const iso = (time) => new Date(time).toISOString();
  const first = { format: 'twinfloor-recording-1', ...head, from: iso(from), to: iso(to), signals };
  let last = from;
  const lines = rows.map(([time, signal, value]) => {
    const passed = time - last;
    last = time;
    return JSON.stringify([passed, signal, value]);
  });
  return `${[JSON.stringify(first), ...lines].join('\n')}\n`;
}

const quarter = 15 * 60_000;

function steel(what, rowsOf) {
  const [, ...lines] = readFileSync(join(fixtures, 'energy/steel-2018-h1.csv'), 'utf8').trim().split('\n');
  const from = Date.parse('2018-01-01T00:00+09:00');
  const intervals = lines.map((line, index) => {
    const [stamp, energy, lagging, leading, , , , , , , loadType] = line.split(',');
    const end = from + (index + 1) * quarter;
    if (end !== endOf(stamp))
      throw new Error(`line ${index + 2}: ${stamp} is not 15 minutes after the line before`);
    return { end, energy, lagging, leading, loadType };
  });
  const { signals, rows } = rowsOf(intervals, from);
  return written(
    {
      name: `Steel plant, Gwangyang, January to June 2018, ${what}`,
      source: 'UCI Machine Learning Repository, Steel Industry Energy Consumption, doi 10.24432/C52G8C',
      licence: 'CC-BY-4.0',
      attribution: 'V E Sathishkumar, C. Shin, Y. Cho',
      note: 'Made from the consumption per 15 minutes: counters that start at 0, read at the end of each interval.',
      timeZone: 'Asia/Seoul',
      from,
      to: intervals.at(-1).end,
      signals,
    },
    rows,
  );
}

/** The instant of a stamp. The row stamped 00:00 is the last of its day, not the first. */
function endOf(stamp) {
  const [, day, month, year, time] = stamp.match(/^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d)$/);
  return Date.parse(`${year}-${month}-${day}T${time === '00:00' ? '24:00' : time}+09:00`);
}

function activeEnergy(intervals, from) {
  const signals = [
    { name: 'energy', kind: 'counter', unit: 'kWh' },
    { name: 'loadType', kind: 'text' },
  ];
  const reading = counter();
  const rows = [
    [from, 0, 0],
    [from, 1, intervals[0].loadType],
  ];
  for (const [index, { end, energy }] of intervals.entries()) {
    rows.push([end, 0, reading(energy)]);
    // The load type is that of an interval, so it holds from its begin.
    const next = intervals[index + 1]?.loadType;
    if (next && next !== intervals[index].loadType) rows.push([end, 1, next]);
  }
  return { signals, rows };
}

function reactiveEnergy(intervals, from) {
  const signals = [
    { name: 'laggingReactiveEnergy', kind: 'counter', unit: 'kvarh' },
    { name: 'leadingReactiveEnergy', kind: 'counter', unit: 'kvarh' },
  ];
  const [lagging, leading] = [counter(), counter()];
  const rows = [
    [from, 0, 0],
    [from, 1, 0],
  ];
  for (const interval of intervals) {
    rows.push([interval.end, 0, lagging(interval.lagging)]);
    if (Number(interval.leading) > 0) rows.push([interval.end, 1, leading(interval.leading)]);
  }
  return { signals, rows };
}

/** Adds amounts with two decimals up without an error of rounding. */
function counter() {
  let hundredths = 0;
  return (amount) => (hundredths += Math.round(Number(amount) * 100)) / 100;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of Object.entries(makeRecordings())) {
    writeFileSync(join(root, 'recordings', file), content);
    console.log(
      `${file}: ${content.split('\n').length - 2} observations, ${Math.ceil(content.length / 1000)} kB`,
    );
  }
}
