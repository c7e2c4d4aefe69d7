/** @throws {RangeError} unless it holds: `invalid size: 0, allowed: 2 to 25` */
export function allow(holds: boolean, name: string, found: unknown, allowed: string | number): void {
  if (!holds) throw new RangeError(`invalid ${name}: ${found}, allowed: ${allowed}`);
}

/** @throws {RangeError} if the value is not a finite number */
export function finiteValue(value: number): number {
  allow(Number.isFinite(value), 'value', value, 'a finite number');
  return value;
}
