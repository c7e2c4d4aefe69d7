import type { RequestRefusal } from '@twinfloor/core/requests';

/** Words of the element `twin-request`. */
export interface RequestTerms {
  readonly requestNow: string;
  readonly requestValue: string;
  readonly requestLess: string;
  readonly requestMore: string;
  /** What may be asked for; `step` is empty where any value may be. */
  readonly requestRange: (minimum: string, maximum: string, step: string) => string;
  readonly requestReview: string;
  readonly requestConfirm: string;
  readonly requestCancel: string;
  readonly requestWhy: string;
  readonly requestWhyOptional: string;
  readonly requestWhyNeeded: string;
  /** What will change, for screen readers. */
  readonly requestSentence: (name: string, from: string, to: string) => string;
  readonly requestOutOfRange: (minimum: string, maximum: string) => string;
  readonly requestBetweenSteps: (step: string, minimum: string) => string;
  readonly requestNotListed: string;
  readonly requestSame: string;
  readonly requestPermitting: (value: string) => string;
  readonly requestPending: (value: string) => string;
  readonly requestElapsed: (who: string, elapsed: string, limit: string) => string;
  readonly requestConfirmed: (value: string, time: string) => string;
  readonly requestRefused: (value: string, why: string) => string;
  readonly requestTimedOut: (value: string, limit: string) => string;
  readonly requestNotPermitting: string;
  /** Without a sentence of its own: what the request says itself is shown. */
  readonly requestRefusals: Readonly<Partial<Record<RequestRefusal, string>>>;
}

/** In English. */
export const requestTerms: RequestTerms = {
  requestNow: 'Now',
  requestValue: 'New value',
  requestLess: 'Less',
  requestMore: 'More',
  requestRange: (minimum, maximum, step) => `${minimum} … ${maximum}${step && `, step ${step}`}`,
  requestReview: 'Review',
  requestConfirm: 'Send to the plant',
  requestCancel: 'Cancel',
  requestWhy: 'Reason',
  requestWhyOptional: 'Reason (optional)',
  requestWhyNeeded: 'A reason is needed.',
  requestSentence: (name, from, to) => `${name}: change from ${from} to ${to}?`,
  requestOutOfRange: (minimum, maximum) => `A number from ${minimum} to ${maximum} is needed.`,
  requestBetweenSteps: (step, minimum) => `It goes in steps of ${step} from ${minimum}.`,
  requestNotListed: 'Choose one of these.',
  requestSame: 'This is what it is now.',
  requestPermitting: (value) => `${value}: waiting for permission`,
  requestPending: (value) => `${value}: sent, not confirmed yet`,
  requestElapsed: (who, elapsed, limit) => `${who} · ${elapsed} of ${limit}`,
  requestConfirmed: (value, time) => `${value}: confirmed at ${time}`,
  requestRefused: (value, why) => `${value}: refused. ${why}`,
  requestTimedOut: (value, limit) =>
    `${value}: not confirmed within ${limit}. Whether the plant will still do it is not known.`,
  requestNotPermitting: 'You may look at this, not change it.',
  requestRefusals: {
    notAllowed: 'This signal cannot be changed from here.',
    past: 'The page shows the past; only the present can be changed.',
    noSource: 'Its data source takes no requests.',
    notLive: 'The connection to its data source is lost.',
    unchanged: 'It has this value already.',
    pending: 'Another request is not answered yet.',
    notPermitted: 'You have no permission for it.',
  },
};
