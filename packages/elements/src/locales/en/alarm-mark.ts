import type { AlarmPriority } from '@twinfloor/core/alarms';

/** Words of alarms at whatever shows machines, and of the element `twin-alarm-list`. */
export interface AlarmMarkTerms {
  readonly alarmPriorities: Readonly<Record<AlarmPriority, string>>;
  /** That an alarm was raised; `more` is how many others, or empty. */
  readonly alarmNew: (priority: string, equipment: string, message: string, more: string) => string;
  /** The alarms of a machine: the most urgent priority, how many there are, how many wait for somebody. */
  readonly alarmSummary: (priority: string, count: number, waiting: number) => string;
}

/** In English. */
export const alarmMarkTerms: AlarmMarkTerms = {
  alarmPriorities: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
  alarmNew: (priority, equipment, message, more) =>
    `New alarm, ${priority}. ${equipment}: ${message}${more && `, and ${more} more`}`,
  alarmSummary: (priority, count, waiting) => {
    if (count === 1) return `Alarm ${priority}, ${waiting ? 'not acknowledged' : 'acknowledged'}`;
    return `${count} alarms, ${waiting || 'none'} not acknowledged, most urgent ${priority}`;
  },
};
