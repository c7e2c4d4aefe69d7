import type { SceneColours } from '../palette.js';

/** Colours of a light theme; each state has a colour that is easily told. */
export const lightColours: SceneColours = {
  background: '#e0e0dc',
  surface: '#fbfaf8',
  raised: '#ffffff',
  ink: '#1b1b17',
  lettering: '#4e4d48',
  states: [
    '#319761',
    '#2878c0',
    '#958628',
    '#bd7200',
    '#b95107',
    '#b90414',
    '#6c3794',
    '#868581',
    '#51504c',
    '#626c7e',
  ],
  onFault: '#ffffff',
  alarms: ['#d60016', '#ff860b', '#f8d928', '#2ad5e5'],
  onAlarm: '#ffffff',
  alarmEdge: '#141310',
  ramp: ['#f2f0e7', '#c5d2b2', '#87b893', '#3d9b88', '#01777f', '#00526d', '#102e52'],
};

/** Colours of a dark theme. */
export const darkColours: SceneColours = {
  ...lightColours,
  background: '#0e0d0b',
  surface: '#1e1d1b',
  raised: '#282724',
  ink: '#eeecea',
  lettering: '#b8b5b2',
};
