import { equipmentOee, type EquipmentOee, type KpiWarning, type Twin } from '@twinfloor/core';
import { roundedToSum } from '../internal/largest-remainder.js';
import { type Breakdown, breakdown, type BreakdownRow } from './breakdown.js';

/** What one machine has in the OEE of several. */
export interface MachineShare {
  /** Id of the machine; `undefined` for all that are not shown, together. */
  readonly equipment: string | undefined;
  /** How many machines it stands for. */
  readonly count: number;
  readonly value: number | undefined;
  /** In the unit of the breakdown, rounded so that they add up to its totals; `undefined`: not in the figure. */
  readonly planned: number | undefined;
  /** As `planned`. */
  readonly good: number | undefined;
  /** The row that it lost most in. */
  readonly most: BreakdownRow | undefined;
  readonly warnings: readonly KpiWarning[];
}

const shown = 12;

/** The machines of an OEE, those first that lost most; what is over twelve as one. Those without a basis come last. */
export function machineShares(twin: Twin, oee: EquipmentOee, { rows, unit }: Breakdown): MachineShare[] {
  const parts = oee.machines
    .map((id) => ({ id, oee: equipmentOee(twin, id, oee.interval) }))
    .sort((a, b) => lostTime(b.oee) - lostTime(a.oee));
  const totalOf = (key: string) => rows.find((row) => row.key === key)?.units;
  const planned = roundedToSum(
    parts.map((part) => part.oee.inputs.plannedTime / unit),
    totalOf('plannedTime'),
  );
  const goodTotal = totalOf('goodTime');
  const good =
    goodTotal === undefined
      ? []
      : roundedToSum(
          parts.map((part) => (part.oee.inputs.idealGoodTime ?? 0) / unit),
          goodTotal,
        );
  const all = parts.map(({ id, oee: one }, index): MachineShare => ({
    equipment: id,
    count: 1,
    value: one.value ?? one.availability,
    planned: planned[index],
    good: good[index],
    most: largestLoss(one),
    warnings: one.warnings,
  }));
  const without = oee.withoutBasis
    .filter((id) => !oee.machines.includes(id))
    .map((id) => missing(id, 1, equipmentOee(twin, id, oee.interval).warnings));
  return [...withRest(all), ...withRest(without)];
}

function withRest(shares: readonly MachineShare[]): MachineShare[] {
  if (shares.length <= shown) return [...shares];
  const rest = shares.slice(shown - 1);
  const sum = (read: (share: MachineShare) => number | undefined) =>
    rest.every((one) => read(one) === undefined)
      ? undefined
      : rest.reduce((total, one) => total + (read(one) ?? 0), 0);
  return [
    ...shares.slice(0, shown - 1),
    {
      ...missing(undefined, rest.length, []),
      planned: sum(({ planned }) => planned),
      good: sum(({ good }) => good),
    },
  ];
}

function missing(id: string | undefined, count: number, warnings: readonly KpiWarning[]): MachineShare {
  return {
    equipment: id,
    count,
    value: undefined,
    planned: undefined,
    good: undefined,
    most: undefined,
    warnings,
  };
}

function lostTime({ inputs }: EquipmentOee): number {
  const { plannedTime, unknownTime, productionTime, idealGoodTime } = inputs;
  return plannedTime - unknownTime - (idealGoodTime ?? productionTime);
}

function largestLoss(oee: EquipmentOee): BreakdownRow | undefined {
  return breakdown(oee)
    .rows.filter(({ total, key, time }) => !total && key !== 'outsidePlan' && time > 0)
    .sort((a, b) => b.time - a.time)[0];
}
