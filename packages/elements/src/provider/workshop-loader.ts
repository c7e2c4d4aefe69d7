import type { Workshop } from '@twinfloor/core';
import type { WorkshopProblem } from '@twinfloor/core/workshop';

/** What came of reading a workshop file. */
export interface LoadedWorkshop {
  /** `undefined` when nothing sensible was left. */
  readonly workshop: Workshop | undefined;
  readonly problems: readonly WorkshopProblem[];
  /** One sentence when the file could not be fetched. */
  readonly failure: string | undefined;
}

/**
 * Fetches and reads a workshop file. Never rejects for what it finds; an abort rejects.
 *
 * The reader with its schema is loaded only here, so that a page which gives a twin by script does not pay for it.
 */
export async function loadWorkshop(url: string, signal: AbortSignal): Promise<LoadedWorkshop> {
  const none = { workshop: undefined, problems: [] };
  let text: string;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return { ...none, failure: `${response.status} ${response.statusText}`.trim() };
    text = await response.text();
  } catch (error) {
    signal.throwIfAborted();
    return { ...none, failure: error instanceof Error ? error.message : String(error) };
  }
  const { readWorkshopText } = await import('@twinfloor/core/workshop');
  signal.throwIfAborted();
  const { workshop, problems } = readWorkshopText(text);
  return { workshop, problems, failure: undefined };
}
