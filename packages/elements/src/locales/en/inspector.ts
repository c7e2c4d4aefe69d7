/** Words of the element `twin-inspector`. */
export interface InspectorTerms {
  readonly inspectorTitle: string;
}

/** In English. */
export const inspectorTerms: InspectorTerms = {
  inspectorTitle: 'Inspector',
};
