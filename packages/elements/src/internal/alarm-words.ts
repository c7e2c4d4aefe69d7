import { textIn, type Twin, wordsOf } from '@twinfloor/core';
import type { Alarm } from '@twinfloor/core/alarms';

/** What is wrong, in a language: the words of the workshop file, else what the source says. */
export function messageOf(twin: Twin, { name }: Alarm, language: string): string {
  return wordsOf(twin.workshop, textIn(name, language), language);
}

/** The name of the equipment of an alarm. */
export function equipmentName(twin: Twin, { equipment }: Alarm, language: string): string {
  return textIn(twin.tree.get(equipment).name, language);
}
