/** Each element as the gallery shows it; `area`, `line` and `machine` stand for equipment of the workshop. */
export const gallery = [
  {
    tag: 'twin-equipment',
    attributes: { equipment: 'machine' },
    text: ['One machine: state, shift, figures.', '单台设备：状态、班次与指标。'],
  },
  {
    tag: 'twin-equipment-grid',
    attributes: { equipment: 'line' },
    text: ['Machines as tiles, by line.', '按产线排列的设备卡片。'],
    wide: true,
  },
  {
    tag: 'twin-equipment-board',
    attributes: { equipment: 'area' },
    text: ['All machines on one canvas.', '一块画布显示全部设备。'],
    wide: true,
  },
  {
    tag: 'twin-stack-light',
    attributes: { equipment: 'machine' },
    text: ['The lamps of one machine.', '单台设备的灯塔。'],
  },
  {
    tag: 'twin-state-timeline',
    attributes: { equipment: 'line' },
    text: ['What each machine did, and why it stopped.', '每台设备的运行与停机原因。'],
    wide: true,
  },
  {
    tag: 'twin-state-summary',
    attributes: { equipment: 'line' },
    text: ['Time and share of each state.', '各状态的时间与占比。'],
  },
  {
    tag: 'twin-oee',
    attributes: { equipment: 'line' },
    text: ['OEE with its factors, bounds and explanation.', '综合效率：三要素、界限与解释。'],
  },
  {
    tag: 'twin-oee-trend',
    attributes: { equipment: 'line' },
    text: ['OEE of the last shifts.', '近几班的综合效率。'],
  },
  {
    tag: 'twin-production',
    attributes: { equipment: 'line' },
    text: ['Good pieces by the hour against the plan.', '逐小时产量与计划对比。'],
    wide: true,
  },
  {
    tag: 'twin-power',
    attributes: { equipment: 'area' },
    text: ['Load and demand under the tariff.', '负荷、需量与电价时段。'],
    wide: true,
  },
  {
    tag: 'twin-energy',
    attributes: { equipment: 'area' },
    text: ['Energy, cost, CO₂, and what was not used for making.', '电量、电费、碳排放与空耗。'],
  },
  {
    tag: 'twin-alarm-list',
    attributes: { equipment: 'area' },
    text: ['Alarms, what waits first, and what can be done.', '报警：待处理优先，可直接处置。'],
    wide: true,
  },
  {
    tag: 'twin-request',
    attributes: { equipment: 'machine', signal: 'spindleOverride', why: 'optional' },
    text: ['Asks the plant for a value, in two steps.', '分两步向现场下发请求。'],
  },
  { tag: 'twin-connections', attributes: {}, text: ['The sources and how they stand.', '数据源及其状态。'] },
  {
    tag: 'twin-clock',
    attributes: {},
    text: ['Range, live and replay for all elements.', '统一的时段、实时与回放。'],
    // The time is nobody's secret.
    open: true,
  },
  {
    tag: 'twin-tree',
    attributes: { equipment: 'area' },
    text: ['Site, workshops, lines, machines.', '工厂、车间、产线、设备。'],
  },
  {
    tag: 'twin-floor-plan',
    attributes: { equipment: 'area' },
    text: ['The floor from above.', '车间平面图。'],
    wide: true,
  },
  {
    tag: 'twin-scene',
    attributes: { equipment: 'area' },
    text: ['The workshop in 3D.', '三维车间。'],
    wide: true,
  },
  {
    tag: 'twin-inspector',
    attributes: { equipment: 'machine' },
    text: ['All that is known of one machine.', '单台设备的全部信息。'],
  },
  {
    tag: 'twin-value',
    attributes: { equipment: 'machine', signal: 'power' },
    text: ['One signal.', '单个信号。'],
  },
  {
    tag: 'twin-trend',
    attributes: { equipment: 'machine', signal: 'power' },
    text: ['A signal over time.', '信号随时间的变化。'],
  },
];
