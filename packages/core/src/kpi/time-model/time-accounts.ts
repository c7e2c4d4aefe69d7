import type { EquipmentState } from '../../model/equipment-state.js';

/**
 * What a stretch of planned busy time is booked to; symbols of ISO 22400-2: production (APT), setup (AUST), delay
 * (ADET), queuing (AQT), transport (ATT), down (ADOT), plannedMaintenance (APMT in OPC 40001-1).
 */
export type TimeAccount =
  'production' | 'setup' | 'delay' | 'queuing' | 'transport' | 'down' | 'plannedMaintenance';

/** The account of each state. Time without a trustworthy state is unknown time and nothing else. */
export type StateAccounts = Readonly<Record<Exclude<EquipmentState, 'unknown'>, TimeAccount>>;

/** A reading of states as times of ISO 22400. Data: a site that reads them in another way gives its own. */
export interface TimeAccounts {
  /** While an order is registered at the machine. */
  readonly withOrder: StateAccounts;
  /** While none is. */
  readonly withoutOrder: StateAccounts;
  /** Whether down time (ADOT) belongs to the order execution time (AOET). */
  readonly orderExecutionHasDownTime: boolean;
}

const withoutOrder: StateAccounts = {
  running: 'production',
  setup: 'setup',
  idle: 'down',
  starved: 'down',
  blocked: 'down',
  fault: 'down',
  maintenance: 'plannedMaintenance',
  plannedStop: 'down',
  offline: 'down',
};

/**
 * The reading where it is known which order is registered (OPC 40001-1, annex C): standing still is a delay of the
 * order, and down time without one. Maintenance without an order is planned; with one it interrupts the order.
 *
 * No state says that material waits or is moved, so queuing and transport time are 0 unless a site books states to
 * them.
 *
 * @example
 * ```ts
 * // A site whose orders wait at an idle machine for their material:
 * const { withOrder } = accountsByOrder;
 * const accounts = { ...accountsByOrder, withOrder: { ...withOrder, idle: 'queuing' } };
 * ```
 */
export const accountsByOrder: TimeAccounts = {
  withOrder: {
    ...withoutOrder,
    idle: 'delay',
    starved: 'delay',
    blocked: 'delay',
    fault: 'delay',
    maintenance: 'delay',
    plannedStop: 'delay',
    offline: 'delay',
  },
  withoutOrder,
  orderExecutionHasDownTime: false,
};

const stateAlone: StateAccounts = { ...withoutOrder, fault: 'delay' };

/** The simple reading without order data (OPC 40501-1): delay is a fault, down time is every other standing still. */
export const accountsByState: TimeAccounts = {
  withOrder: stateAlone,
  withoutOrder: stateAlone,
  orderExecutionHasDownTime: true,
};
