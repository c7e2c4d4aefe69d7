/** What an entry of the type `mtconnect` says beside id, name and bindings. */
export interface MtconnectEntry {
  /** Reads a machine or a shop from an MTConnect agent over HTTP. */
  readonly type: 'mtconnect';
  /** Base address of the agent, absolute or relative to the page, e.g. `http://agent.local:5000`. */
  readonly url: string;
  /** Name or uuid of a device; without it the agent's only one or all. */
  readonly device?: string;
  /** Milliseconds between two deliveries of a stream, whole, 1 or more. Default 500. */
  readonly interval?: number;
  /** Most observations in one answer, whole, 1 or more. Default 1000. */
  readonly count?: number;
  /** Milliseconds after which the agent answers though nothing changed, whole, 10 or more. Default 10000. */
  readonly heartbeat?: number;
  /** Whether the agent streams; `false` asks again and again. Default `true`. */
  readonly streaming?: boolean;
  /** Whether to read all that the agent still remembers, so that the page has a past. Default `true`. */
  readonly past?: boolean;
}

/** Where the parts of an observation stand in a JSON message, as JSON pointers, e.g. `/v`. */
export interface MqttPayload {
  /** The value. Default: the whole message. */
  readonly value?: string;
  /** The time, as ISO 8601 or milliseconds since the epoch. Default: when the message came. */
  readonly time?: string;
  /** The quality. Default: good. */
  readonly quality?: string;
  /** Id of the equipment, where the topic does not tell it. */
  readonly equipment?: string;
  /** Name of the signal, where the topic does not tell it. */
  readonly signal?: string;
  /** The list of observations, where one message has several; the other pointers begin at its items. */
  readonly items?: string;
}

/** What an entry of the type `mqtt` says beside id, name and bindings. */
export interface MqttEntry {
  /** Reads messages from an MQTT broker over WebSocket. */
  readonly type: 'mqtt';
  /** Address of the broker, `ws://` or `wss://`. */
  readonly url: string;
  /**
   * Topics to subscribe to; `{equipment}` and `{signal}` stand for the parts of an address. Default: those that the
   * bindings name.
   */
  readonly topics?: readonly string[];
  /** Where the parts of an observation stand in a message. */
  readonly payload?: MqttPayload;
  /** Name of this client at the broker. Default: a random one. */
  readonly clientId?: string;
  /** Quality of service, 0 or 1. */
  readonly qos?: 0 | 1;
}

/** What an entry of the type `replay` says beside id, name and bindings. */
export interface ReplayEntry {
  /** Plays a recording as if it happened now. */
  readonly type: 'replay';
  /** Address of the recording, absolute or relative to the page. */
  readonly recording: string;
  /** Seconds of the recording per second, 1 to 3600. Default 1. */
  readonly speed?: number;
  /** Whether it begins again at its end. Default `true`. */
  readonly loop?: boolean;
  /** The recording is moved by whole multiples of this ISO 8601 duration. Default `P1D`: times of day are kept. */
  readonly align?: string;
  /** ISO 8601 time in the recording that is shown at the start. */
  readonly position?: string;
  /** Whether the recorded times are kept; the host sets the clock then. Allows none of the four above. Default `false`. */
  readonly original?: boolean;
}

/** What an entry of the type `simulator` says beside id, name and bindings. */
export interface SimulatorEntry {
  /** Simulates the factory that the workshop file describes. */
  readonly type: 'simulator';
  /** Whole number of 0 or more: the same seed is the same factory. Default 1. */
  readonly seed?: number;
}

/** The connector types whose entries are checked key by key. */
export const builtInConnectorTypes = ['mtconnect', 'mqtt', 'replay', 'simulator'] as const;
