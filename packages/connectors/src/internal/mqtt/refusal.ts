/** The broker answers and says no. */
export class MqttRefused extends Error {
  /** The code of the answer; those of MQTT 3.1.1 are below 0x80. */
  readonly code: number;

  constructor(code: number) {
    super(refusals[code] ?? `the broker refuses the connection with code ${code}`);
    this.code = code;
  }

  /** Whether the same try may succeed later. */
  get temporary(): boolean {
    return temporary.has(this.code);
  }

  /** Whether another version of MQTT may be taken. */
  get isVersion(): boolean {
    return this.code === 1 || this.code === 0x84;
  }
}

const unavailable = 'the broker is not available';
const version = 'the broker does not speak this version of MQTT';
const identifier = 'the broker refuses the client id';
const credentials = 'the broker refuses user name or password';
const permission = 'the broker gives no permission';

/** MQTT 3.1.1, table 3.1, and MQTT 5, table 2-6 as far as a client can meet them here. */
const refusals: Readonly<Record<number, string>> = {
  1: version,
  2: identifier,
  3: unavailable,
  4: credentials,
  5: permission,
  0x81: 'the broker finds a packet malformed',
  0x82: 'the broker finds a mistake in the protocol',
  0x84: version,
  0x85: identifier,
  0x86: credentials,
  0x87: permission,
  0x88: unavailable,
  0x89: 'the broker is busy',
  0x8a: 'the broker has banned this client',
  0x8b: 'the broker is shutting down',
  0x8c: 'the broker wants another way to log in',
  0x8d: 'the broker has not heard this client for too long',
  0x8e: 'another client has come with the same client id',
  0x8f: 'the broker does not allow this topic filter',
  0x90: 'the broker does not allow this topic',
  0x93: 'the broker gets more messages at once than it takes',
  0x95: 'the packet is too large for the broker',
  0x96: 'the broker gets messages too fast',
  0x97: 'a quota of the broker is used up',
  0x98: 'the broker was told to end the connection',
  0x99: 'the broker does not take this payload',
  0x9a: 'the broker keeps no messages',
  0x9b: 'the broker does not have this quality of service',
  0x9c: 'the broker wants another one to be used',
  0x9d: 'the broker has moved',
  0x9f: 'the broker gets connections too fast',
  0xa0: 'the broker has ended the connection after its longest time',
};

const temporary: ReadonlySet<number> = new Set([3, 0x88, 0x89, 0x8b, 0x8d, 0x96, 0x97, 0x98, 0x9f, 0xa0]);
