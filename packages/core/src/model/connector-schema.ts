import {
  array,
  boolean,
  check,
  type GenericSchema,
  type InferInput,
  integer,
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
import { fixedDuration } from '../time/duration.js';
import { vocabularyNames } from '../vocabulary/vocabulary-inputs.js';
import {
  agentAddress,
  alignAllowed,
  brokerAddress,
  isTopicTemplate,
  mtconnectLeast,
  pointerText,
  replaySpeed,
  simulatorSeed,
  type TextRule,
  topicAllowed,
} from './connector-rules.js';
import { builtInConnectorTypes } from './connector-types.js';
import { id, isoTime, object, text, word } from './value-schemas.js';

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

function whole(least: number): GenericSchema<number> {
  const allowed = `a whole number from ${least}`;
  return pipe(number(allowed), integer(allowed), minValue(least, allowed));
}

function written({ pattern, allowed }: TextRule): GenericSchema<string> {
  return pipe(string(allowed), regex(pattern, allowed));
}

export const mtconnectSchema = strictObject(
  {
    type: literal('mtconnect'),
    ...common,
    url: written(agentAddress),
    device: optional(word),
    interval: optional(whole(mtconnectLeast.interval)),
    count: optional(whole(mtconnectLeast.count)),
    heartbeat: optional(whole(mtconnectLeast.heartbeat)),
    streaming: flag,
    past: flag,
  },
  object,
);

const pointer = optional(written(pointerText));

export const payloadSchema = strictObject(
  { value: pointer, time: pointer, quality: pointer, equipment: pointer, signal: pointer, items: pointer },
  object,
);

export const mqttSchema = strictObject(
  {
    type: literal('mqtt'),
    ...common,
    url: written(brokerAddress),
    topics: optional(array(pipe(word, check(isTopicTemplate, topicAllowed)), 'a list of topics')),
    payload: optional(payloadSchema),
    clientId: optional(word),
    qos: optional(picklist([0, 1], '0 or 1')),
  },
  object,
);

const speed = `a number from ${replaySpeed.least} to ${replaySpeed.most}`;

export const replaySchema = strictObject(
  {
    type: literal('replay'),
    ...common,
    recording: word,
    speed: optional(
      pipe(number(speed), minValue(replaySpeed.least, speed), maxValue(replaySpeed.most, speed)),
    ),
    loop: flag,
    align: optional(
      pipe(
        string(alignAllowed),
        check((length) => fixedDuration(length) !== undefined, alignAllowed),
      ),
    ),
    position: optional(isoTime),
    original: flag,
  },
  object,
);

const seed = `a whole number from ${simulatorSeed.least} to ${simulatorSeed.most}`;

export const simulatorSchema = strictObject(
  {
    type: literal('simulator'),
    ...common,
    seed: optional(
      pipe(
        number(seed),
        integer(seed),
        minValue(simulatorSeed.least, seed),
        maxValue(simulatorSeed.most, seed),
      ),
    ),
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
const builtInSchemas = [mtconnectSchema, mqttSchema, replaySchema, simulatorSchema] as const;
export const anyConnectorSchema = union([...builtInSchemas, ownConnectorSchema]);
type ConnectorEntry = InferInput<typeof anyConnectorSchema>;

/** The schema of an entry by its type, so that what is wrong in it is told by its own keys. */
export const connectorSchema = lazy((entry: unknown) => {
  if (entry === undefined) return anyConnectorSchema;
  const { type } = (entry ?? {}) as Partial<ConnectorEntry>;
  return builtInSchemas[builtIn.indexOf(type)] ?? ownConnectorSchema;
});
