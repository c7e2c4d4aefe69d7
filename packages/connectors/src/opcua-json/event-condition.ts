import type { Condition } from '@twinfloor/core';
import { type Field, fieldOf, isObject, memberOf, qualityOf, rawOf } from './field.js';

/** The fields of an event as they stand in the message, by name. */
type EventFields = Readonly<Record<string, unknown>>;

/** From this Severity on (1 to 1000) an active condition is a fault: the upper third, HIGH in OPC 10000-5, 6.4.2. */
export const faultSeverity = 667;

/**
 * The condition that an event of Alarms and Conditions (OPC 10000-9) tells of. Active is what `ActiveState` says, or
 * `Retain` where there is none; a disabled condition is normal. Its key is the source, its code the name of the
 * condition, so that one of a source is cleared without the others.
 *
 * @param fields - of the event, by name; browse paths with `/` or `.`, with or without namespaces
 * @returns `undefined` for an event that is no condition: it has no end, so nothing would ever clear it
 * @throws {Mistake} if a field has a wrong form
 */
export function eventCondition(fields: EventFields): Condition | undefined {
  const known = byPlainName(fields);
  const text = (...path: string[]): string | undefined => textAt(known, path);

  const active = isTrue(text('ActiveState', 'Id')) ?? stateOf(text('ActiveState')) ?? isTrue(text('Retain'));
  if (active === undefined) return undefined;
  const isEnabled = isTrue(text('EnabledState', 'Id')) ?? true;
  const severity = text('Severity');
  const isFault = Number(severity) >= faultSeverity;
  return {
    key: text('SourceName') ?? text('SourceNode') ?? '',
    level: active && isEnabled ? (isFault ? 'fault' : 'warning') : 'normal',
    code: text('ConditionName') ?? text('ConditionId') ?? text('EventType'),
    severity,
    text: text('Message'),
    acknowledged: isTrue(text('AckedState', 'Id')),
  };
}

function byPlainName(fields: EventFields): Map<string, unknown> {
  return new Map(Object.entries(fields).map(([name, value]) => [plainName(name), value]));
}

/** `2:ActiveState.Id`, `http://…#ActiveState/Id` and `nsu=…;ActiveState/Id` are `ActiveState/Id`. */
function plainName(name: string): string {
  const local = name.slice(name.lastIndexOf('#') + 1).replace(/^nsu=[^;]*;/, '');
  return local
    .split(/[/.]/)
    .map((part) => part.replace(/^\d+:/, ''))
    .join('/');
}

/** The text of a field, or of a member where the field itself is a structure. */
function textAt(known: ReadonlyMap<string, unknown>, path: readonly string[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join('/');
    if (!known.has(name)) continue;
    const found: Field | undefined = memberOf(fieldOf(known.get(name)), path.slice(length));
    if (!found || qualityOf(found.status) === 'bad') continue;
    // A two-state variable as a structure has its name in Value.
    const isState =
      path.length === 1 && isObject(found.value) && 'Id' in found.value && 'Value' in found.value;
    const value = rawOf(
      isState ? fieldOf((found.value as { Value: unknown }).Value).value : found.value,
      found.type,
    );
    if (value !== undefined) return String(value);
  }
  return undefined;
}

function isTrue(text: string | undefined): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** ActiveState where only its text was selected; servers may translate it, then `Retain` decides. */
function stateOf(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  return /^active$/i.test(text) ? true : /^inactive$/i.test(text) ? false : isTrue(text);
}
