/** What a host gave for a server; a user name with password goes as Basic (RFC 7617), a token as Bearer (RFC 6750). */
export interface HttpCredentials {
  readonly username?: string;
  readonly password?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The headers that say who asks. A header that the host gives itself goes before those that are made. */
export function authorizationHeaders(credentials: HttpCredentials = {}): Headers {
  const { username, password = '', token, headers } = credentials;
  const made = new Headers();
  if (token !== undefined) made.set('authorization', `Bearer ${token}`);
  else if (username !== undefined) made.set('authorization', `Basic ${base64(`${username}:${password}`)}`);
  for (const [name, value] of Object.entries(headers ?? {})) made.set(name, value);
  return made;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
