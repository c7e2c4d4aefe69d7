/** Words of the element `twin-value`. */
export interface ValueTerms {
  readonly valueTitle: string;
}

/** In English. */
export const valueTerms: ValueTerms = {
  valueTitle: 'Value',
};
