import type { InspectorTerms } from '../en/inspector.js';

/** In Simplified Chinese. */
export const inspectorTerms: InspectorTerms = {
  inspectorTitle: 'Inspector',
};
