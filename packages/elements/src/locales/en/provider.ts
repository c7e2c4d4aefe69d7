/** Words about mistakes in a workshop file. */
export interface ProviderTerms {
  readonly problems: (count: number) => string;
  readonly foundAllowed: (found: string, allowed: string) => string;
}

/** In English. */
export const providerTerms: ProviderTerms = {
  problems: (count) =>
    count === 1 ? '1 problem in the workshop file' : `${count} problems in the workshop file`,
  foundAllowed: (found, allowed) => `found ${found}; allowed: ${allowed}`,
};
