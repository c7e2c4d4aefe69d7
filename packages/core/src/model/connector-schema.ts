import {
  array,
  boolean,
  check,
  type InferInput,
  lazy,
  literal,
  looseObject,
  maxValue,
  minEntries,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  record,
  regex,
  strictObject,
  string,
  union,
} from 'valibot';
import { parseDuration } from '../time/duration.js';
import { vocabularyNames } from '../vocabulary/vocabulary-inputs.js';
import { builtInConnectorTypes } from './connector-types.js';
import { above, id, isoTime, object, text, word } from './value-schemas.js';

const sources = 'text, or texts by input of the vocabulary';
const address = 'an address: equipment/signal';

export const bindingSchema = strictObject(
  {
    signal: pipe(string(address), regex(/^[^/\s]+\/[^/\s]+$/, address)),
    from: union([word, pipe(record(string(), word), minEntries(1, sources))], sources),
    vocabulary: optional(picklist(vocabularyNames, vocabularyNames.join(', '))),
    unit: optional(word),
    scale: optional(number('a number')),
  },
  object,
);

const common = {
  id: optional(id),
  name: optional(text),
  bindings: optional(array(bindingSchema, 'a list of bindings'), []),
};

const flag = optional(boolean('true or false'));
const milliseconds = optional(above(0, 'milliseconds above 0'));

const httpUrl = 'http://…, https://… or an address relative to the page';

export const mtconnectSchema = strictObject(
  {
    type: literal('mtconnect'),
    ...common,
    url: pipe(string(httpUrl), regex(/^(https?:\/\/|(?![A-Za-z][A-Za-z\d+.-]*:)).+$/, httpUrl)),
    device: optional(word),
    interval: milliseconds,
    count: optional(above(0, 'a number above 0')),
    heartbeat: milliseconds,
    streaming: flag,
    past: flag,
  },
  object,
);

const webSocketUrl = 'ws://… or wss://…';
const jsonPointer = 'a JSON pointer: empty, or parts that each begin with /';
const pointer = optional(pipe(string(jsonPointer), regex(/^(\/([^~]|~[01])*)?$/, jsonPointer)));

export const payloadSchema = strictObject(
  { value: pointer, time: pointer, quality: pointer, equipment: pointer, signal: pointer, items: pointer },
  object,
);

export const mqttSchema = strictObject(
  {
    type: literal('mqtt'),
    ...common,
    url: pipe(string(webSocketUrl), regex(/^wss?:\/\/./, webSocketUrl)),
    topics: array(word, 'a list of topics'),
    payload: optional(payloadSchema),
    clientId: optional(word),
    qos: optional(picklist([0, 1], '0 or 1')),
  },
  object,
);

const speed = 'a number from 1 to 3600';
const isoDuration = 'an ISO 8601 duration, e.g. P1D';

export const replaySchema = strictObject(
  {
    type: literal('replay'),
    ...common,
    recording: word,
    speed: optional(pipe(number(speed), minValue(1, speed), maxValue(3600, speed))),
    loop: flag,
    align: optional(
      pipe(
        string(isoDuration),
        check((length) => parseDuration(length) !== undefined, isoDuration),
      ),
    ),
    position: optional(isoTime),
    original: flag,
  },
  object,
);

const ownType = new RegExp(`^(?!(${builtInConnectorTypes.join('|')})$)\\S+$`);
const connectorType = `${builtInConnectorTypes.join(', ')}, or a type that the host registered`;

export const ownConnectorSchema = looseObject(
  { type: pipe(string(connectorType), regex(ownType, connectorType)), ...common },
  object,
);

const builtIn: readonly unknown[] = builtInConnectorTypes;
export const anyConnectorSchema = union([mtconnectSchema, mqttSchema, replaySchema, ownConnectorSchema]);
type ConnectorEntry = InferInput<typeof anyConnectorSchema>;

/** The schema of an entry by its type, so that what is wrong in it is told by its own keys. */
export const connectorSchema = lazy((entry: unknown) => {
  if (entry === undefined) return anyConnectorSchema;
  const { type } = (entry ?? {}) as Partial<ConnectorEntry>;
  return [mtconnectSchema, mqttSchema, replaySchema][builtIn.indexOf(type)] ?? ownConnectorSchema;
});
