import type { Equipment, Floor, Refusal, Text } from '@twinfloor/core';
import { problemText, readWorkshop, type WorkshopProblem } from '@twinfloor/core/workshop';
import { layOut } from './floor/layout.js';
import { Ids } from './table/ids.js';
import type { WorkshopParts } from './workshop-parts.js';

/** How a file is to be called. */
export interface WorkshopNames {
  /** Words for people. */
  readonly name: string;
  /** IANA name of the place. */
  readonly timeZone: string;
}

/** A workshop file as it is to be written. */
export interface WorkshopFileText {
  readonly text: string;
  /** What was left out because it would be wrong in a file. */
  readonly refusals: readonly Refusal[];
}

/**
 * Makes the text of a workshop file: every machine under a workshop, on a floor.
 *
 * @throws {Error} if the file would have a problem all the same; the message names all of them
 */
export function workshopFile(parts: WorkshopParts, { name, timeZone }: WorkshopNames): WorkshopFileText {
  const ids = new Ids(parts.equipment.map(({ id }) => id));
  const equipment = layOut(underOneRoof(parts.equipment, name, ids)).map(withoutEmpty);
  const { signals, connectors } = parts;
  const head = {
    $schema: 'https://twinfloor.dev/schema/workshop-1.json',
    id: new Ids().named(name, 'workshop'),
    name,
    timeZone,
    equipment,
  };
  const file = { ...head, signals, connectors };
  const { problems } = readWorkshop(file);
  const sound =
    problems.length === 0 ? file : { ...head, ...withoutWrong({ signals, connectors }, problems) };
  const left = readWorkshop(sound).problems;
  if (left.length > 0)
    throw new Error(`what was found is no workshop file:\n${left.map(problemText).join('\n')}`);
  const written = {
    ...head,
    ...(sound.signals.length > 0 && { signals: sound.signals }),
    ...(sound.connectors.length > 0 && {
      connectors: sound.connectors.map(({ type, bindings, ...settings }) => ({
        type,
        ...settings,
        bindings,
      })),
    }),
  };
  const refusals = problems.map(({ path, found, allowed }) => ({ place: path, found, allowed }));
  return { text: `${pretty(written)}\n`, refusals };
}

/** Sources say what they like: a signal or a binding that the check of workshop files refuses does not cost the rest. */
function withoutWrong(
  { signals, connectors }: Pick<WorkshopParts, 'signals' | 'connectors'>,
  problems: readonly WorkshopProblem[],
): Pick<WorkshopParts, 'signals' | 'connectors'> {
  const isWrong = (path: string): boolean =>
    problems.some((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
  return {
    signals: signals.filter((_, index) => !isWrong(`signals[${index}]`)),
    connectors: connectors.map((connector, index) => ({
      ...connector,
      bindings: connector.bindings.filter((_, at) => !isWrong(`connectors[${index}].bindings[${at}]`)),
    })),
  };
}

/** Lines and machines under a workshop, several workshops under a site. */
function underOneRoof(all: readonly Equipment[], name: Text, ids: Ids): Equipment[] {
  const isHomeless = ({ level, parent }: Equipment): boolean =>
    parent === undefined && (level === 'workCenter' || level === 'workUnit');
  const areas = all.filter(({ level }) => level === 'area');
  const added: Equipment[] = [];
  let roof: string | undefined;
  if (all.some(isHomeless)) {
    roof = areas.length === 1 ? areas[0].id : ids.unique('workshop');
    if (areas.length !== 1) added.push({ id: roof, name, level: 'area' });
  }
  const housed = all.map((one) => (isHomeless(one) ? { ...one, parent: roof } : one));
  const rooms = [...added, ...housed];
  const isAlone = ({ level, parent }: Equipment): boolean => level === 'area' && parent === undefined;
  if (rooms.filter(isAlone).length < 2) return rooms;
  const site: Equipment = { id: ids.unique('site'), name, level: 'site' };
  return [site, ...rooms.map((one) => (isAlone(one) ? { ...one, parent: site.id } : one))];
}

/** Lists of a floor that have nothing are not written. */
function withoutEmpty(one: Equipment): Equipment {
  if (!one.floor) return one;
  const lists = Object.entries(one.floor).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return { ...one, floor: Object.fromEntries(lists) as unknown as Floor };
}

/** As a person writes it: what fits into a line stands in one. */
function pretty(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inline = inlineOf(value);
  if (indent !== '' && indent.length + inline.length <= 110) return inline;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((one) => `${inner}${pretty(one, inner)}`)
    : Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([key, one]) => `${inner}${JSON.stringify(key)}: ${pretty(one, inner)}`);
  return lines.length === 0 ? open + close : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function inlineOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inlineOf).join(', ')}]`;
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  if (members.length === 0) return '{}';
  return `{ ${members.map(([key, one]) => `${JSON.stringify(key)}: ${inlineOf(one)}`).join(', ')} }`;
}
