import type { TariffBandName } from '@twinfloor/core';

/** The sign of each band of a tariff, which stands beside its colour in every language. In Chinese it is the word. */
export const tariffSigns: Readonly<Record<TariffBandName, string>> = {
  sharp: '尖',
  peak: '峰',
  flat: '平',
  valley: '谷',
  deepValley: '深谷',
};
