import { reorderTimeout } from './run.mjs';
import { contradictions, faultsOf, growthOf, length, outside, segmentsOf, toldOf, union } from './oracle.mjs';

/** So long a broker may take to tell what it kept, in milliseconds of the wall clock. */
const refilling = 1_000;

/**
 * Compares what a page knows with what was told: for each machine what is wrong, and how much is unknown.
 *
 * @returns {{ id: string, problems: string[], unknown: number, allowed: number, contradicted: number, truth: object }[]}
 */
export function verdicts(run) {
  return run.known.map((known) => verdict(run, known));
}

function verdict(run, known) {
  const { begin, end, deaths, speed, unsure, wall } = run;
  const { id } = known;
  const group = id.slice(0, id.indexOf('-'));
  const problems = [];
  const told = Object.fromEntries(
    ['state', 'producedCount', 'power', 'energy', 'conditions'].map((name) => [
      name,
      toldOf(run.messages, id, name),
    ]),
  );
  const truth = segmentsOf(told.state, begin, end);
  const unknown = known.segments.filter(({ state }) => state === 'unknown');
  const wrong = contradictions(known.segments, truth);
  const at = (time) => begin + (time - wall) * speed;

  // Every millisecond is counted once, and coverage says the same as the states.
  const sum = known.times.reduce((all, each) => all + each, 0);
  if (Math.abs(sum - (end - begin)) > 0.5) problems.push(`${sum} ms of ${end - begin} counted`);
  const missing = length(unknown);
  if (Math.abs(known.covered + missing - (end - begin)) > 0.5)
    problems.push(`${known.covered} ms covered and ${missing} ms unknown are not ${end - begin}`);

  // Where something may be missing: from a loss until the signal was told again.
  const losses = lossesOf(run, id, group);
  const lost = union(
    losses.map(({ from, back, before = from }) => {
      const earliest = Math.min(at(before - unsure), at(before - unsure) + errorOf(run, before));
      const latest = Math.max(at(from + unsure), at(from + unsure) + errorOf(run, from));
      return { from: earliest, to: Math.max(latest, toldAgain(run, id, group, told.state, back, latest)) };
    }),
  );
  // Where nothing can be known: from a loss until anything that was sent then could arrive.
  const dark = run.wrongClocks.has(id)
    ? []
    : losses
        .filter(({ isDropped }) => !isDropped)
        .map(({ from, back }) => {
          const error = errorOf(run, from);
          const earliest = at(from - unsure) + Math.min(0, error);
          return {
            from: at(from + unsure) + Math.max(0, error),
            to: Math.min(end, toldAtFirst(run, id, group, told.state, back, earliest)),
          };
        });
  for (const { from, to } of outside(dark, unknown))
    problems.push(
      `known from ${seconds(from - begin)} for ${seconds(to - from)} though nobody could tell it`,
    );
  for (const { from, to } of outside(unknown, lost))
    problems.push(`unknown from ${seconds(from - begin)} for ${seconds(to - from)} without a loss`);
  for (const { from, to, said, real } of wrong) {
    const rest = outside([{ from, to }], allowedContradictions(run, group, told.state, losses));
    if (length(rest) > 0)
      problems.push(`${said} from ${seconds(from - begin)} for ${seconds(to - from)}, was ${real}`);
  }

  if (!run.wrongClocks.has(id)) {
    const produced = growthOf(told.producedCount);
    if (known.produced !== produced) problems.push(`${known.produced} pieces of ${produced}`);
    const energy = growthOf(told.energy);
    if (!(Math.abs(known.energy - energy) < 1e-6)) problems.push(`${known.energy} kWh of ${energy}`);
  } else if (losses.length === 0) {
    const produced = growthOf(told.producedCount);
    if (known.produced !== produced)
      problems.push(`${known.produced} pieces of ${produced} by the wrong clock`);
  }
  const powerAt = (time) => told.power.findLast((each) => each.told <= time)?.value;
  // Sparkplug gives a value its time after a loss: the moment from which it is known again.
  const wrongPower = known.samples.filter(([time, value]) => powerAt(time) !== value);
  if (losses.length === 0) {
    if (missing > 0) problems.push(`${seconds(missing)} unknown though all was kept`);
    const there = new Set(known.samples.map(([time]) => time));
    const absent = told.power.filter((each) => !there.has(each.told)).length;
    if (absent > 0 || wrongPower.length > 0)
      problems.push(`${absent} values of power missing, ${wrongPower.length} wrong: ${wrongPower[0]}`);
    const faults = faultsOf(told.conditions);
    if (known.faults !== faults) problems.push(`${known.faults} faults of ${faults}`);
  }
  return {
    id,
    problems,
    unknown: missing,
    least: length(union(dark)),
    most: length(lost),
    losses: losses.length,
    contradicted: length(wrong),
    deaths: deaths.length,
    produced: known.produced,
    truth,
  };
}

