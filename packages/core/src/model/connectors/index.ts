import { type InferInput, lazy, looseObject, pipe, regex, string, union } from 'valibot';
import { object } from '../value-schemas.js';
import { aasType } from './aas.js';
import { common } from './common.js';
import type { ConnectorType } from './connector-type.js';
import { historyType } from './history.js';
import { mqttType } from './mqtt.js';
import { mtconnectType } from './mtconnect.js';
import { opcuaJsonType } from './opcua-json.js';
import { replayType } from './replay.js';
import { restType } from './rest.js';
import { simulatorType } from './simulator.js';
import { sparkplugType } from './sparkplug.js';
import { sseType } from './sse.js';
import { storeType } from './store.js';
import { websocketType } from './websocket.js';

/** The connector types whose entries are checked key by key. */
const builtIn = {
  aas: aasType,
  history: historyType,
  mtconnect: mtconnectType,
  mqtt: mqttType,
  'opcua-json': opcuaJsonType,
  replay: replayType,
  rest: restType,
  simulator: simulatorType,
  sparkplug: sparkplugType,
  sse: sseType,
  store: storeType,
  websocket: websocketType,
} as const;

const names = Object.keys(builtIn);
const ownType = new RegExp(`^(?!(${names.join('|')})$)\\S+$`);
const connectorType = `${names.join(', ')}, or a type that the host registered`;

export const ownConnectorSchema = looseObject(
  { type: pipe(string(connectorType), regex(ownType, connectorType)), ...common },
  object,
);

type BuiltInSchema = (typeof builtIn)[keyof typeof builtIn]['schema'];
const builtInSchemas = Object.values(builtIn).map(({ schema }) => schema) as BuiltInSchema[];
export const anyConnectorSchema = union([...builtInSchemas, ownConnectorSchema]);

/** How entries of a type are checked; `undefined` for a type of the host. */
export function connectorTypeOf(type: unknown): ConnectorType | undefined {
  return Object.hasOwn(builtIn, String(type)) ? builtIn[type as keyof typeof builtIn] : undefined;
}

/** The schema of an entry by its type, so that what is wrong in it is told by its own keys. */
export const connectorSchema = lazy((entry: unknown) => {
  if (entry === undefined) return anyConnectorSchema;
  const { type } = (entry ?? {}) as Partial<InferInput<typeof anyConnectorSchema>>;
  return (connectorTypeOf(type)?.schema as BuiltInSchema | undefined) ?? ownConnectorSchema;
});
