/** The slow answers to what a page must know, from what its connectors handed over and from what was sent. */

/** What was told of one signal, in order of time; of two at one time the later counts. */
export function inOrder(told) {
  const byTime = new Map();
  for (const each of told) byTime.set(each.told, each);
  return [...byTime.values()].sort((a, b) => a.told - b.told);
}

/** States without a hole, equal neighbours merged; no value is `unknown`. */
export function segmentsOf(told, begin, end) {
  const segments = [];
  [{ told: -Infinity, value: null }, ...told].forEach(({ told: time, value }, index) => {
    const [from, to] = [Math.max(time, begin), Math.min(told[index]?.told ?? end, end)];
    if (from >= to) return;
    const [last, state] = [segments.at(-1), value ?? 'unknown'];
    if (last?.state === state) last.to = to;
    else segments.push({ from, to, state });
  });
  return segments;
}

/** Growth of a running total by its readings; one that falls began at 0. */
export function growthOf(told) {
  const readings = told.filter(({ value }) => value !== null);
  let growth = 0;
  readings.forEach(({ value }, index) => {
    const before = readings[index - 1]?.value ?? value;
    growth += value >= before ? value - before : value;
  });
  return growth;
}

/** Faults that began. */
export function faultsOf(told) {
  return told.filter(({ value }, index) => value === 'fault' && told[index - 1]?.value !== 'fault').length;
}

export function length(intervals) {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
