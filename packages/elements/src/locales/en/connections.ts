import type { ConnectionState } from '@twinfloor/core';

/** Words of the list of connections. */
export interface ConnectionsTerms {
  readonly connectionStates: Readonly<Record<ConnectionState, string>>;
  readonly connections: string;
  readonly noConnections: string;
  readonly since: (time: string) => string;
  readonly lastMessage: string;
  readonly neverHeard: string;
  readonly observations: string;
  readonly late: string;
  readonly refused: string;
  readonly nextTry: (duration: string, attempt: number) => string;
  readonly clockAhead: (duration: string) => string;
  readonly refusedInput: string;
  readonly refusalTime: string;
  readonly place: string;
  readonly found: string;
  readonly allowed: string;
}

/** In English. */
export const connectionsTerms: ConnectionsTerms = {
  connectionStates: {
    connecting: 'Connecting',
    live: 'Live',
    waiting: 'Lost',
    failed: 'Failed',
    stopped: 'Stopped',
  },
  connections: 'Connections',
  noConnections: 'The workshop file names no data source.',
  since: (time) => `since ${time}`,
  lastMessage: 'since last message',
  neverHeard: 'never heard',
  observations: 'observations',
  late: 'late',
  refused: 'refused',
  nextTry: (duration, attempt) => `Try ${attempt + 1} in ${duration}.`,
  clockAhead: (duration) => `The clock of the source is ${duration} ahead.`,
  refusedInput: 'What was refused',
  refusalTime: 'time',
  place: 'place',
  found: 'found',
  allowed: 'allowed',
};
