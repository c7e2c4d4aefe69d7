const limit = 'limit, hand decoder';
const flat = 'limit, in one piece';
const ours = 'our decoder';
const peers = ['protobufjs', 'sparkplug-payload'];

/** What an edge node sends: many small messages with aliases, and now and then a birth with all names. */
export default {
  about: 'Payloads of Sparkplug B as columns.',
  peers: true,
  scenarios: ({ quick }) => [
    scenario(quick, {
      name: 'data-10',
      title: 'DDATA, 10 metrics by alias, 181 bytes',
      given: { metrics: 10, isBirth: false },
      goals: [
        { id: 'D1', ratio: [ours, limit], most: 1 / 0.7 },
        { id: 'D1', ratio: [ours, flat], most: 1 / 0.7 },
        { id: 'D1', ratio: ['protobufjs', ours], least: 3.4 },
        { id: 'D1', ratio: ['sparkplug-payload', ours], least: 3.4 },
      ],
    }),
    scenario(quick, {
      name: 'birth-100',
      title: 'NBIRTH, 100 metrics with names, 5.4 kB',
      given: { metrics: 100, isBirth: true },
      goals: [
        { id: 'D2', ratio: [ours, limit], most: 1 / 0.7 },
        { id: 'D2', ratio: [ours, flat], most: 1 / 0.7 },
        { id: 'D2', ratio: ['protobufjs', ours], least: 1.6 },
      ],
    }),
    scenario(quick, {
      name: 'data-1',
      title: 'DDATA, 1 metric by alias, 31 bytes',
      given: { metrics: 1, isBirth: false },
      goals: [],
    }),
  ],
};

function scenario(quick, { given, ...about }) {
  return {
    ...about,
    note: 'The hand decoder looks for no end and no mistake, and knows nothing of properties, flags, texts and parts. 1,000 different messages in turn, each row reads every name of a birth.',
    module: new URL('rows.mjs', import.meta.url).href,
    rows: [limit, flat, ours, ...peers],
    limit,
    ours: [ours],
    truth: 'sparkplug-payload',
    tolerance: 1e-12,
    given: { ...given, rounds: Math.ceil((quick ? 20 : 100) / given.metrics) },
    figure: 'nsPerMetric',
    unit: 'ns a metric',
    columns: [['M metrics/s', 'millionPerSecond']],
  };
}
