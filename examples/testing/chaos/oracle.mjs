/** The slow answer to what a page must know, from what was told and from when the broker was there. */

/** What was told of one signal, by the times told; of two at one time the later counts. */
export function toldOf(messages, machine, signal) {
  const byTime = new Map();
  for (const message of messages)
    if (message.machine === machine && message.signal === signal) byTime.set(message.told, message);
  return [...byTime.values()].sort((a, b) => a.told - b.told);
}

/** States without a hole, equal neighbours merged. */
export function segmentsOf(told, begin, end) {
  const segments = [];
  told.forEach(({ told: time, value }, index) => {
    const [from, to] = [Math.max(time, begin), Math.min(told[index + 1]?.told ?? end, end)];
    if (from >= to) return;
    const last = segments.at(-1);
    if (last?.state === value) last.to = to;
    else segments.push({ from, to, state: value });
  });
  return segments;
}

/** Growth of a running total by its readings; one that falls began at 0. */
export function growthOf(told) {
  let growth = 0;
  told.forEach(({ value }, index) => {
    const before = told[index - 1]?.value ?? value;
    growth += value >= before ? value - before : value;
  });
  return growth;
}

/** Faults that began. */
export function faultsOf(told) {
  return told.filter(({ value }, index) => value === 'fault' && told[index - 1]?.value !== 'fault').length;
}

/** Where known segments say another state than the truth. */
export function contradictions(segments, truth) {
  const found = [];
  for (const { from, to, state } of segments) {
    if (state === 'unknown') continue;
    for (const real of truth) {
      const [begin, end] = [Math.max(from, real.from), Math.min(to, real.to)];
      if (begin < end && real.state !== state)
        found.push({ from: begin, to: end, said: state, real: real.state });
    }
  }
  return found;
}

/** Joins intervals that overlap or touch. */
export function union(intervals) {
  const joined = [];
  for (const { from, to } of intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** What of some intervals lies in none of others. */
export function outside(intervals, others) {
  const rest = [];
  for (const { from, to } of union(intervals)) {
    let begin = from;
    for (const other of union(others)) {
      if (other.to <= begin || other.from >= to) continue;
      if (other.from > begin) rest.push({ from: begin, to: other.from });
      begin = Math.max(begin, other.to);
    }
    if (begin < to) rest.push({ from: begin, to });
  }
  return rest;
}

export function length(intervals) {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
