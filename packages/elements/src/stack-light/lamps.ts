import type { EquipmentState } from '@twinfloor/core';

/**
 * The lamps from above, each named by the state whose colours it has: red (danger: act at once), amber (abnormal:
 * watch), green (normal), blue (an action is needed); IEC 60073.
 */
export const lamps = ['fault', 'starved', 'running', 'setup'] as const;

/** One of the lamps. */
export type Lamp = (typeof lamps)[number];

const lit: Partial<Record<EquipmentState, Lamp>> = {
  fault: 'fault',
  blocked: 'starved',
  starved: 'starved',
  idle: 'starved',
  running: 'running',
  setup: 'setup',
  maintenance: 'setup',
};

/** The lamp that a state lights; `undefined` where all are dark: stopped by plan, switched off, unknown. */
export function lampOf(state: EquipmentState): Lamp | undefined {
  return lit[state];
}
