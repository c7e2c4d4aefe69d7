import { Listeners } from '../twin/listeners.js';
import type { Twin } from '../twin/twin.js';
import type { Act } from './act.js';

/** That somebody may do what he wants to do. */
export interface Permission {
  /** Who it is, as the audit keeps it: a name or a number of the host's, never a password or a token. */
  readonly who: string;
}

/**
 * The host page's answer to an act: who does it, or `undefined` for no. Asked for each act when it is to be done, so it
 * may open a dialogue for a signature. One that throws or rejects has permitted nothing.
 */
export type Permit = (act: Act) => Permission | undefined | Promise<Permission | undefined>;

const permits = new WeakMap<Twin, Permit>();
const listeners = new WeakMap<Twin, Listeners>();

/**
 * Says who may do what. Until a host page calls this, and after it has called the returned function, nobody may do
 * anything: the twin can be looked at only. A second call takes the place of the first.
 *
 * This keeps people from mistakes, not attackers from the plant: whoever can reach the data source can write to it, so
 * the source has to check rights of its own.
 *
 * @returns how to take the permission back, e.g. when the person has logged out
 *
 * @example
 * ```ts
 * permit(twin, (act) => (user.roles.has(act.kind) ? { who: user.name } : undefined));
 * ```
 */
export function permit(twin: Twin, ask: Permit): () => void {
  permits.set(twin, ask);
  listeners.get(twin)?.tell();
  return () => {
    if (permits.get(twin) !== ask) return;
    permits.delete(twin);
    listeners.get(twin)?.tell();
  };
}

/** Whether the host page has said who may act at all; whether one act is permitted is known when it is to be done. */
export function isPermitting(twin: Twin): boolean {
  return permits.has(twin);
}

/** Calls back when {@link isPermitting} may have changed; returns how to end that. */
export function subscribeToPermit(twin: Twin, listener: () => void): () => void {
  let ofTwin = listeners.get(twin);
  if (!ofTwin) listeners.set(twin, (ofTwin = new Listeners()));
  return ofTwin.add(listener);
}

/**
 * Asks the host page whether an act is permitted.
 *
 * @returns who does it; `undefined` if it is not permitted, or was taken back while the host page was asked. Never
 *   rejects: an error of the host's, and an answer without a name, is reported and means no
 */
export async function permissionFor(twin: Twin, act: Act): Promise<Permission | undefined> {
  try {
    const ask = permits.get(twin);
    const permission: unknown = await ask?.(act);
    if (permission === undefined || permission === null) return undefined;
    if (!isPermission(permission))
      throw new TypeError('invalid permission, allowed: { who: a name } or undefined');
    // Who has logged out meanwhile may nothing any more.
    return permits.get(twin) === ask ? permission : undefined;
  } catch (error) {
    if (typeof reportError === 'function') reportError(error);
    else console.error(error);
    return undefined;
  }
}

/** Whether the host page has said who: an act of nobody would leave a hole in the audit. */
function isPermission(answer: unknown): answer is Permission {
  const { who } = answer as Partial<Permission>;
  return typeof who === 'string' && who.trim() !== '';
}
