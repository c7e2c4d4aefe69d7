import { standardSignals } from './signal.js';
import { shown } from './workshop-problem.js';
import type { EquipmentReferences } from './workshop-checks.js';
import type { WorkshopFile } from './workshop-schema.js';

type SignalEntry = NonNullable<WorkshopFile['signals']>[number];

/**
 * Checks that what may be asked of the plant is bounded. Rules in doubt are no rules: where one is wrong, nothing may be
 * asked for the signal.
 */
export function checkRequests({ draft }: EquipmentReferences, signals: readonly SignalEntry[]): void {
  for (const signal of signals) {
    const { request } = signal;
    if (request === undefined) continue;
    const wrong = mistake(signal, request, signals);
    if (wrong === undefined) continue;
    const [key, allowed] = wrong;
    if (key === undefined) draft.report(signal, 'request', allowed, { found: shown(request) });
    else draft.report(request, key, allowed);
    draft.leaveOut(signal, 'request');
  }
}

type Request = NonNullable<SignalEntry['request']>;

/** The key that is wrong, if it is one, and what is allowed. */
function mistake(
  signal: SignalEntry,
  request: Request,
  signals: readonly SignalEntry[],
): readonly [key: keyof Request | undefined, allowed: string] | undefined {
  const kind = kindOf(signal);
  const { minimum, maximum, step, tolerance = 0, values } = request;
  if (kind !== 'number' && kind !== 'text') {
    return [undefined, `nothing, as only numbers and texts can be asked for and this signal is a ${kind}`];
  }
  if (kind === 'text') {
    for (const key of ['minimum', 'maximum', 'step', 'tolerance'] as const) {
      if (request[key] !== undefined) return [key, 'nothing, as this signal is no number'];
    }
  }
  if (values) {
    const isRight = values.every((value) =>
      kind === 'text' ? typeof value === 'string' : typeof value === 'number',
    );
    if (!isRight) return ['values', kind === 'text' ? 'texts only' : 'numbers only'];
    for (const key of ['minimum', 'maximum', 'step'] as const) {
      if (request[key] !== undefined) return [key, 'nothing beside values'];
    }
  } else if (kind === 'text') {
    return [undefined, 'values, the texts that may be asked for'];
  } else if (minimum === undefined || maximum === undefined) {
    return [undefined, 'minimum and maximum, or values'];
  } else if (minimum >= maximum) {
    return ['maximum', `a number above ${minimum}`];
  } else if (step !== undefined && step > maximum - minimum) {
    return ['step', `at most ${maximum - minimum}, from minimum to maximum`];
  } else if (step !== undefined && tolerance >= step) {
    return ['tolerance', `less than step, ${step}: else the value before would confirm`];
  }
  return mistakeOfConfirmation(signal, request, signals);
}

function mistakeOfConfirmation(
  signal: SignalEntry,
  { confirmedBy }: Request,
  signals: readonly SignalEntry[],
): readonly ['confirmedBy', string] | undefined {
  if (confirmedBy === undefined) return undefined;
  const standard = Object.hasOwn(standardSignals, confirmedBy) ? standardSignals[confirmedBy] : undefined;
  const others = signals.filter(
    ({ name, equipment }) =>
      name === confirmedBy && (equipment?.some((id) => signal.equipment?.includes(id) ?? true) ?? true),
  );
  const candidates = others.length > 0 ? others : standard ? [standard] : [];
  if (candidates.length === 0) return ['confirmedBy', 'the name of a signal of the same equipment'];
  const kind = kindOf(signal);
  const unit = unitOf(signal);
  const isAlike = candidates.every((one) => kindOf(one) === kind && unitOf(one) === unit);
  if (isAlike) return undefined;
  return ['confirmedBy', `the name of a ${kind}${unit === undefined ? ' without a unit' : ` in ${unit}`}`];
}

function kindOf({ name, kind }: Pick<SignalEntry, 'name' | 'kind'>): string | undefined {
  return kind ?? (Object.hasOwn(standardSignals, name) ? standardSignals[name].kind : undefined);
}

function unitOf({ name, unit }: Pick<SignalEntry, 'name' | 'unit'>): string | undefined {
  return unit ?? (Object.hasOwn(standardSignals, name) ? standardSignals[name].unit : undefined);
}
