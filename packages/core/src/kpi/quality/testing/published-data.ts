function numbers(text: string): number[] {
  return text.trim().split(/\s+/).map(Number);
}

/** Montgomery, Introduction to Statistical Quality Control: 25 samples of 5 piston rings, in mm (R data set `pistonrings`). */
export const pistonRings: readonly (readonly number[])[] = `
  30 2 19 -8 8; -5 -8 1 11 4; -12 24 21 5 2; 2 -4 -7 15 9; -8 7 15 -11 14; 9 -6 -3 -15 -7; -5 6 -6 0 5;
  -15 3 -7 15 -12; 8 -5 9 5 4; -2 0 -10 7 -5; -6 -2 -6 -5 -10; 4 0 7 0 -4; -17 2 -2 -3 12; 6 -33 -6 0 -16;
  12 14 -2 -1 7; 0 -16 5 -2 -4; -6 12 -14 5 7; 6 10 18 3 0; -16 2 3 5 -3; 0 10 13 20 3; -12 1 9 5 -4;
  4 -1 -10 6 9; 10 -11 -10 9 14; 15 8 -7 0 10; -18 -16 -5 17 13`
  .split(';')
  .map((sample) => numbers(sample).map((thousandths) => (74_000 + thousandths) / 1000));

/** Means of the samples 26 to 40 of the piston rings. */
export const laterPistonRingMeans = numbers(`
  74.0086 74.0022 73.9922 74.0036 73.9974 74.0072 74.0056 73.9978 74.0112 74.0126 74.0040 74.0166 74.0196 74.0234
  74.0128`);

/** NIST/SEMATECH e-Handbook 6.3.2.2: flow rates. */
export const flowRates = numbers('49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1');

/** SAS, sample SHWIR1: delays of jets. */
export const jets = numbers(`
  78.4 80.1 84.4 79.1 80.4 83.5 73.8 83.5 75.0 76.8 70.5 80.3 82.4 79.4 86.4 90.5 77.7 82.5 79.9 83.2`);

/** NIST/SEMATECH e-Handbook 6.3.2.4: values of the EWMA example. */
export const ewmaExample = numbers(`
  52.0 47.0 53.0 49.3 50.1 47.0 51.0 50.1 51.2 50.5 49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1`);

/** Montgomery: a process at 10 with a standard deviation of 1 that shifts up by 1 after the 20th value. */
export const shiftedProcess = numbers(`
  9.45 7.99 9.29 11.66 12.16 10.18 8.04 11.46 9.20 10.34 9.03 11.47 10.51 9.40 10.08 9.37 10.62 10.31 8.52 10.84
  10.90 9.33 12.29 11.50 10.60 11.08 10.38 11.62 11.31 10.52`);
