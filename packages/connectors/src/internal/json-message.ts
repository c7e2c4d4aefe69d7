const decoder = new TextDecoder('utf-8', { fatal: true });

/** What a message holds, or why it cannot be read. */
export type JsonMessage =
  { readonly document: unknown } | { readonly found: string; readonly allowed: string };

/** Reads a message that is one JSON document in UTF-8; never throws. */
export function jsonMessage(bytes: Uint8Array): JsonMessage {
  try {
    return { document: JSON.parse(decoder.decode(bytes)) as unknown };
  } catch (error) {
    const where = error instanceof SyntaxError ? ` (${error.message.slice(0, 100)})` : '';
    return {
      found: new TextDecoder().decode(bytes.subarray(0, 200)),
      allowed: `one JSON document in UTF-8${where}`,
    };
  }
}

/** What was found, as a text for a refusal, at most 200 characters; never throws. */
export function shownFound(found: unknown): string {
  if (typeof found === 'string') return found.slice(0, 200);
  try {
    return (JSON.stringify(found) ?? String(found)).slice(0, 200);
  } catch {
    // Nested too deep to be written again.
    return typeof found;
  }
}
