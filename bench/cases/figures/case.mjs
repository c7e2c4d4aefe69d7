const here = (file) => new URL(file, import.meta.url).href;

/** What a plant asks again and again: losses, energy by state and demand of a day over all machines. */
export default {
  about:
    "A day's losses, energy by state and maximum demand of 500 machines with power at 1 Hz, through the twin.",
  peers: false,
  scenarios: ({ quick }) => [day(quick)],
};

function day(quick) {
  const [late, lateSample, later, unchanged] = [
    'ours, after a late state',
    'ours, after a late sample of power',
    'ours, a second later',
    'ours, nothing changed',
  ];
  return {
    name: 'day',
    title: 'Losses, energy by state and demand of the day, all three in one call',
    note: 'The late observation is stored within the time. The limit reads bare columns from one end of the day to the other; the row without memory calls the pure functions for each machine.',
    module: here('rows.mjs'),
    rows: ['limit', 'ours, without memory', 'ours, first time', late, lateSample, later, unchanged],
    given: quick
      ? { machines: 100, changes: 2000, samples: 8640 }
      : { machines: 500, changes: 2000, samples: 86_400 },
    timeout: 600_000,
    figure: 'ms',
    unit: 'ms',
    limit: 'limit',
    ours: ['ours, first time', late, lateSample, later, unchanged],
    truth: 'limit',
    columns: [
      ['wall ms', 'wallMs'],
      ['losses ms', 'lossesMs'],
      ['energy ms', 'energyMs'],
      ['demand ms', 'demandMs'],
    ],
    goals: [
      { id: 'figures', of: [late, 'ms'], most: 50 },
      { id: 'figures', of: [lateSample, 'ms'], most: 50 },
      { id: 'figures', of: [later, 'ms'], most: 50 },
      { id: 'figures', of: [unchanged, 'ms'], most: 5 },
    ],
  };
}
