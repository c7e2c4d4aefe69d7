import {
  fieldOf,
  guarded,
  isObject,
  Mistake,
  rawOf,
  type Refuse,
  statusOf,
  structureOf,
  timeOf,
} from './field.js';

/** Who sent something; what neither message nor topic says is `undefined`. */
export interface Origin {
  readonly publisher: string | undefined;
  /** DataSetWriterId. */
  readonly writer: string | undefined;
  /** DataSetWriterName. */
  readonly writerName: string | undefined;
}

/** What a data set is. `plain`: it does not say, so it may lack fields. */
export type Frame = 'key' | 'delta' | 'event' | 'keepAlive' | 'plain';

/** One data set message, or one monitored item of OPC Publisher's samples mode. */
export interface DataSet extends Origin {
  readonly kind: 'data';
  readonly frame: Frame;
  readonly sequence: number | undefined;
  /** When it was made, in milliseconds since the epoch. */
  readonly time: number | undefined;
  /** StatusCode of the whole. */
  readonly status: number;
  /** The fields as they stand in the message, by name; in samples mode by NodeId. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where the fields stand in the message, as a JSON pointer. */
  readonly place: string;
}

/** What a metadata message says of one field. */
export interface FieldMetaData {
  readonly name: string;
  /** Number of the built-in type. */
  readonly type: number | undefined;
  /** Whether its values are single ones, not lists. */
  readonly isScalar: boolean;
  /** As it stands in the message. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What the data sets of a writer contain. */
export interface MetaData extends Origin {
  readonly kind: 'metadata';
  readonly fields: readonly FieldMetaData[];
}

/** How a publisher stands. */
export interface PublisherStatus {
  readonly kind: 'status';
  readonly publisher: string;
  /** Whether it publishes (PubSubState Operational). */
  readonly isOperational: boolean;
  readonly time: number | undefined;
  /** When it is heard again at the latest, in milliseconds since the epoch. */
  readonly nextReport: number | undefined;
}

export type Message = DataSet | MetaData | PublisherStatus;

type Members = Readonly<Record<string, unknown>>;

const frames: Readonly<Record<string, Frame>> = {
  'ua-keyframe': 'key',
  'ua-deltaframe': 'delta',
  'ua-event': 'event',
  // What OPC Publisher calls its snapshots of active conditions.
  'ua-condition': 'event',
  'ua-keepalive': 'keepAlive',
};

/** Messages that say nothing of values: discovery and actions. */
const unused = /^ua-(connection|application|endpoints|action)/;

const allowed = 'a message of OPC UA PubSub';

/**
 * Reads a document of OPC UA PubSub JSON (OPC 10000-14, 7.2.5, 1.04 and 1.05): a network message, a single data set
 * message, its payload alone, a list of these, metadata or status; or what OPC Publisher sends in samples mode.
 *
 * @param refuse - called for what has a wrong form; the rest is read
 */
export function messagesOf(document: unknown, refuse: Refuse): Message[] {
  const messages: Message[] = [];
  const each = (value: unknown, place: string): void =>
    guarded(place, refuse, () => {
      if (!isObject(value)) throw new Mistake(value, allowed);
      readDocument(value, place, messages, refuse);
    });
  if (Array.isArray(document)) document.forEach((value, index) => each(value, `/${index}`));
  else each(document, '');
  return messages;
}

function readDocument(value: Members, place: string, messages: Message[], refuse: Refuse): void {
  const type = value['MessageType'];
  if (type === 'ua-metadata') messages.push(metaDataOf(value, `${place}/MetaData`, refuse));
  else if (type === 'ua-status') messages.push(publisherStatusOf(value));
  else if ('Messages' in value || type === 'ua-data') {
    const list = value['Messages'];
    const head = originOf(value);
    const read = (item: unknown, at: string): void =>
      guarded(at, refuse, () => {
        if (!isObject(item)) throw new Mistake(item, 'a data set message');
        messages.push(dataSetOf(item, head, at));
      });
    if (Array.isArray(list)) list.forEach((item, index) => read(item, `${place}/Messages/${index}`));
    else read(list, `${place}/Messages`);
  } else if ('NodeId' in value && ('Value' in value || 'EndpointUrl' in value))
    messages.push(sampleOf(value, place));
  else if (typeof type !== 'string' || !unused.test(type)) messages.push(dataSetOf(value, nobody, place));
}

const nobody: Origin = { publisher: undefined, writer: undefined, writerName: undefined };

const headerKeys = /^(Payload|MessageType|SequenceNumber|DataSetWriter(Id|Name))$/;

/** @param head - of the network message, for what the data set message does not say */
function dataSetOf(value: Members, head: Origin, place: string): DataSet {
  if (!Object.keys(value).some((key) => headerKeys.test(key))) {
    const rest = { frame: 'plain', sequence: undefined, time: undefined, status: 0 } as const;
    return { kind: 'data', ...head, ...rest, fields: value, place };
  }
  const own = originOf(value);
  const payload = value['Payload'] ?? undefined;
  if (payload !== undefined && !isObject(payload)) throw new Mistake(payload, 'fields by name');
  return {
    kind: 'data',
    publisher: own.publisher ?? head.publisher,
    writer: own.writer ?? head.writer,
    writerName: own.writerName ?? head.writerName,
    frame: frameOf(value['MessageType'], payload),
    sequence: sequenceOf(value['SequenceNumber']),
    time: timeOf(value['Timestamp']),
    status: statusOf(value['Status']),
    fields: payload ?? {},
    place: `${place}/Payload`,
  };
}

function frameOf(type: unknown, payload: Members | undefined): Frame {
  if (type === undefined || type === null) return payload ? 'plain' : 'keepAlive';
  const frame = typeof type === 'string' && Object.hasOwn(frames, type) ? frames[type] : undefined;
  if (!frame) throw new Mistake(type, Object.keys(frames).join(', '));
  return frame;
}

/** A monitored item: a field named by its NodeId, or an event. */
function sampleOf(value: Members, place: string): DataSet {
  const extension = isObject(value['ExtensionFields']) ? value['ExtensionFields'] : {};
  const { publisher, writer } = originOf(extension);
  const content = structureOf(fieldOf(value['Value']).value);
  const isEvent = isObject(content) && ('EventId' in content || 'EventType' in content);
  const names = [nameOf(value['NodeId']), nameOf(value['DisplayName'])].filter((name) => name !== undefined);
  const fields = Object.fromEntries(names.map((name) => [name, value['Value']]));
  return {
    kind: 'data',
    publisher: publisher ?? nameOf(value['EndpointUrl']),
    writer,
    writerName: undefined,
    frame: isEvent ? 'event' : 'delta',
    // Counted for each monitored item, not for the writer.
    sequence: undefined,
    time: timeOf(value['Timestamp']),
    status: 0,
    fields: isEvent ? content : fields,
    place: `${place}/Value`,
  };
}

function metaDataOf(value: Members, place: string, refuse: Refuse): MetaData {
  const metaData = structureOf(value['MetaData']);
  if (!isObject(metaData)) throw new Mistake(metaData, 'metadata of a data set');
  const list = metaData['Fields'] ?? [];
  if (!Array.isArray(list)) throw new Mistake(list, 'a list of fields');
  const fields: FieldMetaData[] = [];
  list.forEach((item: unknown, index) =>
    guarded(`${place}/Fields/${index}`, refuse, () => {
      const name = isObject(item) ? nameOf(item['Name']) : undefined;
      if (!isObject(item) || name === undefined) throw new Mistake(item, 'a field with a name');
      const type = item['BuiltInType'];
      fields.push({
        name,
        type: typeof type === 'number' ? type : undefined,
        // Scalar is -1 in ValueRank; compact messages leave out 0, which means one or more dimensions.
        isScalar: item['ValueRank'] === -1,
        raw: item,
      });
    }),
  );
  return { kind: 'metadata', ...originOf(value), fields };
}

/** PubSubState: 2 is Operational. */
function publisherStatusOf(value: Members): PublisherStatus {
  const { publisher } = originOf(value);
  if (publisher === undefined) throw new Mistake(value['PublisherId'], 'a publisher');
  const state = value['Status'];
  return {
    kind: 'status',
    publisher,
    isOperational: state === 2 || /^Operational/.test(String(state)),
    time: timeOf(value['Timestamp']),
    nextReport: timeOf(value['NextReportTime']),
  };
}

function originOf(value: Members): Origin {
  return {
    publisher: nameOf(value['PublisherId']),
    writer: nameOf(value['DataSetWriterId']),
    writerName: nameOf(value['DataSetWriterName']),
  };
}

/** @throws {Mistake} if nobody can read it as a name */
function nameOf(raw: unknown): string | undefined {
  const name = rawOf(raw);
  return name === undefined || name === '' ? undefined : String(name);
}

function sequenceOf(raw: unknown): number | undefined {
  if (raw === undefined || raw === null) return undefined;
  const sequence = Number(raw);
  if (!(Number.isSafeInteger(sequence) && sequence >= 0)) throw new Mistake(raw, 'a whole number');
  return sequence;
}
