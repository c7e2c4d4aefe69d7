import type { ProviderTerms } from '../terms.js';

/** Words about mistakes in a workshop file. English. */
export const providerTerms: ProviderTerms = {
  problems: (count) =>
    count === 1 ? '1 problem in the workshop file' : `${count} problems in the workshop file`,
  foundAllowed: (found, allowed) => `found ${found}; allowed: ${allowed}`,
};
