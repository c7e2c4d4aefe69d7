import type { TariffBandName } from '@twinfloor/core';

/** Words that the elements of power and energy share. */
export interface MeteringTerms {
  readonly tariffBands: Readonly<Record<TariffBandName, string>>;
  readonly noMeter: string;
  readonly measuredShare: (share: string) => string;
  /** What a currency is called after an amount, by its ISO 4217 code. */
  readonly currency: (code: string) => string;
}

/** In English. */
export const meteringTerms: MeteringTerms = {
  tariffBands: { sharp: 'sharp', peak: 'peak', flat: 'flat', valley: 'valley', deepValley: 'deep valley' },
  noMeter: 'Nothing here measures power or energy.',
  measuredShare: (share) => `${share} of the time measured`,
  currency: (code) => code,
};
