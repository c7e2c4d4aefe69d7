/** Words of single values. */
export interface ValueTerms {
  /** Said of a value that its source does not vouch for. */
  readonly uncertainValue: string;
}

/** In English. */
export const valueTerms: ValueTerms = {
  uncertainValue: 'uncertain',
};
