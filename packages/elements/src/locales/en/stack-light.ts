/** Words of the element `twin-stack-light`. */
export interface StackLightTerms {
  /** What the amber lamp says beside the green one. */
  readonly stackLightWarning: string;
  readonly acknowledged: string;
}

/** In English. */
export const stackLightTerms: StackLightTerms = {
  stackLightWarning: 'Warning',
  acknowledged: 'acknowledged',
};
