import {
  type Binding,
  type Equipment,
  type Refusal,
  type SignalDefinition,
  standardSignals,
} from '@twinfloor/core';
import type { DeviceDescription } from './device-descriptions.js';
import type { DataItem, ProbeComponent, ProbeDevice } from './probe-document.js';

/** What is proposed for all devices of an agent, as far as they were looked at. */
export interface DeviceProposal {
  /** By what tells them apart. */
  readonly signals: Map<string, SignalDefinition>;
  readonly bindings: Binding[];
  readonly refuse: (refusal: Refusal) => void;
}

/** How the units of MTConnect are written here; a unit that is not among them is left out. */
const units: Readonly<Record<string, string>> = {
  AMPERE: 'A',
  CELSIUS: '°C',
  DEGREE: '°',
  'DEGREE/SECOND': '°/s',
  HERTZ: 'Hz',
  KILOGRAM: 'kg',
  KILOWATT: 'kW',
  KILOWATT_HOUR: 'kWh',
  LITER: 'l',
  'LITER/SECOND': 'l/s',
  MILLIMETER: 'mm',
  'MILLIMETER/SECOND': 'mm/s',
  NEWTON: 'N',
  NEWTON_METER: 'N·m',
  PASCAL: 'Pa',
  PERCENT: '%',
  'REVOLUTION/MINUTE': '1/min',
  SECOND: 's',
  VOLT: 'V',
  VOLT_AMPERE: 'VA',
  WATT: 'W',
  WATT_SECOND: 'J',
};

/** Types that are measured and worth a look; positions and feeds of axes are not among them. */
const measured = new Set(
  'AMPERAGE AMPERAGE_AC AMPERAGE_DC CONCENTRATION DISPLACEMENT FILL_LEVEL FLOW LEVEL LOAD PATH_FEEDRATE PRESSURE ROTARY_VELOCITY SPINDLE_SPEED TEMPERATURE TORQUE VELOCITY VOLTAGE VOLTAGE_AC VOLTAGE_DC'.split(
    ' ',
  ),
);

/** Inputs of the vocabulary `mtconnect`, and the types that fill them. */
const stateInputs = {
  execution: 'EXECUTION',
  mode: 'CONTROLLER_MODE',
  functionalMode: 'FUNCTIONAL_MODE',
  emergencyStop: 'EMERGENCY_STOP',
  availability: 'AVAILABILITY',
};

/** Standard signals that are told as they are: type and subtypes, the best first; '' is none. */
const plainSignals: readonly (readonly [signal: string, type: string, subTypes: readonly string[]])[] = [
  ['execution', 'EXECUTION', ['']],
  ['mode', 'CONTROLLER_MODE', ['']],
  ['program', 'PROGRAM', ['', 'ACTIVE', 'MAIN']],
  ['producedCount', 'PART_COUNT', ['', 'ALL', 'COMPLETE']],
  ['goodCount', 'PART_COUNT', ['GOOD']],
  ['scrapCount', 'PART_COUNT', ['BAD']],
  ['power', 'WATTAGE', ['', 'ACTUAL']],
  ['energy', 'ELECTRICAL_ENERGY', ['', 'ACTUAL']],
];

/** Proposes an equipment, its bindings and the signals it needs beyond the standard ones. */
export function proposalOfDevice(
  device: ProbeDevice,
  about: DeviceDescription,
  otherIds: readonly string[],
  proposal: DeviceProposal,
): Equipment {
  const name = device.name ?? device.uuid ?? device.id ?? 'machine';
  const id = uniqueId(name, otherIds);
  const { bindings } = proposal;
  const taken = new Set<DataItem>();
  const bind = (signal: string, item: DataItem): void => {
    taken.add(item);
    const unit = item.units === undefined ? undefined : units[item.units];
    const isMeasured = standardSignals[signal]?.unit !== undefined;
    bindings.push({ signal: `${id}/${signal}`, from: item.id, ...(isMeasured && unit && { unit }) });
  };
  const from: Record<string, string> = {};
  for (const [input, type] of Object.entries(stateInputs)) {
    const item = best(device, type, ['']);
    if (item) from[input] = item.id;
  }
  if (from['execution'] !== undefined)
    bindings.push({ signal: `${id}/state`, from, vocabulary: 'mtconnect' });
  else proposal.refuse({ place: name, found: 'no EXECUTION', allowed: 'a data item that tells the state' });
  for (const [signal, type, subTypes] of plainSignals) {
    const item = best(device, type, subTypes);
    if (item) bind(signal, item);
  }
  if (device.dataItems.some(({ category }) => category === 'CONDITION'))
    bindings.push({ signal: `${id}/conditions`, from: `${device.id ?? name}/CONDITION` });
  const names = new Set<string>();
  for (const item of device.dataItems) {
    if (taken.has(item) || item.category !== 'SAMPLE' || !measured.has(item.type)) continue;
    if (item.units?.endsWith('_3D')) continue;
    const signal = signalName(item, names);
    names.add(signal);
    define(proposal, signal, id, item);
    bindings.push({ signal: `${id}/${signal}`, from: item.id });
  }
  const type = typeOf(device, `${name} ${about.modelName ?? ''} ${about.text ?? ''}`);
  return {
    id,
    name,
    level: 'workUnit',
    ...(type && { type }),
    ...(about.manufacturer && { manufacturer: about.manufacturer }),
    ...(about.modelName && { modelName: about.modelName }),
    ...(about.serialNumber && { serialNumber: about.serialNumber }),
  };
}

