/** An event that arrives after later ones: the times per state of the window have to be right again. */
export default {
  about: 'Late state events into the window of a day.',
  peers: false,
  scenarios: ({ quick }) => [
    scenario('day', 'Late by up to a day, 1,100 events a machine', {
      machines: quick ? 200 : 1000,
      perMachine: 1100,
      late: quick ? 20_000 : 100_000,
      depth: 0.98,
    }),
    scenario('minutes', 'Late by up to 15 minutes, 1,100 events a machine', {
      machines: quick ? 200 : 1000,
      perMachine: 1100,
      late: quick ? 20_000 : 100_000,
      depth: 0.01,
    }),
    scenario('long', 'Late by up to a day, 100,000 events a machine', {
      machines: 10,
      perMachine: 100_000,
      late: quick ? 500 : 2000,
      depth: 0.98,
    }),
  ],
};

function scenario(name, title, given) {
  const stated = name === 'day';
  return {
    name,
    title,
    note: 'The limit keeps the sums of this one window beside sorted columns; ours can answer any window. Columns have room for what comes, in all rows. Recomputing reads the events of that machine again.',
    module: new URL('rows.mjs', import.meta.url).href,
    rows: ['limit', 'limit, from the newest', 'ours', 'ours, asked each time', 'recompute the machine'],
    given,
    figure: 'usPerEvent',
    unit: 'µs an event',
    limit: 'limit',
    ours: ['ours', 'ours, asked each time'],
    truth: 'recompute the machine',
    tolerance: 1e-12,
    goals: stated
      ? [
          { id: 'K2', ratio: ['ours', 'limit'], most: 1.5 },
          { id: 'K2', ratio: ['ours, asked each time', 'limit'], most: 1.5 },
          { id: 'K2', ratio: ['recompute the machine', 'ours'], least: 20 },
        ]
      : [],
  };
}
