// What the settings of the built-in connectors allow. The check of the workshop file and the connectors themselves
// read it here, so that a file without problems is one that they accept. It stands apart from the schemas so that a
// connector does not load those.

/** The form that a text has to have. */
export interface TextRule {
  readonly pattern: RegExp;
  /** The same in words, for messages. */
  readonly allowed: string;
}

/** Address of an MTConnect agent. */
export const agentAddress: TextRule = {
  pattern: /^(https?:\/\/|(?![A-Za-z][A-Za-z\d+.-]*:)).+$/,
  allowed: 'http://…, https://… or an address relative to the page',
};

/** Address of an MQTT broker. User name and password are for the host to give: a workshop file is read by many. */
export const brokerAddress: TextRule = {
  pattern: /^wss?:\/\/[^/?#@]+([/?#].*)?$/,
  allowed: 'ws://… or wss://…, without user name and password',
};

/** A JSON pointer (RFC 6901). */
export const pointerText: TextRule = {
  pattern: /^(\/([^~]|~[01])*)?$/,
  allowed: 'a JSON pointer: empty, or parts that each begin with /',
};

/** The least that the whole numbers among the settings of `mtconnect` may be; `interval` and `heartbeat` in ms. */
export const mtconnectLeast = { interval: 1, count: 1, heartbeat: 10 } as const;

/** The bounds of `speed` of `replay`, in seconds of the recording per second. */
export const replaySpeed = { least: 1, most: 3600 } as const;

/** What `align` of `replay` allows, in words; the rule is `fixedDuration`. */
export const alignAllowed = 'an ISO 8601 duration of weeks to seconds, e.g. P1D';

/** The settings of `replay` that cannot stand beside `original`: the host's clock decides instead of them. */
export const notBesideOriginal = ['speed', 'loop', 'align', 'position'] as const;

/** The least and the largest `seed` of `simulator`, a whole number. */
export const simulatorSeed = { least: 0, most: 4_294_967_295 } as const;

/** What is allowed for a topic, in words. */
export const topicAllowed =
  'levels with / between, each a text, +, {equipment} or {signal}, the names once; # at the end';

/** Whether a text is a topic filter of MQTT, in which `{equipment}` and `{signal}` may stand for a level each. */
export function isTopicTemplate(text: string): boolean {
  const levels = text.split('/');
  const isLevel = (level: string, index: number): boolean =>
    ['+', ...topicNames].includes(level) ||
    (level === '#' && index === levels.length - 1) ||
    !/[+#{}\0]/.test(level);
  const isTwice = (name: string): boolean => levels.indexOf(name) !== levels.lastIndexOf(name);
  return text !== '' && levels.every(isLevel) && !topicNames.some(isTwice);
}

const topicNames = ['{equipment}', '{signal}'];

/** What `from` of a binding of `mqtt` names. */
export interface TopicSource {
  /** A topic filter. */
  readonly topic: string;
  /** A JSON pointer into the message; `undefined`: as `payload` says. */
  readonly pointer: string | undefined;
}

/** What is allowed for `from` of a binding of `mqtt`, in words. */
export const topicSourceAllowed = 'a topic, or a topic with a JSON pointer: meters/a#/total';

/** Reads `from` of a binding of `mqtt`: `topic` or `topic#/pointer`; `undefined` if it is neither. */
export function topicSource(from: string): TopicSource | undefined {
  // The wildcard # is always the last of a topic, so #/ can only begin a pointer.
  const end = from.indexOf('#/');
  const [topic, pointer] = end < 0 ? [from, undefined] : [from.slice(0, end), from.slice(end + 1)];
  if (!isTopicTemplate(topic) || !pointerText.pattern.test(pointer ?? '')) return undefined;
  return { topic, pointer };
}
