import { Draft } from './draft.js';
import { findJsonMistake } from './json-mistake.js';
import { checkWorkshop } from './workshop-checks.js';
import { completeWorkshop } from './workshop-defaults.js';
import { WorkshopError, type WorkshopProblem } from './workshop-problem.js';
import { type FilledWorkshopFile, workshopSchema } from './workshop-schema.js';
import type { Workshop } from './workshop-types.js';

export { type JsonMistake, findJsonMistake } from './json-mistake.js';
export { problemText, WorkshopError, type WorkshopProblem } from './workshop-problem.js';

/** What came of reading a workshop file. */
export interface WorkshopReading {
  /** What could be used; `undefined` if it is no object, or has no id or no usable equipment. */
  readonly workshop?: Workshop;
  /** All that is wrong, in no particular order. */
  readonly problems: readonly WorkshopProblem[];
}

/**
 * Reads a workshop file and keeps the good of it: an entry that is wrong is left out and reported, the rest is
 * checked and filled with defaults. Never throws.
 *
 * @param json - the parsed file
 */
export function readWorkshop(json: unknown): WorkshopReading {
  const draft = new Draft(json, workshopSchema);
  let filled = draft.parsed();
  if (filled === undefined) return { problems: draft.problems };
  const before = draft.leftOutCount;
  checkWorkshop(draft, idsIn(json));
  if (draft.leftOutCount > before) filled = draft.parsed();
  if (filled === undefined) return { problems: draft.problems };
  return { workshop: completeWorkshop(filled as FilledWorkshopFile), problems: draft.problems };
}

/**
 * Reads a workshop file from its text. Where that is not well-formed JSON the problem names line and column.
 * Never throws.
 */
export function readWorkshopText(text: string): WorkshopReading {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let json: unknown;
  try {
    json = JSON.parse(plain);
  } catch (error) {
    const mistake = findJsonMistake(plain);
    if (!mistake)
      return { problems: [{ path: '', found: String(error), allowed: 'JSON', severity: 'error' }] };
    const { line, column, ...what } = mistake;
    return { problems: [{ path: `line ${line}, column ${column}`, ...what, severity: 'error' }] };
  }
  return readWorkshop(json);
}

/**
 * Reads a workshop file that has to be right.
 *
 * @param json - the parsed file
 * @throws {WorkshopError} if it has an error; the message and `problems` name all of them
 */
export function parseWorkshop(json: unknown): Workshop {
  const { workshop, problems } = readWorkshop(json);
  if (!workshop || problems.some(({ severity }) => severity === 'error')) throw new WorkshopError(problems);
  return workshop;
}

/** The ids of all equipment in a file, right or wrong. */
function idsIn(json: unknown): ReadonlySet<string> {
  const { equipment } = json as { equipment: unknown };
  const ids = new Set<string>();
  for (const one of Array.isArray(equipment) ? (equipment as unknown[]) : []) {
    const { id } = (one ?? {}) as { id?: unknown };
    if (typeof id === 'string') ids.add(id);
  }
  return ids;
}
