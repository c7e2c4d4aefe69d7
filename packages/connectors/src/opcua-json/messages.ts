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

/**
 * Reads a document of OPC UA PubSub JSON (OPC 10000-14, 7.2.5, 1.04 and 1.05): a network message, a single data set
 * message, its payload alone, a list of these, metadata or status; or what OPC Publisher sends in samples mode.
 *
 * @param refuse - called for what has a wrong form; the rest is read
 */
export function messagesOf(document: unknown, refuse: Refuse): Message[] {
  const messages: Message[] = [];
  eachObject(document, '', 'a message of OPC UA PubSub', refuse, (value, place) => {
    const type = value['MessageType'];
    if (type === 'ua-metadata') messages.push(metaDataOf(value, `${place}/MetaData`, refuse));
    else if (type === 'ua-status') messages.push(publisherStatusOf(value));
    else if ('Messages' in value || type === 'ua-data') {
      const head = originOf(value, nobody);
      const read = (item: Members, at: string): void => void messages.push(dataSetOf(item, head, at));
      eachObject(value['Messages'], `${place}/Messages`, 'a data set message', refuse, read);
    } else if ('NodeId' in value && ('Value' in value || 'EndpointUrl' in value))
      messages.push(sampleOf(value, place));
    else if (typeof type !== 'string' || !unused.test(type)) messages.push(dataSetOf(value, nobody, place));
  });
  return messages;
}

/** Reads an object or each of a list; what is none, and what has a mistake in it, is refused at its place. */
function eachObject(
  value: unknown,
  place: string,
  allowed: string,
  refuse: Refuse,
  read: (object: Members, place: string) => void,
): void {
  const one = (item: unknown, at: string): void =>
    guarded(at, refuse, () => read(objectOf(item, allowed), at));
  if (Array.isArray(value)) value.forEach((item, index) => one(item, `${place}/${index}`));
  else one(value, place);
}

/** @throws {Mistake} if it is none */
function objectOf(value: unknown, allowed: string): Members {
  if (isObject(value)) return value;
  throw new Mistake(value, allowed);
}

const nobody: Origin = { publisher: undefined, writer: undefined, writerName: undefined };

const headerKeys = /^(Payload|MessageType|SequenceNumber|DataSetWriter(Id|Name))$/;

/** @param head - of the network message, for what the data set message does not say */
function dataSetOf(value: Members, head: Origin, place: string): DataSet {
  const hasHeader = Object.keys(value).some((key) => headerKeys.test(key));
  const header = hasHeader ? value : {};
  const payload = hasHeader ? (value['Payload'] ?? undefined) : value;
  const fields = objectOf(payload ?? {}, 'fields by name');
  const { publisher, writer, writerName } = originOf(header, head);
  return {
    kind: 'data',
    publisher,
    writer,
    writerName,
    frame: frameOf(header['MessageType'], payload !== undefined),
    sequence: sequenceOf(header['SequenceNumber']),
    time: timeOf(header['Timestamp']),
    status: statusOf(header['Status']),
    fields,
    place: hasHeader ? `${place}/Payload` : place,
  };
}

function frameOf(type: unknown, hasPayload: boolean): Frame {
  if (type === undefined || type === null) return hasPayload ? 'plain' : 'keepAlive';
  const frame = typeof type === 'string' && Object.hasOwn(frames, type) ? frames[type] : undefined;
  if (!frame) throw new Mistake(type, Object.keys(frames).join(', '));
  return frame;
}

/** A monitored item: a field named by its NodeId, or an event. */
function sampleOf(value: Members, place: string): DataSet {
  const { Value: raw, ExtensionFields: extension } = value;
  const { publisher, writer } = originOf(isObject(extension) ? extension : {}, nobody);
  const content = structureOf(fieldOf(raw).value);
  const isEvent = isObject(content) && ('EventId' in content || 'EventType' in content);
  const names = [nameOf(value['NodeId']), nameOf(value['DisplayName'])];
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
    fields: isEvent ? content : Object.fromEntries(names.flatMap((name) => (name ? [[name, raw]] : []))),
    place: `${place}/Value`,
  };
}

function metaDataOf(value: Members, place: string, refuse: Refuse): MetaData {
  const metaData = objectOf(structureOf(value['MetaData']), 'metadata of a data set');
  const fields: FieldMetaData[] = [];
  eachObject(metaData['Fields'] ?? [], `${place}/Fields`, 'a field with a name', refuse, (raw) => {
    const { BuiltInType: type } = raw;
    const name = nameOf(raw['Name']);
    if (name === undefined) throw new Mistake(raw, 'a field with a name');
    fields.push({
      name,
      type: typeof type === 'number' ? type : undefined,
      // Scalar is -1 in ValueRank; compact messages leave out 0, which means one or more dimensions.
      isScalar: raw['ValueRank'] === -1,
      raw,
    });
  });
  return { kind: 'metadata', ...originOf(value, nobody), fields };
}

/** PubSubState: 2 is Operational. */
function publisherStatusOf(value: Members): PublisherStatus {
  const { publisher } = originOf(value, nobody);
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

/** Who a message says has sent it; what it does not say is that of the message around it. */
function originOf(value: Members, head: Origin): Origin {
  return {
    publisher: nameOf(value['PublisherId']) ?? head.publisher,
    writer: nameOf(value['DataSetWriterId']) ?? head.writer,
    writerName: nameOf(value['DataSetWriterName']) ?? head.writerName,
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
