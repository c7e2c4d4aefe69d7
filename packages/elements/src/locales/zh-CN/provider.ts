import type { ProviderTerms } from '../en/provider.js';

/** In Simplified Chinese. */
export const providerTerms: ProviderTerms = {
  problems: (count) => `车间文件有 ${count} 处问题`,
  foundAllowed: (found, allowed) => `实际为 ${found}；应为：${allowed}`,
};
