import type { ConnectorSettings } from '@twinfloor/core';

/** What a source asks for before it lets somebody in. Connectors take what their protocol has. */
export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  /** HTTP: sent as `Authorization: Bearer …`. MQTT: the password, where none is given. */
  readonly token?: string;
  /** HTTP: further headers of each request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Gives the credentials for a connector.
 *
 * @param connector - its entry in the workshop file: look at `id` or at the address of the source
 * @returns `undefined`: none are needed
 */
export type CredentialsProvider = (
  connector: ConnectorSettings,
) => Credentials | undefined | Promise<Credentials | undefined>;

let provider: CredentialsProvider | undefined;

/**
 * Says who gives the credentials of all connectors of this page: the host, as none stand in a workshop file. It is
 * asked before each connection, so that a token that ran out is renewed. What it throws becomes the status of the
 * connector, which asks again later.
 *
 * @param callback - `undefined`: there are none, as at first
 */
export function provideCredentials(callback: CredentialsProvider | undefined): void {
  provider = callback;
}

/**
 * The credentials for a connector, asked anew. They are used for one connection and not kept.
 *
 * @throws {Error} with the message of what the host threw
 */
export async function credentialsOf(connector: ConnectorSettings): Promise<Credentials | undefined> {
  if (!provider) return undefined;
  try {
    return await provider(connector);
  } catch (error) {
    throw new Error(`no credentials: ${error instanceof Error ? error.message : String(error)}`);
  }
}
