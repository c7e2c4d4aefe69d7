import { measureTraffic, rate } from './traffic.mjs';

const ours = 'wall page';

/** Ten minutes of traffic on the wall of the example site: what grows, and whether it shows what was sent. */
export default {
  about: 'The wall page of the example site under traffic: nothing grows, and it shows what was sent last.',
  scenarios: ({ quick }) => {
    const times = quick ? { settle: 15, seconds: 60 } : { settle: 60, seconds: 600 };
    return [
      {
        name: 'wall',
        title: `${times.seconds / 60} min of ${rate.toLocaleString('en')} changes a second on the wall page`,
        note: `Growth between ${times.settle} s and the end, after a collection each time.`,
        rows: [ours],
        ours: [ours],
        figure: 'taskMsPerSecond',
        unit: 'CPU ms a second',
        columns: [
          ['nodes grown', 'nodes'],
          ['listeners grown', 'listeners'],
          ['heap grown, bytes', 'heapBytes'],
          ['wrong tiles', 'wrong'],
          ['applied share', 'applied'],
        ],
        oracle: 'each tile says the state and the power that were sent to it last',
        goals: [
          { id: 'bar 4', of: [ours, 'nodes'], most: 100 },
          { id: 'bar 4', of: [ours, 'listeners'], most: 0 },
          { id: 'bar 4', of: [ours, 'heapBytes'], most: 1_000_000 },
          { id: 'bar 4', of: [ours, 'wrong'], most: 0 },
        ],
        async measure() {
          const figures = await measureTraffic(times);
          return { rounds: [{ order: [ours], [ours]: figures }], answers: {}, failures: {} };
        },
      },
    ];
  },
};
