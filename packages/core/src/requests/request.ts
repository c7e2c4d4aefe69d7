/**
 * Where a request stands.
 *
 * - `permitting`: the host page is asked whether it is permitted
 * - `pending`: it is on its way; the plant was not yet observed to have done it
 * - `confirmed`: the plant was observed to have done it
 * - `refused`: it did not go to the plant, or the source did not take it
 * - `timedOut`: the source took it, and the plant was not observed to have done it in time. Whether it will is not known
 */
export type RequestState = 'permitting' | 'pending' | 'confirmed' | 'refused' | 'timedOut';

/**
 * Why a request was refused.
 *
 * - `notAllowed`: the workshop file does not say that this signal may be asked for
 * - `wrongValue`: outside of what may be asked for, or in another unit
 * - `past`: the page shows a moment of the past
 * - `noSource`: nothing feeds the signal, or its connector takes no requests
 * - `notLive`: the connection to the source is lost
 * - `unchanged`: the plant has this value already
 * - `pending`: another request for the signal is not yet answered
 * - `notPermitted`: the host page does not permit it
 * - `source`: the source did not take it
 */
export type RequestRefusal =
  | 'notAllowed'
  | 'wrongValue'
  | 'past'
  | 'noSource'
  | 'notLive'
  | 'unchanged'
  | 'pending'
  | 'notPermitted'
  | 'source';

/** One request of a person to the plant, as it stands. A change makes a new object. */
export interface SignalRequest {
  /** Number of the act in the audit. */
  readonly number: number;
  /** Address of the signal, e.g. `press-01/speedSetpoint`. */
  readonly signal: string;
  /** What it has to become, in the unit of the signal. */
  readonly value: number | string;
  /** The reason that the person gave. */
  readonly why?: string;
  /** What was known of it when it was asked; `undefined`: nothing. */
  readonly from: number | string | undefined;
  /** When it was asked, in milliseconds since the epoch. */
  readonly askedAt: number;
  readonly state: RequestState;
  /** Who asked, as the host page said; `undefined` before it was permitted. */
  readonly who?: string;
  /** When it counts as timed out, in milliseconds since the epoch; from `pending` on. */
  readonly deadline?: number;
  /** When it came to its end, in milliseconds since the epoch. */
  readonly endedAt?: number;
  /** Why it was refused. */
  readonly refusal?: RequestRefusal;
  /** One sentence for people, e.g. what the source said. */
  readonly detail?: string;
}

/** Why a request is refused, with a sentence for people. */
export interface RequestObstacle {
  readonly refusal: RequestRefusal;
  readonly detail: string;
}

/** What can be said beside the value of a request. */
export interface RequestOptions {
  /** The reason for it, as the audit keeps it. */
  readonly why?: string;
  /** The unit of the value, where the caller has one: one that is not that of the signal is refused, not converted. */
  readonly unit?: string;
}
