import type { ConnectionsTerms } from '../terms.js';

/** Words of the list of connections. English. */
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
