/** Where a workshop may come from, by what its address looks like. */
export type Source =
  | { readonly kind: 'broker'; readonly url: string }
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'table' | 'recording' | 'shells' | 'deviceModel'; readonly path: string };

const files = {
  table: /\.(csv|tsv|txt)$/i,
  recording: /\.jsonl$/i,
  shells: /\.(aasx|json)$/i,
  deviceModel: /\.xml$/i,
} as const;

/** What may stand behind `init`, in words. */
export const sourceAllowed =
  'ws:// or wss:// of a broker, http:// or https:// of an agent, a repository or a JSON document, or a file: .csv, .twinrec.jsonl, .aasx, .json (Asset Administration Shells), .xml (MTConnect Devices)';

/**
 * Tells what a source is.
 *
 * @throws {RangeError} if it is none; the message says what is allowed
 */
export function sourceOf(text: string): Source {
  if (/^\w+:\/\/[^/]*@/.test(text) && plainMqttHost(text) === undefined) {
    throw new RangeError(
      `invalid source: ${withoutUser(text)} with a user name, allowed: one without; TWINFLOOR_USERNAME and TWINFLOOR_PASSWORD have them`,
    );
  }
  if (/^wss?:\/\//i.test(text)) return { kind: 'broker', url: text };
  if (/^https?:\/\//i.test(text)) return { kind: 'http', url: text };
  const host = plainMqttHost(text);
  if (host !== undefined) {
    const usual = usualSockets(host).join(', ');
    throw new RangeError(
      `invalid source: ${withoutUser(text)}, allowed: MQTT over WebSocket, as pages speak no other. Ask who runs the broker for its address; usual ones are ${usual}. --try-ports tries them.`,
    );
  }
  if (/\.(xlsx?|ods|numbers|et)$/i.test(text))
    throw new RangeError(`invalid source: ${text}, allowed: the spreadsheet saved as CSV`);
  const kind = (Object.keys(files) as (keyof typeof files)[]).find((key) => files[key].test(text));
  if (kind === undefined) throw new RangeError(`invalid source: ${text}, allowed: ${sourceAllowed}`);
  return { kind, path: text };
}

/** The addresses that brokers listen on for WebSocket when nobody has changed that. */
export function usualSockets(host: string): readonly string[] {
  return [`ws://${host}:9001`, `ws://${host}:8083/mqtt`, `ws://${host}:8000/mqtt`, `ws://${host}:15675/ws`];
}

/** The host of an address of plain MQTT; `undefined`: it is something else. */
export function plainMqttHost(text: string): string | undefined {
  return /^(?:mqtts?|tcp|ssl):\/\/(?:[^/@]*@)?(\[[^\]]+\]|[^/:]+)/i.exec(text)?.[1];
}

/** An address without what a person may have put before the host: it may be a password. */
function withoutUser(text: string): string {
  return text.replace(/\/\/[^/@]*@/, '//');
}
