import { connect, type Socket } from 'node:net';

/** The smallest client that can publish, over TCP: another implementation than the one under test. */
export class Publisher {
  #packetId = 0;
  #acknowledged: (() => void)[] = [];
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static async connect(port: number): Promise<Publisher> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    socket.setNoDelay(true);
    const publisher = new Publisher(socket);
    const id = `publisher-${process.pid}-${Math.random().toString(36).slice(2)}`;
    const answer = new Promise((resolve) => socket.once('data', resolve));
    socket.write(packet(0x10, Buffer.concat([text('MQTT'), Buffer.from([4, 2, 0, 0]), text(id)])));
    await answer;
    socket.on('data', (data) => {
      for (let at = 0; at + 3 < data.length; at += 4) publisher.#acknowledged.shift()?.();
    });
    return publisher;
  }

  /** Publishes with QoS 1; resolves when the broker has it. */
  publish(topic: string, payload: string | Buffer, retain = false): Promise<void> {
    this.#packetId = (this.#packetId % 65_535) + 1;
    const id = Buffer.from([this.#packetId >> 8, this.#packetId & 255]);
    const body = Buffer.concat([text(topic), id, Buffer.from(payload)]);
    const acknowledged = new Promise<void>((resolve) => this.#acknowledged.push(resolve));
    this.#socket.write(packet(retain ? 0x33 : 0x32, body));
    return acknowledged;
  }

  /** Publishes many at once with QoS 0. */
  send(messages: readonly (readonly [topic: string, payload: string])[]): void {
    this.#socket.write(
      Buffer.concat(
        messages.map(([topic, payload]) => packet(0x30, Buffer.concat([text(topic), Buffer.from(payload)]))),
      ),
    );
  }

  end(): void {
    this.#socket.destroy();
  }
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
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
