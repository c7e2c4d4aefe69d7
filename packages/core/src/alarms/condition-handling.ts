import type { AlarmHandling, AlarmPriority, AlarmSettings, ConditionRule } from '../model/alarm-types.js';
import type { Condition } from '../model/condition.js';
import type { Text } from '../model/text.js';
import type { Told } from './cause.js';

/**
 * What a condition means by the rules of a workshop file: its handling, key by key from the first rule that says it, and
 * its priority.
 *
 * @param isAt - whether a rule is for the equipment
 * @returns `undefined` if it is no alarm
 */
export function toldOf(
  condition: Condition,
  { conditions, priorities }: Pick<AlarmSettings, 'conditions' | 'priorities'>,
  isAt: (rule: ConditionRule) => boolean,
): Told | undefined {
  const fitting = conditions.filter((rule) => fits(rule, condition) && isAt(rule));
  if (fitting.find(({ ignored }) => ignored !== undefined)?.ignored) return undefined;
  const handling: AlarmHandling = Object.assign({}, ...fitting.toReversed().map(said));
  const priority = handling.priority ?? priorityOfCondition(condition, priorities);
  return { priority, handling, text: condition.text };
}

/** The priority of a condition that no rule names: by its severity where that is a number, else by its level. */
export function priorityOfCondition(
  { level, severity }: Pick<Condition, 'level' | 'severity'>,
  priorities: AlarmSettings['priorities'],
): AlarmPriority {
  const number = severity === undefined || severity.trim() === '' ? NaN : Number(severity);
  const bands = priorities.severities.filter(({ from }) => number >= from);
  if (bands.length > 0) return bands.reduce((a, b) => (b.from > a.from ? b : a)).priority;
  return level === 'fault' ? priorities.fault : priorities.warning;
}

/** What an alarm is called: by its handling, else what the source says, else key and code. */
export function nameOf(told: Told | undefined, key: string, code: string | undefined): Text {
  return told?.handling.name ?? told?.text ?? (code === undefined ? key : `${key} ${code}`);
}

function fits(rule: ConditionRule, { key, code, text, level }: Condition): boolean {
  return (
    (rule.level === undefined || rule.level === level) &&
    (rule.key === undefined || matches(rule.key, key)) &&
    (rule.code === undefined || (code !== undefined && matches(rule.code, code))) &&
    (rule.text === undefined || (text !== undefined && matches(rule.text, text)))
  );
}

/** Whether a text is a pattern in which `*` stands for any text. Takes no longer than pattern times text. */
export function matches(pattern: string, text: string): boolean {
  const [first, ...parts] = pattern.split('*');
  if (parts.length === 0) return pattern === text;
  const last = parts.pop() as string;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

/** The keys of handling that a rule says. */
function said(rule: ConditionRule): AlarmHandling {
  const { equipment: _, key: __, code: ___, text: ____, level: _____, ignored: ______, ...handling } = rule;
  return Object.fromEntries(Object.entries(handling).filter(([, value]) => value !== undefined));
}
