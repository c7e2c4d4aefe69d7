/**
 * The states of an alarm, after ISA-18.2 and IEC 62682.
 *
 * - `normal`: nothing is wrong and nothing is left to do
 * - `unacknowledged`: its cause stands, and nobody has said that he has seen it
 * - `acknowledged`: its cause stands, and somebody knows
 * - `returnedUnacknowledged`: its cause has gone before anybody has seen it
 * - `latchedUnacknowledged`, `latchedAcknowledged`: its cause has gone; it stays until it is reset
 * - `shelved`: put aside by a person for a limited time
 * - `suppressedByDesign`: not shown because the plant is in a state in which it says nothing
 * - `outOfService`: taken out by maintenance until it is returned
 */
export const alarmStates = [
  'normal',
  'unacknowledged',
  'acknowledged',
  'returnedUnacknowledged',
  'latchedUnacknowledged',
  'latchedAcknowledged',
  'shelved',
  'suppressedByDesign',
  'outOfService',
] as const;

/** The state of an alarm. */
export type AlarmState = (typeof alarmStates)[number];

/** What can happen to an alarm: from the process, by design, or by a person. */
export const alarmTriggers = [
  'alarm',
  'return',
  'suppress',
  'unsuppress',
  'acknowledge',
  'reset',
  'shelve',
  'unshelve',
  'removeFromService',
  'returnToService',
] as const;

/** One of {@link alarmTriggers}. */
export type AlarmTrigger = (typeof alarmTriggers)[number];

/**
 * What is true of an alarm, each for itself, as the sub-states of OPC UA (OPC 10000-9) are: an alarm can be shelved and
 * suppressed at once, and goes on to follow its cause meanwhile. Its {@link alarmState} follows from it.
 */
export interface AlarmSituation {
  /** Whether its cause stands. */
  readonly active: boolean;
  /** Whether nobody has to acknowledge it. */
  readonly acknowledged: boolean;
  /** Whether it is held after its cause has gone, until it is reset. */
  readonly latched: boolean;
  /** Whether this occurrence was shown to people. */
  readonly annunciated: boolean;
  readonly shelved: boolean;
  readonly suppressed: boolean;
  readonly outOfService: boolean;
}

/** How an alarm behaves. */
export interface AlarmBehaviour {
  /** Whether it stays after its cause has gone, until it is reset. Default false. */
  readonly latched?: boolean;
  /** Whether it ends with its cause although nobody has acknowledged it. Default false. */
  readonly autoAcknowledge?: boolean;
}

/** The situation of an alarm that has never been raised. */
export const normalSituation: AlarmSituation = Object.freeze({
  active: false,
  acknowledged: true,
  latched: false,
  annunciated: false,
  shelved: false,
  suppressed: false,
  outOfService: false,
});

/** The state that follows from a situation. Out of service hides suppressed by design, which hides shelved. */
export function alarmState(situation: AlarmSituation): AlarmState {
  if (situation.outOfService) return 'outOfService';
  if (situation.suppressed) return 'suppressedByDesign';
  if (situation.shelved) return 'shelved';
  const { active, acknowledged, latched } = situation;
  if (active) return acknowledged ? 'acknowledged' : 'unacknowledged';
  if (latched) return acknowledged ? 'latchedAcknowledged' : 'latchedUnacknowledged';
  return acknowledged ? 'normal' : 'returnedUnacknowledged';
}

/** Whether an alarm is kept from people: shelved, suppressed by design or out of service. */
export function isHidden({ shelved, suppressed, outOfService }: AlarmSituation): boolean {
  return shelved || suppressed || outOfService;
}

/**
 * What a situation becomes by what happens; the same object if nothing changes by it.
 *
 * `alarm` on an active alarm raises it again: somebody has to acknowledge it anew. What came and went while it was hidden
 * needs no acknowledgement, unless the alarm is latched.
 */
export function nextSituation(
  before: AlarmSituation,
  trigger: AlarmTrigger,
  { latched = false, autoAcknowledge = false }: AlarmBehaviour = {},
): AlarmSituation {
  switch (trigger) {
    case 'alarm':
      return {
        ...before,
        active: true,
        acknowledged: false,
        latched: false,
        annunciated: !isHidden(before) || (!before.acknowledged && before.annunciated),
      };
    case 'return': {
      if (!before.active) return before;
      const seen = before.acknowledged || autoAcknowledge || (!before.annunciated && !latched);
      return settled({ ...before, active: false, latched, acknowledged: seen });
    }
    case 'acknowledge':
      return before.acknowledged ? before : settled({ ...before, acknowledged: true });
    case 'reset':
      return before.latched ? settled({ ...before, latched: false, acknowledged: true }) : before;
    case 'shelve':
      return changed(before, 'shelved', true);
    case 'unshelve':
      return changed(before, 'shelved', false);
    case 'suppress':
      return changed(before, 'suppressed', true);
    case 'unsuppress':
      return changed(before, 'suppressed', false);
    case 'removeFromService':
      return changed(before, 'outOfService', true);
    case 'returnToService':
      return changed(before, 'outOfService', false);
  }
}

/** The sub-states of OPC UA alarms and conditions (OPC 10000-9) that a situation stands for. */
export interface AlarmSubStates {
  readonly activeState: boolean;
  readonly ackedState: boolean;
  readonly suppressedState: boolean;
  readonly outOfServiceState: boolean;
  readonly shelvingState: 'Unshelved' | 'TimedShelved';
  readonly latchedState: boolean;
  /** Whether a client should show it. */
  readonly retain: boolean;
}

/** A situation in the sub-states of OPC UA (OPC 10000-9), which are independent of each other. */
export function alarmSubStates(
  situation: AlarmSituation,
  { latched = false }: AlarmBehaviour = {},
): AlarmSubStates {
  return {
    activeState: situation.active,
    ackedState: situation.acknowledged,
    suppressedState: situation.suppressed,
    outOfServiceState: situation.outOfService,
    shelvingState: situation.shelved ? 'TimedShelved' : 'Unshelved',
    latchedState: situation.latched || (latched && situation.active),
    retain: situation.active || situation.latched || !situation.acknowledged,
  };
}

function changed(
  before: AlarmSituation,
  key: 'shelved' | 'suppressed' | 'outOfService',
  value: boolean,
): AlarmSituation {
  if (before[key] === value) return before;
  const after = { ...before, [key]: value };
  const waits = !after.acknowledged && !isHidden(after);
  return waits ? { ...after, annunciated: true } : after;
}

/** An occurrence ends when its cause has gone, it was acknowledged, and it is not latched. */
function settled(situation: AlarmSituation): AlarmSituation {
  const isOver = !situation.active && !situation.latched && situation.acknowledged;
  return isOver && situation.annunciated ? { ...situation, annunciated: false } : situation;
}
