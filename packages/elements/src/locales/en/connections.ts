import type { ConnectionState } from '@twinfloor/core';

/** Words of the list of connections. */
export interface ConnectionsTerms {
  /** What kind of source a connection has, by the type in the workshop file; types of the host page have no word. */
  readonly connectionTypes: Readonly<Record<string, string>>;
  readonly connectionStates: Readonly<Record<ConnectionState, string>>;
  /** What a connector says of its status, which it says in English, in the language of the reader where that is known. */
  readonly connectionDetail: (detail: string) => string;
  /** How many connections are in a state; the first of a line says what is counted. */
  readonly connectionCount: (count: number, state: ConnectionState, isFirst: boolean) => string;
  /** Between two counts. */
  readonly connectionComma: string;
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

const states: ConnectionsTerms['connectionStates'] = {
  connecting: 'Connecting',
  live: 'Live',
  waiting: 'Lost',
  failed: 'Failed',
  stopped: 'Stopped',
};

/** In English. */
export const connectionsTerms: ConnectionsTerms = {
  connectionTypes: {
    aas: 'Asset Administration Shell',
    history: 'Historian',
    mqtt: 'MQTT',
    mtconnect: 'MTConnect',
    'opcua-json': 'OPC UA PubSub',
    replay: 'Recording',
    rest: 'REST',
    simulator: 'Simulation',
    sparkplug: 'Sparkplug B',
    sse: 'Event stream (SSE)',
    store: 'Memory of the browser',
    websocket: 'WebSocket',
  },
  connectionStates: states,
  connectionDetail: (detail) => detail,
  connectionCount: (count, state, isFirst) => {
    const word = states[state].toLowerCase();
    return isFirst ? `${count} ${count === 1 ? 'source' : 'sources'} ${word}` : `${count} ${word}`;
  },
  connectionComma: ', ',
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