/** The data item of a type: of the best subtype, and of several paths that of the first. */
function best({ dataItems }: ProbeDevice, type: string, subTypes: readonly string[]): DataItem | undefined {
  const isPlain = ({ representation = 'VALUE' }: DataItem): boolean =>
    representation === 'VALUE' || representation === 'DISCRETE';
  const found = dataItems.filter(
    (item) => item.type === type && item.category !== 'CONDITION' && isPlain(item),
  );
  for (const subType of subTypes) {
    const item = found.find((one) => (one.subType ?? '') === subType);
    if (item) return item;
  }
  return undefined;
}

/** A name that tells what is measured and where: `spindle-load`. */
function signalName({ type, component }: DataItem, taken: ReadonlySet<string>): string {
  const what = wordsOf(type);
  const where = component.parent ? wordsOf(component.name ?? component.type) : '';
  const name = where && where !== what ? `${where}-${what}` : what;
  const isFree = (one: string): boolean => !taken.has(one) && !Object.hasOwn(standardSignals, one);
  if (isFree(name)) return name;
  for (let number = 2; ; number++) if (isFree(`${name}-${number}`)) return `${name}-${number}`;
}

/** One definition for all equipment where name and unit are the same. */
function define({ signals }: DeviceProposal, name: string, equipment: string, item: DataItem): void {
  const unit = item.units === undefined ? undefined : units[item.units];
  const key = `${name} ${unit}`;
  const known = signals.get(key)?.equipment ?? [];
  signals.set(key, { name, equipment: [...known, equipment], kind: 'number', ...(unit && { unit }) });
}

/** What a machine is: as its name says, else by what it has. */
function typeOf({ dataItems }: ProbeDevice, name: string): string | undefined {
  const named = [
    [/lathe|turn/i, 'lathe'],
    [/\bmill|machining|\bv[mc]c?\d|\bvmc/i, 'machiningCentre'],
    [/robot/i, 'robot'],
    [/grind/i, 'grinder'],
    [/press/i, 'press'],
    [/mou?ld/i, 'injectionMoulder'],
  ] as const;
  const word = named.find(([pattern]) => pattern.test(name))?.[1];
  if (word) return word;
  const components = new Set<ProbeComponent>();
  for (const { component } of dataItems)
    for (let one: ProbeComponent | undefined = component; one; one = one.parent) components.add(one);
  const hasChuck =
    dataItems.some(({ type }) => type === 'CHUCK_STATE') ||
    [...components].some(({ type }) => type === 'Chuck');
  if (hasChuck) return 'lathe';
  const linear = [...components].filter(({ type }) => type === 'Linear').length;
  const hasSpindle = [...components].some(({ type }) => type === 'Rotary' || type === 'Spindle');
  if (linear >= 3) return 'machiningCentre';
  return linear === 2 && hasSpindle ? 'lathe' : undefined;
}

function uniqueId(name: string, others: readonly string[]): string {
  const id = wordsOf(name) || 'machine';
  if (!others.includes(id)) return id;
  for (let number = 2; ; number++) if (!others.includes(`${id}-${number}`)) return `${id}-${number}`;
}

/** Small letters and digits with `-` between the words. */
function wordsOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}
