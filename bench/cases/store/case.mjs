const module = new URL('rows.mjs', import.meta.url).href;

/** What storing costs, and that a question costs the same after a day as after a year. */
export default {
  about: 'Series: storing in order, questions about windows, memory.',
  peers: false,
  scenarios: ({ quick }) => [storing(quick), ...Object.keys(questions).map((of) => asking(of, quick))],
};

function storing(quick) {
  return {
    name: 'append',
    title: 'Storing in order, 2²⁰ observations of one signal',
    note: 'At a power of two the columns are exactly full, which is the memory without spare capacity; just above it is twice that.',
    module,
    rows: ['limit', 'state', 'counter', 'number', 'text'],
    given: { count: quick ? 2 ** 18 : 2 ** 20 },
    figure: 'ms',
    unit: 'ms',
    limit: 'limit',
    ours: ['state', 'counter', 'number', 'text'],
    truth: 'limit',
    columns: [
      ['M observations/s', 'millionPerSecond'],
      ['bytes an observation', 'bytesPerObservation'],
    ],
    goals: [{ id: 'K1', of: ['state', 'bytesPerObservation'], most: 13 }],
  };
}

const questions = {
  state: 'time per state',
  counter: 'count',
  number: 'mean, minimum and maximum',
};

/** One row for each length of history: the growth from the first to the last shows what a question depends on. */
function asking(of, quick) {
  const lengths = [1e4, 1e5, 1e6, 1e7].filter((count) => !quick || count <= 1e6);
  const ours = lengths.map((count) => count.toLocaleString('en'));
  const scans = of === 'state' ? ['scan, 10,000', 'scan, 1,000,000'] : [];
  return {
    name: of,
    title: `${questions[of]} of a window of any length, by the number of observations kept`,
    note:
      scans.length > 0 ? 'A scan reads every observation in the window, as without prefix sums.' : undefined,
    module,
    rows: [...ours, ...scans],
    given: { of, asked: 2000 },
    figure: 'usPerQuestion',
    unit: 'µs a question',
    ours,
    goals: [],
  };
}
