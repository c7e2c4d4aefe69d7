const page = 'cases/timeline/page.js';
const rows = [
  'limit, canvas',
  'limit, a path a colour',
  'limit, image',
  'limit, image by pixel',
  'our painter',
  'ECharts',
];

/** State timelines of a day on 1400 × 1000 px. */
export default {
  about: 'State timelines of one day: first paint, and panning and zooming.',
  peers: true,
  scenarios: ({ quick }) => [
    paint('20k', 200, 100, 'limit, canvas', [
      { id: 'T1', ratio: ['our painter', 'limit, canvas'], most: 1.3 },
      { id: 'T1', ratio: ['ECharts', 'our painter'], least: 8 },
    ]),
    pan('20k', 200, 100, 'limit, canvas', quick ? 5 : 15, rows, [
      { id: 'T1', ratio: ['our painter', 'limit, canvas'], most: 1.3 },
      { id: 'T1', ratio: ['ECharts', 'our painter'], least: 8 },
    ]),
    paint('500k', 1000, 500, 'limit, image', [
      { id: 'T2', ratio: ['our painter', 'limit, image'], most: 1.5 },
      { id: 'T2', ratio: ['ECharts', 'our painter'], least: 80 },
    ]),
    // ECharts did not finish six frames of this within 50 s.
    pan('500k', 1000, 500, 'limit, image', quick ? 3 : 12, rows.slice(0, -1), [
      { id: 'T2', ratio: ['our painter', 'limit, image'], most: 1.5 },
    ]),
    element('20k', 200, 100, 'paint', quick ? 5 : 15),
    element('20k', 200, 100, 'pan', quick ? 5 : 15),
    element('500k', 1000, 500, 'paint', quick ? 3 : 8),
    element('500k', 1000, 500, 'pan', quick ? 3 : 8),
  ],
};

/**
 * The element as it stands in a page, beside a bare canvas of its own height: 20 px a row for 200 machines, 8 px for
 * 1,000. It also has the names, read-outs and screen-reader rows. It paints only the rows that are on the screen, so
 * a bare canvas of these stands beside it too.
 */
function element(name, machines, perRow, kind, frames) {
  const shown = ['limit, as high as the element', 'limit, the part on the screen', 'our element'];
  const make = kind === 'paint' ? paint : pan;
  const goal = { id: machines === 200 ? 'T1' : 'T2', ratio: ['our element', shown[0]], most: 1.3 };
  const scenario =
    kind === 'paint'
      ? make(name, machines, perRow, shown[0], [goal])
      : make(name, machines, perRow, shown[0], frames, shown, [goal]);
  return {
    ...scenario,
    name: `element-${kind}-${name}`,
    title: `${scenario.title}, the element`,
    rows: shown,
    ours: ['our element'],
    columns: [...scenario.columns, ['layouts', 'layouts']],
  };
}

function paint(name, machines, perRow, limit, goals) {
  return {
    ...common(name, machines, perRow, limit, goals),
    name: `paint-${name}`,
    title: `First paint, ${machines} machines × ${perRow} changes`,
    rows,
    given: { kind: 'paint', rows: machines, perRow },
    figure: 'taskMs',
    unit: 'CPU ms',
    columns: [
      ['call ms', 'callMs'],
      ['to frame ms', 'frameMs'],
      ['DOM nodes', 'nodes'],
      ['kept heap bytes', 'keptBytes'],
    ],
  };
}

function pan(name, machines, perRow, limit, frames, shown, goals) {
  return {
    ...common(name, machines, perRow, limit, goals),
    name: `pan-${name}`,
    title: `Pan and zoom, ${machines} machines × ${perRow} changes`,
    rows: shown,
    given: { kind: 'pan', rows: machines, perRow, frames },
    figure: 'taskMsPerFrame',
    unit: 'CPU ms a frame',
    columns: [['wall ms a frame', 'frameMs']],
  };
}

function common(name, machines, perRow, limit, goals) {
  return { page, limit, goals, ours: ['our painter'], timeout: 50_000, truth: limit, tolerance: 0.03 };
}
