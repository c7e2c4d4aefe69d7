/** @throws {RangeError} unless it holds: `invalid limit: 0, allowed: above 0` */
export function allow(holds: boolean, name: string, found: unknown, allowed: string): void {
  if (!holds) throw new RangeError(`invalid ${name}: ${found}, allowed: ${allowed}`);
}

/** @throws {RangeError} if a setting is not finite or not above 0 */
export function allowPositive(name: string, value: number): void {
  allow(value > 0 && value < Infinity, name, value, 'above 0');
}
