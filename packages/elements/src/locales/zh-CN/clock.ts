import type { ClockTerms } from '../en/clock.js';

/** In Simplified Chinese. */
export const clockTerms: ClockTerms = {
  clockTitle: 'Clock',
};
