import { breakSpan, shiftSpan } from '../time/shift-rule.js';
import { zonedTime } from '../time/iso.js';
import { checkRequests } from './check-requests.js';
import { signalKinds, standardSignals } from './signal.js';
import { shown } from './workshop-problem.js';
import type { EquipmentReferences } from './workshop-checks.js';
import { type WorkshopFile, zoneAllowed } from './workshop-schema.js';

/** Checks that product ids are unique and that ideal cycles are of equipment that is there. */
export function checkProducts(references: EquipmentReferences, { products = [] }: WorkshopFile): void {
  leaveOutDoubles(references, products, 'id', 'an id that no other product has', ({ id }) => [id]);
  for (const { idealCycle } of products) {
    for (const id of Object.keys(idealCycle ?? {})) {
      if (idealCycle && !references.check(id, idealCycle, id)) references.draft.leaveOut(idealCycle, id);
    }
  }
}

/** Checks that breaks lie in their shifts, and that planned stops run forward and are of equipment that is there. */
export function checkCalendar(references: EquipmentReferences, { calendar, timeZone }: WorkshopFile): void {
  const { draft } = references;
  const told = draft.problems.some(({ path }) => path === 'timeZone');
  if (timeZone === undefined && !told && calendar?.shifts?.length) {
    const hint = 'without it the shifts are in UTC';
    draft.report(draft.value as object, 'timeZone', zoneAllowed, { hint, severity: 'warning' });
  }
  for (const shift of calendar?.shifts ?? []) {
    const span = shiftSpan(shift);
    for (const [index, one] of (shift.breaks ?? []).entries()) {
      if (breakSpan(one, span).to <= span.to) continue;
      const found = shown(`${one.from}–${one.to}`);
      draft.report(one, undefined, `a break within the shift: ${shift.from}–${shift.to}`, { found });
      draft.leaveOut(shift.breaks as object, index);
    }
  }
  for (const [index, stop] of (calendar?.plannedStops ?? []).entries()) {
    references.checkList(stop.equipment);
    if ((zonedTime(stop.from) as number) < (zonedTime(stop.to) as number)) continue;
    draft.report(stop, 'to', `a time after ${stop.from}`);
    draft.leaveOut(calendar?.plannedStops as object, index);
  }
}

/** Checks that carriers are unique, and that meters name equipment and carriers that are there. */
export function checkEnergy(references: EquipmentReferences, { energy, equipment }: WorkshopFile): void {
  const { draft } = references;
  const { carriers = [], meters = [], tariffs = [], emissionFactors = [], coalFactors = [] } = energy ?? {};
  leaveOutDoubles(references, carriers, 'id', 'an id that no other carrier has', ({ id }) => [id]);
  const parents = new Map(equipment.map(({ id, parent }) => [id, parent]));
  const known = new Set(['electricity', ...carriers.map(({ id }) => id)]);
  for (const [index, meter] of meters.entries()) {
    const { carrier = 'electricity' } = meter;
    references.checkList(meter.measures);
    let sound = references.check(meter.equipment, meter, 'equipment');
    if (!known.has(carrier)) {
      draft.report(meter, 'carrier', [...known].join(', '));
      sound = false;
    } else if (sound && meter.measures === undefined && parents.get(meter.equipment) === undefined) {
      draft.report(meter, 'measures', 'a list of equipment ids, as the meter has no parent');
      sound = false;
    }
    if (!sound) draft.leaveOut(meters, index);
  }
  const dates = 'a date on which no other tariff begins';
  leaveOutDoubles(references, tariffs, 'validFrom', dates, ({ validFrom = 'ever' }) => [validFrom]);
  for (const factors of [emissionFactors, coalFactors]) {
    for (const [index, factor] of factors.entries()) {
      if (known.has(factor.carrier ?? 'electricity')) continue;
      draft.report(factor, 'carrier', [...known].join(', '));
      draft.leaveOut(factors, index);
    }
  }
  const emission = 'a carrier that no other emission factor of this year and method names';
  leaveOutDoubles(references, emissionFactors, 'carrier', emission, (factor) => [
    [factor.carrier ?? 'electricity', factor.method ?? 'location', factor.year].join(' '),
  ]);
  const coal = 'a carrier that no other coal factor of this year and basis names';
  leaveOutDoubles(references, coalFactors, 'carrier', coal, (factor) => [
    [factor.carrier ?? 'electricity', factor.basis ?? 'equivalent', factor.year].join(' '),
  ]);
  const isMeter = new Set(meters.map((meter) => meter.equipment));
  for (const meter of meters) {
    const { parentMeter } = meter;
    if (parentMeter === undefined) continue;
    if (parentMeter !== meter.equipment && isMeter.has(parentMeter)) continue;
    draft.report(meter, 'parentMeter', 'the equipment of another meter');
    draft.leaveOut(meter, 'parentMeter');
  }
  const unique = 'a meter that no other entry with this carrier names';
  leaveOutDoubles(references, meters, 'equipment', unique, ({ equipment: id, carrier = 'electricity' }) => [
    `${id}/${carrier}`,
  ]);
}

/** Checks that signals have a kind, only what their kind may have, and are told once for each equipment. */
export function checkSignals(references: EquipmentReferences, { signals = [] }: WorkshopFile): void {
  const { draft } = references;
  for (const [index, signal] of signals.entries()) {
    references.checkList(signal.equipment);
    const standard = Object.hasOwn(standardSignals, signal.name) ? standardSignals[signal.name] : undefined;
    const kind = signal.kind ?? standard?.kind;
    if (kind === undefined || (standard && kind !== standard.kind)) {
      draft.report(
        signal,
        'kind',
        standard ? `${standard.kind}, as of every ${signal.name}` : signalKinds.join(', '),
      );
      draft.leaveOut(signals, index);
      continue;
    }
    for (const key of ['modulus', 'maximumRate', 'counting', 'zones'] as const) {
      const wanted = key === 'zones' ? 'number' : 'counter';
      if (signal[key] === undefined || kind === wanted) continue;
      draft.report(signal, key, `nothing, as this signal is no ${wanted}`);
      draft.leaveOut(signal, key);
    }
    checkZones(references, signal);
  }
  checkRequests(references, signals);
  const unique = 'a name that no other entry has for this equipment';
  leaveOutDoubles(references, signals, 'name', unique, ({ name, equipment = ['*'] }) =>
    equipment.map((id) => `${id}/${name}`),
  );
}

/** Zones lie above each other, and only the last has no end; a limit in doubt is no limit, so the list goes as a whole. */
function checkZones({ draft }: EquipmentReferences, signal: { zones?: { below?: number }[] }): void {
  const { zones = [] } = signal;
  for (const [index, zone] of zones.entries()) {
    const isLast = index === zones.length - 1;
    const before = zones[index - 1]?.below;
    if (zone.below === undefined ? isLast : before === undefined || before < zone.below) continue;
    draft.report(zone, 'below', before === undefined ? 'a number' : `a number above ${before}`);
    draft.leaveOut(signal, 'zones');
    return;
  }
}

/** Takes entries out of a list that name what an earlier one has named. */
export function leaveOutDoubles<T extends object>(
  { draft }: EquipmentReferences,
  list: T[],
  key: string & keyof T,
  allowed: string,
  names: (entry: T) => string[],
): void {
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    const own = names(entry);
    if (own.some((name) => seen.has(name))) {
      draft.report(entry, key, allowed);
      draft.leaveOut(list, index);
    }
    for (const name of own) seen.add(name);
  }
}
