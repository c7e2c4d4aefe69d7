const limit = 'limit, own shader, as many draws';
const ours = 'our scene';
const count = 20_000;

/** Twenty thousand machines of ten types in 3D, a thousand of which change their state in each frame. */
export default {
  about: 'A 3D workshop whose states change: what the main thread does for a frame.',
  scenarios: () =>
    [1000, 20].map((perFrame) => ({
      name: `changes-${perFrame}`,
      title: `${count.toLocaleString('en')} machines of 10 types, ${perFrame.toLocaleString('en')} changes a frame`,
      note: 'Draws are counted and not carried out: raster in software would drown the rest.',
      page: 'cases/workshop3d/page.js',
      profile: '3d',
      rows: [limit, ours],
      limit,
      ours: [ours],
      // Ours: a draw for each type, and one each for building, plates, signs, table and the letters on the floor.
      given: { count, perFrame, draws: 14 },
      figure: 'frameJsMs',
      unit: 'ms a frame',
      columns: [
        ['draws a frame', 'draws'],
        ['bytes uploaded a frame', 'uploaded'],
      ],
      oracle: 'pictures are compared by the tests of the scene',
      timeout: 120_000,
      goals: [
        { id: 'W1', ratio: [ours, limit], most: 1.5 },
        { id: 'W1', of: [ours, 'draws'], most: 15 },
        { id: 'W1', of: [ours, 'uploaded'], most: perFrame > 128 ? 20_000 : 4 * perFrame + 1024 },
      ],
    })),
};
