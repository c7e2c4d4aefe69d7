const page = 'cases/board/page.js';
const limit = 'limit, ImageData';
const plain = 'limit, one canvas';
const ours = 'our board';

/** Ten thousand machines on one canvas, changing; and a thousand with glyph and name, mounted. */
export default {
  about: 'A board of machines on one canvas: mounting it, and changing it while it is shown.',
  scenarios: ({ quick }) => [
    {
      ...common([plain, ours], [{ id: 'M2', ratio: [ours, plain], most: 1.3 }]),
      limit: plain,
      truth: plain,
      name: 'mount',
      title: 'Mount a board of 1,000 machines with glyph and name',
      given: { kind: 'mount', count: 1000 },
      figure: 'taskMs',
      unit: 'CPU ms',
      columns: [
        ['to frame ms', 'frameMs'],
        ['nodes in all', 'boardNodes'],
      ],
    },
    {
      ...common(
        [limit, ours],
        [
          { id: 'L2', ratio: [ours, limit], most: 1.3 },
          { id: 'L2', of: [ours, 'appliedShare'], least: 1 },
          { id: 'L3', of: [ours, 'delayP95'], most: 2 },
        ],
      ),
      limit,
      truth: limit,
      name: 'live',
      title: '10,000 machines, 10,000 changes a second',
      given: { kind: 'live', count: 10_000, rate: 10_000, seconds: quick ? 3 : 6 },
      figure: 'taskMsPerSecond',
      unit: 'CPU ms a second',
      columns: [
        ['frames a second', 'framesPerSecond'],
        ['applied share', 'appliedShare'],
        ['loop delay p95 ms', 'delayP95'],
        ['kept heap bytes', 'keptBytes'],
      ],
    },
  ],
};

function common(rows, goals) {
  return { page, rows, goals, ours: [ours], tolerance: 0.001, timeout: 180_000 };
}
