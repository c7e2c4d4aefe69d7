const page = 'cases/tiles/page.js';
const rows = ['limit, plain DOM', 'our tile', 'ECharts'];

/** A thousand tiles of single machines: name, state, reason, strip of the shift, three figures. */
export default {
  about: 'A thousand tiles: mounting them, and changing them while they are shown.',
  peers: true,
  scenarios: ({ quick }) => [
    {
      ...common(1000, [
        { id: 'M1', ratio: ['our tile', 'limit, plain DOM'], most: 1.3 },
        { id: 'M1', ratio: ['ECharts', 'our tile'], least: 10 },
      ]),
      name: 'mount',
      title: 'Mount 1,000 tiles',
      given: { kind: 'mount', tiles: 1000 },
      figure: 'taskMs',
      unit: 'CPU ms',
      columns: [
        ['to frame ms', 'frameMs'],
        ['nodes a tile', 'nodesPerTile'],
        ['layouts', 'layouts'],
      ],
    },
    live(1000, quick ? 3 : 6, [
      { id: 'L1', ratio: ['our tile', 'limit, plain DOM'], most: 1.1 },
      { id: 'L1', of: ['our tile', 'appliedShare'], least: 1 },
      { id: 'L3', of: ['our tile', 'delayP95'], most: 2 },
    ]),
    live(10_000, quick ? 3 : 6, [
      { id: 'L1', ratio: ['our tile', 'limit, plain DOM'], most: 1.1 },
      { id: 'L1', of: ['our tile', 'appliedShare'], least: 1 },
      { id: 'L3', of: ['our tile', 'delayP95'], most: 2 },
    ]),
    // Of a thousand tiles most are off the screen, where ours sleep; these are all seen.
    {
      ...live(1000, quick ? 3 : 6, [{ id: 'L1', ratio: ['our tile', 'limit, plain DOM'], most: 1.1 }]),
      name: 'live-seen',
      title: '49 tiles, all on the screen, 1,000 changes a second',
      given: { kind: 'live', tiles: 49, rate: 1000, seconds: quick ? 3 : 6 },
    },
    {
      ...live(1000, quick ? 10 : 60, [
        { id: 'L4', of: ['our tile', 'keptBytes'], most: 200_000 },
        { id: 'L4', ratio: ['ECharts', 'our tile'], least: 12 },
      ]),
      name: 'heap',
      title: `Heap over ${quick ? 10 : 60} s of 1,000 changes a second`,
      figure: 'heapBytes',
      unit: 'bytes of garbage',
      columns: [['kept heap bytes', 'keptBytes']],
    },
  ],
};

function live(rate, seconds, goals) {
  return {
    ...common(1000, goals),
    name: `live-${rate}`,
    title: `1,000 tiles, ${rate.toLocaleString('en')} changes a second`,
    given: { kind: 'live', tiles: 1000, rate, seconds },
    figure: 'taskMsPerSecond',
    unit: 'CPU ms a second',
    columns: [
      ['frames a second', 'framesPerSecond'],
      ['applied share', 'appliedShare'],
      ['loop delay p95 ms', 'delayP95'],
      ['layouts a frame', 'layoutsPerFrame'],
    ],
  };
}

function common(tiles, goals) {
  return {
    page,
    rows,
    goals,
    limit: 'limit, plain DOM',
    ours: ['our tile'],
    truth: 'limit, plain DOM',
    tolerance: 0.001,
    timeout: 180_000,
  };
}
