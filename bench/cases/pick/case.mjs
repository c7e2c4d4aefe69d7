const limit = 'limit, flat boxes';
const ours = 'our pick';

/** Which of twenty thousand machines is at a place of the picture. */
export default {
  about: 'Finding the machine at a place of the picture of a 3D workshop.',
  scenarios: () => [
    {
      name: 'pick',
      title: 'The machine at a place, of 20,000',
      page: 'cases/pick/page.js',
      profile: '3d',
      rows: [limit, ours],
      limit,
      ours: [ours],
      truth: limit,
      tolerance: 0,
      given: { count: 20_000 },
      figure: 'pickMs',
      unit: 'ms a pick',
      timeout: 120_000,
      goals: [{ id: 'W2', ratio: [ours, limit], most: 1.5 }],
    },
  ],
};
