/** Something in a workshop file that is not right, said so that it can be found and mended. */
export interface WorkshopProblem {
  /** Where, e.g. `equipment[3].level`; empty: the file as a whole; `line 3, column 5` where it is not JSON. */
  readonly path: string;
  /** What stands there, as JSON, shortened; `nothing` for a key that is missing. */
  readonly found: string;
  /** What may stand there, in words. */
  readonly allowed: string;
  /** What was probably meant. */
  readonly hint?: string;
  /** `error`: left out. `warning`: used, or left out only because of an error elsewhere. */
  readonly severity: 'error' | 'warning';
}

/** Says that a workshop file has errors, with all of them. */
export class WorkshopError extends Error {
  override readonly name = 'WorkshopError';
  readonly problems: readonly WorkshopProblem[];

  constructor(problems: readonly WorkshopProblem[]) {
    super(`invalid workshop file\n${problems.map(problemText).join('\n')}`);
    this.problems = problems;
  }
}

/** A problem in one line. */
export function problemText({ path, found, allowed, hint }: WorkshopProblem): string {
  return `${path || 'the file'}: found ${found}, allowed: ${allowed}${hint ? ` (${hint})` : ''}`;
}

/** A value as it stands in the file, on one line of at most 80 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'symbol') return value.description ?? '';
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // A value from code, not from JSON, may have no text of that kind.
  }
  text ??= String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
