const limit = 'limit, scanner';
const ours = 'our reader';
const peers = ['saxes', 'DOMParser', 'fast-xml-parser'];

/** What an agent sends as observations: id, time, sequence number and value of each. */
export default {
  about: 'Documents of an MTConnect agent as observations.',
  peers: true,
  scenarios: ({ quick }) => [
    scenario(quick, {
      name: 'alike',
      title: 'MTConnect Streams, 8,000 samples that look alike',
      rows: [limit, ours, ...peers],
      limit,
      goals: [
        { id: 'D3', ratio: [ours, limit], most: 2 },
        { id: 'D3', ratio: ['saxes', ours], least: 2.5 },
        { id: 'D3', ratio: ['DOMParser', ours], least: 10 },
        { id: 'D3', ratio: ['fast-xml-parser', ours], least: 10 },
      ],
    }),
    scenario(quick, {
      name: 'mixed',
      title: 'MTConnect Streams, 8,000 observations of every kind',
      note: 'With prefixes, references, CDATA sections, conditions and empty elements. The scanner cannot read that.',
      rows: [ours, ...peers],
      goals: [],
    }),
  ],
};

function scenario(quick, { name, ...about }) {
  return {
    ...about,
    name,
    note:
      about.note ??
      'The scanner looks for the names of attributes and for nothing else: no references, no mistakes.',
    page: 'cases/mtconnect/page.js',
    ours: [ours],
    truth: 'DOMParser',
    tolerance: 1e-9,
    given: { kind: name, rounds: quick ? 5 : 25 },
    figure: 'ms',
    unit: 'ms a document',
    columns: [['MB/s', 'megabytesPerSecond']],
    timeout: 120_000,
  };
}
