import type { ConnectorSettings } from '@twinfloor/core';

/**
 * The content security policy of the page: it loads nothing but what its server has, and connects to the hosts that the
 * connectors of the workshop name and to no other.
 */
export function policyFor(connectors: readonly ConnectorSettings[]): string {
  const hosts = new Set(connectors.flatMap(({ settings }) => [...originsIn(settings)]));
  return [
    "default-src 'self'",
    ...(hosts.size > 0 ? [`connect-src 'self' ${[...hosts].join(' ')}`] : []),
    "require-trusted-types-for 'script'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Origins of the addresses in the settings of a connector; hosts of shells are named without a scheme. */
function* originsIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string') {
    const origin = originOf(key === 'hosts' && !value.includes('//') ? `https://${value}` : value);
    if (origin !== undefined) yield origin;
    if (key === 'hosts' && origin !== undefined && !value.includes('//'))
      yield origin.replace(/^https/, 'http');
  } else if (Array.isArray(value)) {
    for (const one of value) yield* originsIn(one, key);
  } else if (typeof value === 'object' && value !== null) {
    for (const [inner, one] of Object.entries(value)) yield* originsIn(one, inner);
  }
}

function originOf(address: string): string | undefined {
  if (!/^(https?|wss?):\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
