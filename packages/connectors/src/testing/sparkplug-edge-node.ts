import { connect, type Socket } from 'node:net';
import sparkplug from 'sparkplug-payload';
import type { UMetric, UPayload } from 'sparkplug-payload/lib/sparkplugbpayload.js';

export type { UMetric } from 'sparkplug-payload/lib/sparkplugbpayload.js';

const library = sparkplug.get('spBv1.0')!;

/** A metric as an edge node holds it. */
export interface EdgeMetric {
  readonly type: UMetric['type'];
  value: UMetric['value'];
  /** When it changed, in milliseconds. */
  timestamp?: number;
  readonly alias?: number;
  readonly properties?: UMetric['properties'];
}

/** What an edge node is made of: its own metrics, and those of its devices. */
export interface EdgeModel {
  readonly node: Readonly<Record<string, EdgeMetric>>;
  readonly devices: Readonly<Record<string, Readonly<Record<string, EdgeMetric>>>>;
}

/** A command that the edge node got. */
export interface EdgeCommand {
  readonly topic: string;
  readonly metrics: readonly UMetric[];
}

/**
 * An edge node of Sparkplug B with a client of its own and the payloads of another library than the one under test:
 * it shares nothing with the host application but the broker.
 */
export class SparkplugEdgeNode {
  /** All commands, in the order they came. */
  readonly commands: EdgeCommand[] = [];
  /** How often it was asked for its births. */
  rebirths = 0;
  /** Whether it gives its births when it is asked. */
  answers = true;
  /** The next sequence number. */
  sequence = 0;
  /** Its clock. */
  now: () => number = Date.now;
  /** How often it connected, from 0. */
  birthCount = -1;
  readonly group: string;
  readonly id: string;
  readonly model: EdgeModel;
  readonly #port: number;
  #socket: Socket | undefined;
  #rest: Buffer = Buffer.alloc(0);

  constructor(port: number, group: string, id: string, model: EdgeModel) {
    this.#port = port;
    this.group = group;
    this.id = id;
    this.model = model;
  }