/** What this group loses: when, and when it could be told again; milliseconds of the wall clock. */
function lossesOf({ deaths, statuses, edges }, id, group) {
  const liveAfter = (time) =>
    statuses[group].find(({ state, wall }) => state === 'live' && wall > time)?.wall ?? Infinity;
  const own = edges.find(({ machines }) => machines.includes(id));
  const all = deaths.map(({ from, lostDisk }) => ({ from, back: liveAfter(from), lostDisk }));
  // What the broker had kept since it died before may not have been told to the end, nor in the lives before.
  if (group === 'kept')
    return all.flatMap((loss, index) =>
      loss.lostDisk ? [{ ...loss, before: all[Math.max(0, index - 3)].from }] : [],
    );
  if (!own) return all;
  // The reorder timeout, then the birth that is asked for.
  const dropped = own.dropped.map((from) => ({ from, back: from + reorderTimeout - 50, isDropped: true }));
  return [...all, ...dropped];
}

function errorOf({ deaths }, from) {
  return deaths.find((death) => death.from === from)?.error ?? 0;
}

/** The first moment after a loss at which the page must know the signal again: whatever was sent while it was live. */
function toldAgain(run, id, group, told, back, latest) {
  const { deaths, edges, sendings, unsure } = run;
  const isSure = (time) => time > back && !deaths.some(({ from, to }) => time > from - unsure && time < to);
  if (group === 'spark') {
    const { births } = edges.find(({ machines }) => machines.includes(id));
    const birth = births.find(isSure);
    return birth === undefined ? run.end : timeOf(run, birth + unsure);
  }
  return (
    told.find((each) => each.told > latest && sentAt(sendings[group], each).some(isSure))?.told ?? run.end
  );
}

/** The first moment after a loss at which the page can know the signal again at all. */
function toldAtFirst(run, id, group, told, back, earliest) {
  const { edges, sendings, unsure } = run;
  const isPossible = (time) => time > back - unsure;
  if (group === 'spark') {
    const { births, stores } = edges.find(({ machines }) => machines.includes(id));
    if (stores) return earliest;
    const birth = births.find(isPossible);
    const change = told.find((each) => each.told > earliest)?.told ?? run.end;
    return birth === undefined ? run.end : Math.min(change, timeOf(run, birth - unsure));
  }
  const first = told.find((each) => each.told > earliest && sentAt(sendings[group], each).some(isPossible));
  return first?.told ?? run.end;
}

function sentAt(sendings, { number }) {
  return sendings.get(number) ?? [];
}

/** The time of the machines at a moment of the wall clock. */
function timeOf({ begin, wall, speed }, time) {
  return begin + (time - wall) * speed;
}

/**
 * From a change that was on its way when the broker died, until then: nobody can know that something is missing. On its
 * way is too what a broker kept for the page while that was away, and lost with its disk before it had told all.
 */
function allowedContradictions(run, group, told, losses) {
  const { deaths, lateness, sendings, statuses, unsure } = run;
  return losses.flatMap(({ from, back, lostDisk }) => {
    const error = errorOf(run, from);
    const last = timeOf(run, from + unsure) + Math.max(0, error);
    const before = deaths.filter((death) => death.from <= from).at(-4) ?? deaths[0];
    const cameBack =
      statuses[group].findLast(({ state, wall }) => state === 'live' && wall < from)?.wall ?? 0;
    const wasBehind = group === 'kept' && lostDisk && before && from - cameBack < refilling;
    const first = wasBehind ? timeOf(run, before.from) : timeOf(run, from - unsure - 2 * lateness);
    return told
      .filter((each) => each.told > first && each.told <= last)
      .filter(
        (each) =>
          wasBehind || !sentAt(sendings[group], each).some((time) => time < from - unsure || time > back),
      )
      .map((each) => ({ from: each.told, to: last }));
  });
}

function seconds(milliseconds) {
  return `${Math.round(milliseconds / 100) / 10} s`;
}

/** The run in a few lines. */
export function reportOf(run, found) {
  const part = (id) => found.filter((each) => each.id.startsWith(id));
  const sum = (list, key) => list.reduce((all, each) => all + each[key], 0);
  const whole = run.end - run.begin;
  const dead = run.deaths.reduce((all, { from, to }) => all + to - from, 0);
  return [
    `${run.messages.length} messages, ${run.deaths.length} deaths of the broker, ${run.deaths.filter(({ lostDisk }) => lostDisk).length} with its disk, dead ${dead} ms of ${Math.round(whole / run.speed)}; moments unsure by ${run.unsure} ms`,
    ...['kept', 'plain', 'spark-1', 'spark-2', 'spark-3', 'spark-4'].map((id) => {
      const group = part(id);
      const all = whole * group.length;
      const percent = (time) => `${((100 * time) / all).toFixed(3)} %`;
      return `${id}: coverage ${percent(all - sum(group, 'unknown'))}, unknown ${seconds(sum(group, 'unknown'))} of ${seconds(all)} (by the log ${seconds(sum(group, 'least'))} to ${seconds(sum(group, 'most'))}), contradicted ${seconds(sum(group, 'contradicted'))}`;
    }),
    ...run.counted.map(
      ({ id, observations, late, refused, refusals }) =>
        `${id}: ${observations} observations, ${late} late, ${refused} refused${refused > 0 ? `, such as ${refusals.map(({ found, allowed }) => `${found} (${allowed})`).join('; ')}` : ''}`,
    ),
    `heap after a collection: ${run.heaps.map(([share, bytes]) => `${(bytes / 1e6).toFixed(2)} MB at ${100 * share} %`).join(', ')}`,
  ];
}
