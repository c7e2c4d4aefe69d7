/** Sizes of screens by name, in px. */
const wall = [1920, 1080];
const desk = [1280, 800];
const phone = [390, 844];

/** A page of the example site as it stands on a screen. */
const page = (name, says, address, theme, lang, size, more = {}) => ({
  name,
  says,
  page: address,
  theme,
  lang,
  size,
  ...more,
});

/** One element in the page of the site where it stands. */
const element = (tag, says, address, theme, lang, more = {}) => ({
  name: `twin-${tag}-${theme}`,
  says,
  page: address,
  part: `twin-${tag}`,
  theme,
  lang,
  size: [1440, 900],
  ...more,
});

/** All reference pictures: name of the file, what it says, and where it is taken. */
export const pictures = [
  page('entrance-light', 'The entrance', '', 'light', 'en', desk),
  page('factory-light', 'The factory', 'factory/', 'light', 'en', desk),
  page('factory-dark-zh', 'The factory, dark, in Chinese', 'factory/', 'dark', 'zh-CN', wall),
  page('factory-phone', 'The factory on a phone', 'factory/', 'light', 'zh-CN', phone),
  page('workshop-light', 'The workshop', 'workshop/', 'light', 'en', desk, { selected: 'mc-3' }),
  page('workshop-dark', 'The workshop, dark', 'workshop/', 'dark', 'en', desk),
  page('workshop-control-room', 'The workshop in a control room', 'workshop/', 'control-room', 'en', desk),
  page('workshop-forming', 'Forming and coating', 'workshop/?at=forming', 'light', 'zh-CN', wall),
  page('workshop-phone', 'The workshop on a phone', 'workshop/', 'dark', 'en', phone),
  page('oee-light', 'OEE', 'oee/', 'light', 'en', desk),
  page('oee-control-room', 'OEE in a control room', 'oee/', 'control-room', 'en', desk),
  page('oee-phone', 'OEE on a phone', 'oee/', 'light', 'zh-CN', phone),
  page('oee-forced', 'OEE in the colours of the system', 'oee/', 'light', 'en', desk, {
    media: { forcedColors: 'active', colorScheme: 'dark' },
  }),
  page('oee-right-to-left', 'OEE from right to left', 'oee/', 'light', 'en', desk, { dir: 'rtl' }),
  page('energy-light', 'Energy', 'energy/', 'light', 'en', desk),
  page('energy-dark-zh', 'Energy, dark, in Chinese', 'energy/', 'dark', 'zh-CN', desk),
  page('energy-phone', 'Energy on a phone', 'energy/', 'dark', 'en', phone),
  page('wall-big-screen', 'The wall', 'wall/', 'big-screen', 'en', wall),
  page('wall-big-screen-zh', 'The wall in Chinese', 'wall/', 'big-screen', 'zh-CN', wall),
  page('wall-wide', 'A wall of two screens', 'wall/', 'big-screen', 'zh-CN', [3840, 1080]),
  // Its agent plays by the clock of the server, so it is taken as it is.
  page('recorded', 'The recorded workshop', 'recorded-workshop/', 'light', 'en', desk, { present: true }),

  element('scene', 'The 3D workshop', 'workshop/', 'light', 'en'),
  element('scene', 'The 3D workshop, dark', 'workshop/', 'dark', 'en'),
  element('scene', 'The 3D workshop on a wall', 'workshop/?at=forming', 'big-screen', 'zh-CN'),
  element('state-timeline', 'States over a shift', 'workshop/', 'light', 'en'),
  element('state-timeline', 'States over a shift, dark', 'workshop/?at=forming', 'dark', 'zh-CN'),
  element('equipment-grid', 'Tiles', 'workshop/', 'light', 'en'),
  element('equipment-grid', 'Tiles in a control room', 'workshop/', 'control-room', 'en'),
  element('equipment-board', 'All machines on one canvas', 'factory/', 'dark', 'en'),
  element('tree', 'From the factory to a machine', 'factory/', 'light', 'zh-CN'),
  element('inspector', 'All that is known of one machine', 'workshop/', 'light', 'en', {
    selected: 'mc-3',
  }),
  element('oee', 'OEE and how it is made', 'oee/', 'light', 'en'),
  element('oee-trend', 'OEE of the last shifts', 'oee/', 'dark', 'en'),
  element('production', 'Good pieces by the hour', 'oee/', 'light', 'en'),
  element('state-summary', 'Time and share of each state', 'oee/', 'light', 'en'),
  element('power', 'Load under the tariff', 'energy/', 'light', 'en'),
  element('power', 'Load under the tariff, dark', 'energy/', 'dark', 'zh-CN'),
  element('energy', 'Energy, cost and CO₂', 'energy/', 'light', 'en'),
  element('floor-plan', 'The floor with its power', 'energy/', 'light', 'zh-CN'),
  element('trend', 'A temperature', 'energy/', 'light', 'en'),
  element('connections', 'The sources', 'recorded-workshop/', 'light', 'en'),
  element('clock', 'Range, live and replay', 'oee/', 'light', 'en'),
];
