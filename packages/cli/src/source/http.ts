import type { Discover, Discovery, DiscoveryOptions } from '@twinfloor/core';
import { discoverAas } from '@twinfloor/connectors/aas/discover';
import { discoverMtconnect } from '@twinfloor/connectors/mtconnect/discover';
import { discoverRest } from '@twinfloor/connectors/rest/discover';

/** What may answer over HTTP, in the order in which it is asked. A JSON document is the last, as most answers are one. */
const kinds: readonly (readonly [name: string, discover: Discover])[] = [
  ['MTConnect agent', discoverMtconnect],
  ['repository of Asset Administration Shells', discoverAas],
  ['JSON document', discoverRest],
];

/**
 * Asks a server what it is and takes the first proposal that has equipment.
 *
 * @throws {Error} if it is none of what is known; the message says what became of each question
 */
export async function discoverHttp(url: string, options: DiscoveryOptions): Promise<Discovery> {
  const answers: string[] = [];
  for (const [name, discover] of kinds) {
    options.signal.throwIfAborted();
    try {
      const found = await discover({ url }, options);
      if (found.equipment.length > 0 && found.connector.bindings.length > 0) return found;
      answers.push(`no ${name}: it has no equipment with values`);
    } catch (error) {
      answers.push(`no ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`${url} could not be used\n${answers.map((line) => `  ${line}`).join('\n')}`);
}

/**
 * Whether a page of another host may read what a server answers. Browsers refuse what has no header that allows it.
 *
 * @returns `undefined` if the server did not answer
 */
export async function allowsPages(url: string, signal: AbortSignal): Promise<boolean | undefined> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(5_000)]);
    const response = await fetch(url, { signal: limit, headers: { origin: 'http://localhost:8000' } });
    await response.body?.cancel();
    return response.headers.has('access-control-allow-origin');
  } catch {
    return undefined;
  }
}
