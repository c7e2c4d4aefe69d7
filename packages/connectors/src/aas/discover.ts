import {
  type Binding,
  type Discover,
  type Discovery,
  type Equipment,
  equipmentType,
  isConvertible,
  type Refusal,
  type SignalDefinition,
  standardSignals,
} from '@twinfloor/core';
import { AasClient } from './client.js';
import { sectionOf, valueOf } from './details.js';
import type { Environment, Shell, Submodel, SubmodelElement } from './environment.js';
import { FileSource, readFile } from './file-source.js';
import { RepositorySource } from './repository-source.js';
import { readSettings } from './settings.js';
import { timesOf } from './time-series.js';
import { readTyped } from './typed-value.js';

/** More signals of one machine are a matter of choice, not of discovery. */
const mostSignals = 200;

/** How submodels are called whose values change while a machine works. */
const operational = /^(Operational|Operating|Operation|Process|Live|Runtime|Condition|Measure)/i;

/**
 * Reads shells and proposes an equipment for each, with what its nameplate says, and signals for its operational data and time
 * series. The settings are those of the connector's entry.
 */
export const discoverAas: Discover = async (settings, { signal, patience }) => {
  const { place, timeout, ...more } = readSettings({ settings });
  const refusals: Refusal[] = [];
  const refuse = (refusal: Refusal): unknown => refusals.push(refusal);
  const entry = { type: 'aas', id: 'aas', bindings: [], settings };
  const client = new AasClient(entry, place.url, Math.max(timeout, patience), signal);
  const source =
    place.kind === 'file'
      ? new FileSource(client, place.url, refuse)
      : new RepositorySource(client, { place, timeout, ...more }, refuse);
  return proposal(await source.open(), settings, refusals);
};

/**
 * Proposes what a file holds, without asking anybody: an environment in JSON or an AASX package.
 *
 * @param file - address that the connector will read it from
 */
export async function discoverAasFile(bytes: Uint8Array, file: string): Promise<Discovery> {
  const refusals: Refusal[] = [];
  const environment = await readFile(bytes, (refusal) => refusals.push(refusal));
  return proposal(environment, { file }, refusals);
}

function proposal(
  environment: Environment,
  settings: Readonly<Record<string, unknown>>,
  refusals: readonly Refusal[],
): Discovery {
  const equipment: Equipment[] = [];
  const signals: SignalDefinition[] = [];
  const bindings: Binding[] = [];
  const shells: [string, string][] = [];
  const left: Refusal[] = [...refusals];
  const ids = new Set<string>();
  for (const shell of environment.shells) {
    const own = environment.submodels.filter(({ id }) => shell.submodels.includes(id));
    const machine = equipmentFor(shell, own, ids);
    equipment.push(machine);
    shells.push([shell.id, machine.id]);
    const found = signalsOf(machine.id, own, environment);
    signals.push(...found.signals);
    bindings.push(...found.bindings);
    if (found.leftOut > 0) {
      left.push({
        place: shell.id,
        found: `${mostSignals + found.leftOut} values`,
        allowed: `up to ${mostSignals}`,
      });
    }
  }
  const { interval, ...kept } = settings;
  const entry = {
    ...kept,
    ...(interval !== undefined && { interval }),
    equipment: Object.fromEntries(shells),
  };
  return { equipment, signals, connector: { ...entry, type: 'aas', bindings }, refusals: left };
}

function equipmentFor(shell: Shell, submodels: readonly Submodel[], ids: Set<string>): Equipment {
  const plate = submodels.find((one) => sectionOf(one) === 'nameplate')?.elements ?? [];
  const said = (...names: string[]): string | undefined =>
    names.map((name) => textOf(plate, name)).find(Boolean);
  const designation = said('ManufacturerProductDesignation');
  const name = shell.idShort ?? designation ?? shell.id;
  const type = typeIn([
    said('ManufacturerProductRoot'),
    designation,
    said('ManufacturerProductFamily'),
    shell.idShort,
  ]);
  const facts = {
    type,
    manufacturer: said('ManufacturerName'),
    modelName: said('ManufacturerProductType') ?? designation,
    serialNumber: said('SerialNumber'),
  };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { id: uniqueId(name, ids), name, level: 'workUnit', ...Object.fromEntries(known) };
}

/** The text of an element in English, or in the language that it has. */
function textOf(elements: readonly SubmodelElement[], idShort: string): string | undefined {
  const element = elements.find((one) => one.idShort === idShort);
  const value = element && valueOf(element);
  const text = typeof value === 'object' ? (value['en'] ?? Object.values(value)[0]) : value;
  return text?.trim() || undefined;
}

