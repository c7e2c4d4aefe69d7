const rows = [
  'limit, scan',
  'limit, pyramid',
  'limit, exact pyramid',
  'our painter',
  'our element',
  'uPlot',
  'ECharts',
];
const ours = ['our painter', 'our element'];

/** A line of one series on 1200 × 400 px. */
export default {
  about: 'A series of numbers as a line: first paint, panning and zooming, appending.',
  peers: true,
  scenarios: ({ quick }) => [
    paint(1e6, [
      { id: 'S1', ratio: ['our painter', 'limit, scan'], most: 1.2 },
      { id: 'S1', ratio: ['our painter', 'uPlot'], most: 1 },
      { id: 'S1', ratio: ['ECharts', 'our painter'], least: 20 },
    ]),
    pan(1e5, quick ? 8 : 20, rows, []),
    pan(1e6, quick ? 8 : 20, rows, [
      { id: 'S2', ratio: ['our painter', 'limit, pyramid'], most: 1.3 },
      { id: 'S2, exact limit', ratio: ['our painter', 'limit, exact pyramid'], most: 1.3 },
      { id: 'S2', ratio: ['uPlot', 'our painter'], least: 3.5 },
      { id: 'S2', ratio: ['ECharts', 'our painter'], least: 10 },
    ]),
    lengths(quick),
    append(1e6, quick ? 3 : 10, [
      { id: 'S3', ratio: ['our painter', 'limit, pyramid'], most: 1.3 },
      { id: 'S3, exact limit', ratio: ['our painter', 'limit, exact pyramid'], most: 1.3 },
      { id: 'S3', ratio: ['uPlot', 'our painter'], least: 5 },
      { id: 'S3', ratio: ['ECharts', 'our painter'], least: 200 },
    ]),
  ],
};

function paint(points, goals) {
  return {
    ...common(points, rows, 'limit, scan', goals),
    name: `paint-${points}`,
    title: `First paint, ${points.toLocaleString('en')} points`,
    given: { kind: 'paint', points },
    figure: 'taskMs',
    unit: 'CPU ms',
    columns: [
      ['call ms', 'callMs'],
      ['to frame ms', 'frameMs'],
      ['kept heap bytes', 'keptBytes'],
    ],
  };
}

function pan(points, frames, shown, goals) {
  return {
    ...common(points, shown, 'limit, pyramid', goals),
    name: `pan-${points}`,
    title: `Pan and zoom, ${points.toLocaleString('en')} points`,
    given: { kind: 'pan', points, frames },
    figure: 'taskMsPerFrame',
    unit: 'CPU ms a frame',
    columns: [['wall ms a frame', 'frameMs']],
  };
}

/** Our painter by the length of the series: a frame should not know it. */
function lengths(quick) {
  const shown = [1e5, 1e6, ...(quick ? [] : [1e7])].map(
    (points) => `our painter, ${points.toLocaleString('en')}`,
  );
  return {
    ...pan(0, quick ? 8 : 20, shown, [{ id: 'S2', ratio: [shown.at(-1), shown[0]], most: 1.2 }]),
    name: 'pan-lengths',
    title: 'Pan and zoom, by the length of the series',
    note: undefined,
    limit: shown[0],
    ours: shown,
    truth: shown[0],
  };
}

function append(points, frames, goals) {
  return {
    ...common(points, rows, 'limit, pyramid', goals),
    name: `append-${points}`,
    title: `Ten points ten times a second, redrawn, at ${points.toLocaleString('en')} points`,
    given: { kind: 'append', points, frames },
    figure: 'taskMsPerFrame',
    unit: 'CPU ms an append',
    columns: [['appends a second', 'hertz']],
  };
}

function common(points, shown, limit, goals) {
  return {
    note: 'The pyramid cuts columns at its own nodes and draws two points each; the exact one, as ours, at the pixels and four, which is the picture of the scan.',
    page: 'cases/series/page.js',
    rows: shown,
    ours,
    limit,
    goals,
    timeout: 60_000,
    truth: 'limit, exact pyramid',
    // Squared correlations: a line that is wrong has one near 0, one with a label in the plot has 0.93.
    tolerance: 0.1,
  };
}