  /** Connects with the death as its will, subscribes to commands and gives its births. */
  async connect(): Promise<void> {
    this.birthCount = (this.birthCount + 1) % 256;
    const socket = connect(this.#port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    socket.setNoDelay(true);
    socket.on('error', () => {});
    const will = [text(this.topic('NDEATH')), sized(this.#deathPayload())];
    // Clean session, will with QoS 1, not retained.
    const flags = Buffer.from([4, 0x02 | 0x04 | 0x08, 0, 10]);
    const id = text(`edge-${this.group}-${this.id}-${process.pid}`);
    const answer = new Promise((resolve) => socket.once('data', resolve));
    socket.write(packet(0x10, Buffer.concat([text('MQTT'), flags, id, ...will])));
    await answer;
    this.#rest = Buffer.alloc(0);
    const subscribed = new Promise<void>((resolve) => socket.on('data', (data) => this.#read(data, resolve)));
    const filters = [`spBv1.0/${this.group}/NCMD/${this.id}`, `spBv1.0/${this.group}/DCMD/${this.id}/#`];
    const topics = filters.map((filter) => Buffer.concat([text(filter), Buffer.from([0])]));
    socket.write(packet(0x82, Buffer.concat([Buffer.from([0, 1]), ...topics])));
    this.#socket = socket;
    await subscribed;
    this.birth();
  }

  /** Publishes the births of the node and of all devices. */
  birth(): void {
    this.sequence = 0;
    this.birthOfNode();
    for (const device of Object.keys(this.model.devices)) this.birthOfDevice(device);
  }

  birthOfNode(): void {
    const own: UMetric[] = [
      { name: 'bdSeq', type: 'UInt64', value: this.birthCount },
      { name: 'Node Control/Rebirth', type: 'Boolean', value: false },
    ];
    this.publish('NBIRTH', undefined, [...own, ...this.#all(this.model.node)]);
  }

  birthOfDevice(device: string): void {
    this.publish('DBIRTH', device, this.#all(this.model.devices[device]));
  }

  /** Changes a metric and publishes it, by its alias if it has one. */
  change(device: string | undefined, name: string, value: UMetric['value'], timestamp = this.now()): void {
    this.publish(...this.changed(device, name, value, timestamp));
  }

  /** The same without publishing it: what would be said. */
  changed(
    device: string | undefined,
    name: string,
    value: UMetric['value'],
    timestamp = this.now(),
  ): ['NDATA' | 'DDATA', string | undefined, UMetric[]] {
    const metric = (device === undefined ? this.model.node : this.model.devices[device])[name];
    metric.value = value;
    metric.timestamp = timestamp;
    const who = metric.alias === undefined ? { name } : { alias: metric.alias };
    const said = { ...who, type: metric.type, value, timestamp } as UMetric;
    return [device === undefined ? 'NDATA' : 'DDATA', device, [said]];
  }

  /** Publishes a message with the next sequence number. */
  publish(type: string, device: string | undefined, metrics: UMetric[], timestamp = this.now()): void {
    this.send(this.topic(type, device), this.payload(metrics, this.next(), timestamp));
  }

  /** Takes the next sequence number: what is not sent under it is lost. */
  next(): number {
    const sequence = this.sequence;
    this.sequence = (sequence + 1) % 256;
    return sequence;
  }

  payload(metrics: UMetric[], seq: number | undefined, timestamp = this.now()): Uint8Array {
    const payload: UPayload = { timestamp, metrics };
    return library.encodePayload(seq === undefined ? payload : { ...payload, seq });
  }

  topic(type: string, device?: string): string {
    const base = `spBv1.0/${this.group}/${type}/${this.id}`;
    return device === undefined ? base : `${base}/${device}`;
  }

  /** Publishes anything with QoS 0. */
  send(topic: string, payload: Uint8Array | string): void {
    this.#socket?.write(packet(0x30, Buffer.concat([text(topic), Buffer.from(payload)])));
  }

  /** Says that a device is gone. */
  deathOfDevice(device: string, timestamp = this.now()): void {
    this.publish('DDEATH', device, [], timestamp);
  }

  /** Goes without a word: the broker publishes the will. */
  kill(): Promise<void> {
    return this.#end((socket) => socket.destroy());
  }

  /** Says that it goes, and goes. */
  disconnect(): Promise<void> {
    this.send(this.topic('NDEATH'), this.#deathPayload());
    return this.#end((socket) => socket.end(Buffer.from([0xe0, 0])));
  }

  async #end(close: (socket: Socket) => void): Promise<void> {
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket || socket.destroyed) return;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    close(socket);
    await closed;
  }

  #deathPayload(): Uint8Array {
    return this.payload([{ name: 'bdSeq', type: 'UInt64', value: this.birthCount }], undefined);
  }

  #all(metrics: Readonly<Record<string, EdgeMetric>>): UMetric[] {
    return Object.entries(metrics).map(
      ([name, metric]) => ({ name, timestamp: this.now(), ...metric }) as UMetric,
    );
  }

  #read(data: Buffer, subscribed: () => void): void {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      let [length, at, factor] = [0, 1, 1];
      for (; ; at++, factor *= 128) {
        if (at >= this.#rest.length) return;
        length += (this.#rest[at] & 127) * factor;
        if (this.#rest[at] < 128) break;
      }
      const begin = at + 1;
      if (this.#rest.length < begin + length) return;
      const [type, body] = [this.#rest[0] >> 4, this.#rest.subarray(begin, begin + length)];
      this.#rest = this.#rest.subarray(begin + length);
      if (type === 9) subscribed();
      if (type === 3) this.#command(body);
    }
  }

  #command(body: Buffer): void {
    const end = 2 + body.readUInt16BE(0);
    const { metrics } = library.decodePayload(Uint8Array.from(body.subarray(end)));
    const command = { topic: body.subarray(2, end).toString(), metrics: metrics ?? [] };
    this.commands.push(command);
    if (command.metrics.some(({ name, value }) => name === 'Node Control/Rebirth' && value === true)) {
      this.rebirths++;
      if (this.answers) this.birth();
    }
  }
}

function text(value: string): Buffer {
  return sized(Buffer.from(value));
}

function sized(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

function packet(type: number, body: Buffer): Buffer {
  const length: number[] = [];
  for (let rest = body.length; ;) {
    const digit = rest % 128;
    rest = Math.floor(rest / 128);
    length.push(rest > 0 ? digit | 128 : digit);
    if (rest === 0) break;
  }
  return Buffer.concat([Buffer.from([type, ...length]), body]);
}
