import { Twin } from '@twinfloor/core';
import { readWorkshopText, type WorkshopProblem } from '@twinfloor/core/workshop';

export { problemList } from './problem-list.js';
export { problemListStyles } from './problem-list.styles.js';

/** What came of reading a workshop file. */
export interface LoadedWorkshop {
  /** `undefined` when nothing sensible was left. */
  readonly twin: Twin | undefined;
  readonly problems: readonly WorkshopProblem[];
  /** One sentence when the file could not be fetched. */
  readonly failure: string | undefined;
}

/**
 * Fetches and reads a workshop file and makes its twin, not started. Never rejects for what it finds; an abort
 * rejects.
 */
export async function loadWorkshop(url: string, signal: AbortSignal): Promise<LoadedWorkshop> {
  const none = { twin: undefined, problems: [] };
  let text: string;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return { ...none, failure: `${response.status} ${response.statusText}`.trim() };
    text = await response.text();
  } catch (error) {
    signal.throwIfAborted();
    return { ...none, failure: error instanceof Error ? error.message : String(error) };
  }
  const { workshop, problems } = readWorkshopText(text);
  const twin = workshop && new Twin(workshop, { scheduler: (task) => void requestAnimationFrame(task) });
  return { twin, problems, failure: undefined };
}
