/**
 * What a loss is booked to: the six big losses of TPM and the schedule loss, which stands outside of the OEE. The first two lower
 * the availability, the next two the performance, the two after them the quality.
 */
export const lossKinds = [
  'equipmentFailure',
  'setupAndAdjustment',
  'idlingAndMinorStops',
  'reducedSpeed',
  'processDefects',
  'reducedYield',
  'scheduleLoss',
] as const;

/** One of the six big losses, or the schedule loss. */
export type LossKind = (typeof lossKinds)[number];
