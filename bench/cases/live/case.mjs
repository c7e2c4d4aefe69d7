import { frames, json, measureLive, sparkplug } from './live.mjs';

const limit = 'limit, only parses';
const ours = 'provider and twin';

/** How a page stands what plants send at their fastest. Beside it the same page when it does nothing but parse. */
export default {
  about:
    'A page with provider, twin and tiles while a plant sends at its fastest, through a real broker or server.',
  scenarios: ({ quick }) => [
    scenario(quick, json, 'JSON over MQTT, 5,000 messages a second'),
    scenario(quick, sparkplug, 'Sparkplug B, 5,000 messages with 5 metrics each a second'),
    scenario(quick, frames, 'Batched frames, 100,000 observations a second in 2,000 frames'),
  ],
};

function scenario(quick, source, title) {
  const seconds = quick ? 3 : 10;
  return {
    name: source.name,
    title: `${title}, for ${seconds} s`,
    note: 'The limit takes messages apart and adds up their values: no connector, no twin, no elements. A frame is late above 50 ms.',
    rows: [limit, ours],
    limit,
    ours: [ours],
    figure: 'taskMsPerSecond',
    unit: 'CPU ms a second',
    columns: [
      ['late frames', 'late'],
      ['longest frame, ms', 'longestFrame'],
      ['frames a second', 'framesPerSecond'],
      ['tasks above 50 ms', 'longTasks'],
      ['arrived share', 'arrived'],
      ['load', 'load'],
    ],
    oracle: 'as many observations are there as were sent',
    goals: [
      { id: 'bar 6', of: [ours, 'late'], most: 0 },
      { id: 'bar 6', of: [ours, 'arrived'], least: 1 },
    ],
    async measure(runs) {
      const rounds = [];
      const failures = {};
      for (let round = 0; round < runs; round++) {
        const order = round % 2 === 0 ? [limit, ours] : [ours, limit];
        const figures = {};
        for (const row of order.filter((row) => !failures[row])) {
          try {
            figures[row] = await measureLive(source, { seconds, isLimit: row === limit });
          } catch (error) {
            failures[row] = String(error.message ?? error).split('\n')[0];
          }
        }
        rounds.push({ order, ...figures });
      }
      return { rounds, answers: {}, failures };
    },
  };
}
