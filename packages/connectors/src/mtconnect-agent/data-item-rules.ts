import type { DataItemCategory } from '../mtconnect/probe-document.js';
import type { RecordedSignal } from './recording.js';

/** What a signal is in the words of MTConnect, and which component it belongs to. */
export interface DataItemRule {
  readonly type: string;
  readonly category: DataItemCategory;
  readonly units?: string;
  readonly subType?: string;
  /** Path of components below the device, each `Type` or `Type:name`. */
  readonly component: string;
}

const controller = 'Controller:controller';
const path = `${controller}/Path:path`;

// The first that fits counts. `$1` in the component is the first group of the pattern.
const valueRules: readonly (readonly [RegExp, string, DataItemCategory, string, string?])[] = [
  [/^avail/i, 'AVAILABILITY', 'EVENT', ''],
  [/estop|emergency/i, 'EMERGENCY_STOP', 'EVENT', controller],
  [/^p?\d?exec(ution)?\d?$/i, 'EXECUTION', 'EVENT', path],
  [/^p?\d?(controller_?)?mode\d?$/i, 'CONTROLLER_MODE', 'EVENT', path],
  [/^(fmode|functional_?mode)$/i, 'FUNCTIONAL_MODE', 'EVENT', ''],
  [/^p?\d?program$/i, 'PROGRAM', 'EVENT', path],
  [/^(line|p?\d?line_?number)$/i, 'LINE', 'EVENT', path],
  [/part_?count|^(produced|good|scrap)count$/i, 'PART_COUNT', 'EVENT', path],
  [/path_?pos/i, 'PATH_POSITION', 'SAMPLE', path, 'MILLIMETER_3D'],
  [/^f(eed)?_?ovr|^pFovr/i, 'PATH_FEEDRATE_OVERRIDE', 'EVENT', controller, 'PERCENT'],
  [/ovr$/i, 'ROTARY_VELOCITY_OVERRIDE', 'EVENT', controller, 'PERCENT'],
  [/^([XYZUVW]\d?)(pos|abs|act)/, 'POSITION', 'SAMPLE', 'Axes:axes/Linear:$1', 'MILLIMETER'],
  [/^([ABC]\d?)(pos|abs|act)/, 'ANGLE', 'SAMPLE', 'Axes:axes/Rotary:$1', 'DEGREE'],
  [/^([XYZUVW]\d?)load$/, 'LOAD', 'SAMPLE', 'Axes:axes/Linear:$1', 'PERCENT'],
  [/^([ABCS]\d?)load$/, 'LOAD', 'SAMPLE', 'Axes:axes/Rotary:$1', 'PERCENT'],
  [/^([ABCS]\d?)(speed|rpm)$/, 'ROTARY_VELOCITY', 'SAMPLE', 'Axes:axes/Rotary:$1', 'REVOLUTION/MINUTE'],
  [/temp/i, 'TEMPERATURE', 'SAMPLE', '', 'CELSIUS'],
];

const conditionRules: readonly (readonly [RegExp, string])[] = [
  [/logic/i, 'LOGIC_PROGRAM'],
  [/motion/i, 'MOTION_PROGRAM'],
  [/comm/i, 'COMMUNICATIONS'],
  [/servo/i, 'ACTUATOR'],
  [/temp/i, 'TEMPERATURE'],
];

// How MTConnect writes the units of recordings.
const unitNames: Readonly<Record<string, string>> = {
  '%': 'PERCENT',
  mm: 'MILLIMETER',
  'mm/s': 'MILLIMETER/SECOND',
  '°': 'DEGREE',
  '°C': 'CELSIUS',
  '1/min': 'REVOLUTION/MINUTE',
  kW: 'KILOWATT',
  kWh: 'KILOWATT_HOUR',
};

/**
 * What a recorded signal is: of the type that the recording names, else what its name most likely means. A name that
 * no rule knows gets a type of its own, `x:NAME`.
 */
export function dataItemRule({ name, kind, unit, type: given }: RecordedSignal): DataItemRule {
  if (kind === 'condition') {
    const type = given ?? conditionRules.find(([pattern]) => pattern.test(name))?.[1] ?? 'SYSTEM';
    return { type, category: 'CONDITION', component: controller };
  }
  const ownUnits = unit && (unitNames[unit] ?? unit);
  for (const [pattern, type, category, component, units] of valueRules) {
    const match = pattern.exec(name);
    if (!match || (given && given !== type)) continue;
    // A sample is a number: a word under such a name is something else.
    if (category === 'SAMPLE' && kind === 'text' && !units?.endsWith('_3D')) continue;
    const found = {
      type,
      category,
      units: ownUnits ?? units,
      component: component.replace('$1', match[1] ?? ''),
    };
    return type === 'POSITION' || type === 'ANGLE' ? { ...found, subType: 'ACTUAL' } : found;
  }
  const isEvent =
    kind !== 'number' || valueRules.some(([, type, category]) => type === given && category === 'EVENT');
  return {
    type: given ?? ownType(name),
    category: isEvent ? 'EVENT' : 'SAMPLE',
    units: ownUnits,
    component: '',
  };
}

function ownType(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/\W+/g, '_');
  return `x:${words.toUpperCase()}`;
}
