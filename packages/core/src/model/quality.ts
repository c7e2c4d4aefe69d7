/**
 * How far an observation can be trusted. The position in this list is the code in typed arrays.
 *
 * `bad` means that the source could not tell: the time it covers counts as missing, never as the value.
 */
export const qualities = ['good', 'uncertain', 'bad'] as const;

/** The quality of an observation. */
export type Quality = (typeof qualities)[number];

/** The code of each quality: its position in {@link qualities}. */
export const qualityCode: Readonly<Record<Quality, number>> = { good: 0, uncertain: 1, bad: 2 };
