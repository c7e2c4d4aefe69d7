import { type SignalDefinition, standardSignals } from './signal.js';
import type { FilledWorkshopFile } from './workshop-schema.js';
import type { Calendar, ConnectorSettings, EnergyCarrier, Workshop } from './workshop-types.js';

const electricity: EnergyCarrier = { id: 'electricity', name: { en: 'Electricity', zh: '电' }, unit: 'kWh' };

/** Fills in the defaults of a workshop file that depend on its other parts. */
export function completeWorkshop(file: FilledWorkshopFile): Workshop {
  const { $schema: _, losses, characteristics, alarms, ...parts } = file;
  const named = <T extends { id: string; name?: Workshop['name'] }>(one: T) => ({
    ...one,
    name: one.name ?? one.id,
  });
  const parents = new Map(file.equipment.map(({ id, parent }) => [id, parent]));
  const { carriers, meters, ...energy } = file.energy;
  const withElectricity = carriers.some(({ id }) => id === electricity.id)
    ? carriers
    : [electricity, ...carriers];
  return {
    ...parts,
    name: file.name ?? file.id,
    equipment: file.equipment.map(named),
    products: file.products.map(named),
    calendar: completeCalendar(file.calendar),
    energy: {
      ...energy,
      carriers: withElectricity.map(named),
      meters: meters.map((meter) => ({
        ...meter,
        measures: meter.measures ?? [parents.get(meter.equipment)].filter((id) => id !== undefined),
      })),
    },
    ...(losses && { losses: { ...losses, reasons: losses.reasons.map(named) } }),
    ...(characteristics && { characteristics: characteristics.map(named) }),
    ...(alarms && { alarms }),
    connectors: completeConnectors(file.connectors),
    signals: file.signals.map(completeSignal),
  };
}

/** An entry for a standard signal keeps what that one says and the entry leaves out. */
export function completeSignal(signal: FilledWorkshopFile['signals'][number]): SignalDefinition {
  const standard = Object.hasOwn(standardSignals, signal.name) ? standardSignals[signal.name] : undefined;
  const said = Object.entries(signal).filter(([, value]) => value !== undefined);
  return { ...standard, ...Object.fromEntries(said) } as unknown as SignalDefinition;
}

function completeCalendar(calendar: FilledWorkshopFile['calendar']): Calendar {
  const { shifts, dayStart = shifts[0]?.from ?? '00:00' } = calendar;
  return { ...calendar, dayStart };
}

function completeConnectors(entries: FilledWorkshopFile['connectors']): ConnectorSettings[] {
  const taken = new Set(entries.map(({ id }) => id));
  return entries.map((entry, index) => {
    const { type, id, name, bindings, ...settings } = entry;
    let number = index + 1;
    while (id === undefined && taken.has(`${type}-${number}`)) number++;
    const chosen = id ?? `${type}-${number}`;
    taken.add(chosen);
    return { type, id: chosen, ...(name === undefined ? {} : { name }), bindings, settings };
  });
}
