/** A factor of a carrier, made for a year. */
export interface CarrierFactor {
  readonly carrier: string;
  readonly factor: number;
  readonly year?: number;
}

/** The factor of a carrier of the newest year not after a year, else one without a year, else the oldest. */
export function factorOfYear<Factor extends CarrierFactor>(
  factors: readonly Factor[],
  carrier: string,
  year: number,
): Factor | undefined {
  const own = factors.filter((factor) => factor.carrier === carrier);
  const dated = own
    .filter((factor): factor is Factor & { readonly year: number } => factor.year !== undefined)
    .sort((a, b) => b.year - a.year);
  return (
    dated.find((factor) => factor.year <= year) ??
    own.find((factor) => factor.year === undefined) ??
    dated[dated.length - 1]
  );
}
