import type { RequestRules, SignalDefinition, SignalKind } from '../model/signal.js';

/** A value is on a step if it is this near to it, in steps: 0.1 + 0.2 is not 0.3. */
const stepPrecision = 1e-6;
/** Plants that keep numbers in single precision give back 40.1 as 40.09999847. */
const relativeTolerance = 1e-6;

/** What is wrong with a value: none of those listed, out of the range (or no number), or between the steps. */
export type ValueMistake = 'notListed' | 'outOfRange' | 'betweenSteps';

/**
 * Whether a value may be asked for by the rules of a signal.
 *
 * @returns `undefined` if it may
 */
export function valueMistake(
  kind: SignalKind,
  rules: RequestRules,
  value: unknown,
): ValueMistake | undefined {
  const { minimum = -Infinity, maximum = Infinity, step, values } = rules;
  const isKind = kind === 'text' ? typeof value === 'string' : Number.isFinite(value);
  if (values) return isKind && values.includes(value as number | string) ? undefined : 'notListed';
  const number = value as number;
  if (!isKind || number < minimum || number > maximum) return 'outOfRange';
  if (step === undefined) return undefined;
  const steps = (number - minimum) / step;
  return Math.abs(steps - Math.round(steps)) <= stepPrecision ? undefined : 'betweenSteps';
}

/**
 * Why a value may not be asked for, as a sentence for people.
 *
 * @returns `undefined` if it may
 */
export function wrongValue(
  { kind, unit }: SignalDefinition,
  rules: RequestRules,
  value: unknown,
): string | undefined {
  const { minimum, maximum, step, values } = rules;
  const suffix = unit === undefined ? '' : ` ${unit}`;
  switch (valueMistake(kind, rules, value)) {
    case 'notListed':
      return `${shown(value)} is none of ${values?.join(', ')}`;
    case 'outOfRange':
      return `${shown(value)} is not a number from ${minimum} to ${maximum}${suffix}`;
    case 'betweenSteps':
      return `${shown(value)} is not a whole number of steps of ${step}${suffix} above ${minimum}`;
    default:
      return undefined;
  }
}

/** Whether an observed value is what was asked for, within the tolerance. */
export function isAsAsked(rules: RequestRules, asked: number | string, observed: unknown): boolean {
  if (typeof asked === 'string') return observed === asked;
  const { tolerance = rules.step === undefined ? Math.abs(asked) * relativeTolerance : rules.step / 2 } =
    rules;
  return typeof observed === 'number' && Math.abs(observed - asked) <= tolerance;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
