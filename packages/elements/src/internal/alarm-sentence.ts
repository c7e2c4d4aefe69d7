import type { AlarmSummary } from '@twinfloor/core/alarms';
import { alarmMarkTerms } from '../locales/en/alarm-mark.js';
import { addEnglish, type Language } from './language.js';

addEnglish(alarmMarkTerms);

/** The alarms of a machine in a sentence: "Alarm High, not acknowledged". */
export function alarmSentence(
  { priority, count, unacknowledged }: AlarmSummary,
  { terms }: Language,
): string {
  return terms.alarmSummary(terms.alarmPriorities[priority], count, unacknowledged);
}
