/** Units by what they measure, as whole multiples of the smallest, so that a decimal reading stays exact. */
const scales: readonly Readonly<Record<string, number>>[] = [
  { mW: 1, W: 1e3, kW: 1e6, MW: 1e9 },
  { J: 1, kJ: 1e3, Wh: 3600, MJ: 1e6, kWh: 3.6e6, GJ: 1e9, MWh: 3.6e9, GWh: 3.6e12 },
  { varh: 1, kvarh: 1e3, Mvarh: 1e6 },
  { ms: 1, s: 1e3, min: 6e4, h: 3.6e6, d: 8.64e7 },
  { mg: 1, g: 1e3, kg: 1e6, t: 1e9 },
  { µm: 1, mm: 1e3, cm: 1e4, dm: 1e5, m: 1e6, km: 1e9 },
  { ml: 1, l: 1e3, 'm³': 1e6 },
  { Pa: 1, hPa: 100, mbar: 100, kPa: 1e3, bar: 1e5, MPa: 1e6 },
  { mA: 1, A: 1e3, kA: 1e6 },
  { mV: 1, V: 1e3, kV: 1e6 },
  { 'mm/min': 1, 'mm/s': 60, 'm/min': 1e3, 'm/s': 6e4 },
  { '1/min': 1, rpm: 1, '1/s': 60, Hz: 60 },
  { '%': 1, '1': 100 },
];

const toCelsius: Readonly<Record<string, (value: number) => number>> = {
  '°C': (value) => value,
  '°F': (value) => ((value - 32) * 5) / 9,
  K: (value) => value - 273.15,
};

const fromCelsius: Readonly<Record<string, (value: number) => number>> = {
  '°C': (value) => value,
  '°F': (value) => (value * 9) / 5 + 32,
  K: (value) => value + 273.15,
};

/**
 * How a value in one unit is said in another.
 *
 * @param from - unit of the source, e.g. `Wh`
 * @param to - unit of the signal, e.g. `kWh`
 * @returns `undefined` when the two are the same, so that nothing has to be computed
 * @throws {RangeError} if the two do not measure the same thing, or one of them is not known
 */
export function conversion(from: string, to: string): ((value: number) => number) | undefined {
  if (from === to) return undefined;
  if (!isConvertible(from, to)) {
    throw new RangeError(`invalid unit: ${from}, allowed: ${unitsBeside(to).join(', ')}`);
  }
  const scale = scaleOf(to);
  if (!scale) {
    const [first, second] = [toCelsius[from], fromCelsius[to]];
    return (value) => second(first(value));
  }
  const [multiplier, divisor] = [scale[from], scale[to]];
  if (multiplier === divisor) return undefined;
  // Whole numbers: one rounding each way, so 3170 Wh is exactly 3.17 kWh.
  if (multiplier % divisor === 0) return (value) => value * (multiplier / divisor);
  if (divisor % multiplier === 0) return (value) => value / (divisor / multiplier);
  return (value) => (value * multiplier) / divisor;
}

/** Whether a value in one unit can be said in another. */
export function isConvertible(from: string, to: string): boolean {
  return unitsBeside(to).includes(from);
}

/** The units that a unit can be converted from, itself among them; of one that is not known it is the only one. */
export function unitsBeside(unit: string): readonly string[] {
  const units = scaleOf(unit) ?? (Object.hasOwn(toCelsius, unit) ? toCelsius : undefined);
  return units ? Object.keys(units) : [unit];
}

function scaleOf(unit: string): Readonly<Record<string, number>> | undefined {
  return scales.find((units) => Object.hasOwn(units, unit));
}
