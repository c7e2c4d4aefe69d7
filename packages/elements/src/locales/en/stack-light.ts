/** Words of the element `twin-stack-light`. */
export interface StackLightTerms {
  readonly stackLightTitle: string;
}

/** In English. */
export const stackLightTerms: StackLightTerms = {
  stackLightTitle: 'Stack light',
};