/** The type that the words of a source mean; `undefined` unless all that mean one mean the same. */
function typeIn(texts: readonly (string | undefined)[]): string | undefined {
  const words = texts.flatMap((text) => (text ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/));
  const found = new Set(words.filter(Boolean).map(equipmentType));
  found.delete('generic');
  return found.size === 1 ? [...found][0] : undefined;
}

function signalsOf(
  equipment: string,
  submodels: readonly Submodel[],
  { concepts }: Environment,
): { signals: SignalDefinition[]; bindings: Binding[]; leftOut: number } {
  const signals: SignalDefinition[] = [];
  const bindings: Binding[] = [];
  const names = new Set<string>();
  let leftOut = 0;
  const offer = (element: SubmodelElement, from: string, path: readonly string[]): void => {
    const { valueType = '', value, meanings } = element;
    const sample = value === undefined ? undefined : readTyped(valueType, value)?.value;
    const isNumber = /^xs:(double|float|decimal|(unsigned)?(long|int|short|byte)|\w*integer)$/i.test(
      valueType,
    );
    if (!isNumber && !(typeof sample === 'string' && valueType === 'xs:string' && sample !== '')) return;
    if (names.size >= mostSignals) {
      leftOut++;
      return;
    }
    const concept = meanings.flatMap(({ keys }) => concepts.get(keys[keys.length - 1].value) ?? [])[0];
    const unit = element.unit ?? concept?.unit;
    const name = uniqueName(path, names);
    const standard = Object.hasOwn(standardSignals, name)
      ? (standardSignals as Readonly<Record<string, SignalDefinition>>)[name]
      : undefined;
    // A standard signal only where its unit is known: watts taken for kilowatts would be believed.
    const isStandard =
      standard !== undefined &&
      isNumber &&
      unit !== undefined &&
      standard.unit !== undefined &&
      isConvertible(unit, standard.unit);
    if (!isStandard) {
      const own =
        standard === undefined ? name : uniqueName([...path.slice(0, -1), `${path.at(-1)} value`], names);
      const label = element.label ?? concept?.label;
      signals.push({
        name: own,
        equipment: [equipment],
        kind: isNumber ? 'number' : 'text',
        ...(label && { label }),
        ...(unit && isNumber && { unit }),
      });
      bindings.push({ signal: `${equipment}/${own}`, from });
      return;
    }
    bindings.push({ signal: `${equipment}/${name}`, from, unit });
  };
  const walk = (submodel: string, elements: readonly SubmodelElement[], path: readonly string[]): void => {
    for (const [index, element] of elements.entries()) {
      const step = [...path, element.idShort ?? String(index + 1)];
      if (element.kind === 'Property') offer(element, `${submodel}/${element.path}`, step);
      else walk(submodel, element.children, step);
    }
  };
  for (const submodel of submodels) {
    const name = submodel.idShort ?? submodel.id;
    const times = timesOf(submodel);
    if (times.size > 0) {
      for (const element of variablesOf(submodel.elements)) {
        if (!times.has(element.idShort!))
          offer(element, `${name}/Records[].${element.idShort}`, [element.idShort!]);
      }
    } else if (sectionOf(submodel) === undefined && operational.test(submodel.idShort ?? ''))
      walk(name, submodel.elements, []);
  }
  return { signals, bindings, leftOut };
}

/** The variables of a time series, as its metadata describes a record. */
function variablesOf(elements: readonly SubmodelElement[]): SubmodelElement[] {
  const record = elements
    .find(({ idShort }) => idShort === 'Metadata')
    ?.children.find(({ idShort }) => idShort === 'Record');
  return (record?.children ?? []).filter(({ kind, idShort }) => kind === 'Property' && idShort !== undefined);
}

/** An id of letters, digits and hyphens that nobody has. */
function uniqueId(name: string, ids: Set<string>): string {
  const plain = name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(-60);
  let id = plain || 'asset';
  for (let count = 2; ids.has(id); count++) id = `${plain || 'asset'}-${count}`;
  ids.add(id);
  return id;
}

/** The last step of a path as the name of a signal; with the steps before it where that is taken. */
function uniqueName(path: readonly string[], names: Set<string>): string {
  for (let steps = 1; steps <= path.length; steps++) {
    const name = camelCase(path.slice(-steps));
    if (name && !names.has(name)) {
      names.add(name);
      return name;
    }
  }
  let count = 2;
  while (names.has(`${camelCase(path)}${count}`)) count++;
  const name = `${camelCase(path)}${count}`;
  names.add(name);
  return name;
}

function camelCase(steps: readonly string[]): string {
  const words = steps.flatMap((step) => step.split(/[^A-Za-z\d]+/)).filter(Boolean);
  return words
    .map((word, index) => (index === 0 ? lowered(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

/** `SpindlePower` becomes `spindlePower`, `L1` stays `l1`, `RPM` becomes `rpm`. */
function lowered(word: string): string {
  return /^[A-Z\d]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
