const here = (file) => new URL(file, import.meta.url).href;

/** OEE over a million state events, through the twin and beside a bare loop and a database. */
export default {
  about: 'OEE over 1e6 state events of 1,000 machines and one day, and the way into the twin.',
  peers: true,
  scenarios: ({ quick }) => [query(quick), storing(quick), observing(quick), shift(quick)],
};

const columns = [
  ['wall ms', 'wallMs'],
  ['ns an event', 'nsPerEvent'],
  ['bytes an event', 'bytesPerEvent'],
];

function size(quick) {
  return { count: quick ? 200_000 : 1_000_000, machines: quick ? 200 : 1000 };
}

function query(quick) {
  return {
    name: 'query',
    title: 'OEE of each machine over the day, events already stored',
    note: 'The limit and the database read every event; ours answers from prefix sums that were made while storing. The next table counts the storing too.',
    module: here('rows.mjs'),
    rows: [
      'limit',
      'limit, by differences',
      'ours',
      'ours, through the twin',
      'objects and a map',
      'DuckDB',
      'DuckDB, 1 thread',
    ],
    given: size(quick),
    figure: 'ms',
    unit: 'ms',
    limit: 'limit',
    ours: ['ours', 'ours, through the twin'],
    truth: 'limit',
    columns,
    goals: [
      { id: 'K1', ratio: ['ours', 'limit'], most: 1.3 },
      { id: 'K1', ratio: ['ours, through the twin', 'limit'], most: 1.3 },
      { id: 'K1', ratio: ['DuckDB', 'ours'], least: 10 },
    ],
  };
}

function storing(quick) {
  return {
    name: 'storing',
    title: 'The same, storing the events included',
    note: 'The limit is the bare loop, which stores nothing and can answer nothing afterwards.',
    module: here('rows.mjs'),
    rows: ['limit', 'ours, storing too', 'DuckDB, loading too'],
    given: size(quick),
    figure: 'ms',
    unit: 'ms',
    limit: 'limit',
    ours: ['ours, storing too'],
    truth: 'limit',
    columns,
    goals: [],
  };
}

function observing(quick) {
  return {
    name: 'observe',
    title: 'Observations through the twin into 1,000 equipment',
    note: 'State, count and power in turn, in batches of 1,000; the filling of the batches is part of it. The limit appends to two bare columns a signal.',
    module: here('observe.mjs'),
    rows: ['limit', 'ours', 'ours, all subscribed', 'ours, as objects'],
    given: { count: quick ? 300_000 : 3_000_000, machines: 1000 },
    figure: 'ms',
    unit: 'ms',
    limit: 'limit',
    ours: ['ours', 'ours, all subscribed', 'ours, as objects'],
    truth: 'limit',
    columns: [
      ['wall ms', 'wallMs'],
      ['M observations/s', 'millionPerSecond'],
    ],
    goals: [
      { id: 'bar 3', of: ['ours', 'millionPerSecond'], least: 1 },
      { id: 'bar 3', of: ['ours, all subscribed', 'millionPerSecond'], least: 1 },
    ],
  };
}

function shift(quick) {
  return {
    name: 'shift',
    title: "A shift's OEE of 1,000 machines that have a week of history",
    note: 'A state, a count and a count of good pieces every two minutes: 15 million observations. The limit bisects bare columns and reads the shift.',
    module: here('shift.mjs'),
    rows: ['limit', 'ours', 'ours, the line'],
    given: { machines: 1000, perMachine: quick ? 2000 : 5040 },
    timeout: 300_000,
    figure: 'ms',
    unit: 'ms',
    limit: 'limit',
    ours: ['ours', 'ours, the line'],
    truth: 'limit',
    columns: [['wall ms', 'wallMs']],
    goals: [
      { id: 'bar 3', of: ['ours', 'ms'], most: 10 },
      { id: 'bar 3', of: ['ours, the line', 'ms'], most: 10 },
    ],
  };
}
