/** Words of the element `twin-clock`. */
export interface ClockTerms {
  readonly clockTitle: string;
}

/** In English. */
export const clockTerms: ClockTerms = {
  clockTitle: 'Clock',
};
