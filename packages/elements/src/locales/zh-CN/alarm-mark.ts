import type { AlarmMarkTerms } from '../en/alarm-mark.js';

/** In Simplified Chinese. */
export const alarmMarkTerms: AlarmMarkTerms = {
  alarmPriorities: { critical: '紧急', high: '高', medium: '中', low: '低' },
  alarmNew: (priority, equipment, message, more) =>
    `新报警，${priority}。${equipment}：${message}${more && `，另有 ${more} 条`}`,
  alarmSummary: (priority, count, waiting) => {
    if (count === 1) return `报警，优先级${priority}，${waiting ? '未确认' : '已确认'}`;
    return `${count} 条报警，${waiting ? `${waiting} 条未确认` : '均已确认'}，最高优先级${priority}`;
  },
};
