import { SparkplugEdgeNode } from '../../../tools/internal/broker.mjs';

const types = {
  state: 'String',
  producedCount: 'UInt64',
  power: 'Double',
  energy: 'Double',
  conditions: 'Boolean',
};
/** While it is away it stores all values so often, beside each change; milliseconds of its own time. */
export const snapshotInterval = 10_000;
/** Metrics in one message of what was stored. */
const perMessage = 100;

/** A Sparkplug edge node with machines as devices, through a network that repeats, reorders, delays and drops. */
export class EdgeSender {
  /** Each sending, by the number of its message: in which life of the broker and as which of all. */
  sendings = new Map();
  #births = 0;
  #life = 0;
  #order = 0;
  #stored = [];
  #storedAt = 0;
  #isConnected = false;
  #connection = 0;

  /**
   * @param {boolean} stores whether it stores what happens while it is away, and sends it as historical values
   * @param {(machine: string, signal: string) => { time: number, value: unknown }} first what holds at the beginning
   * @param {() => number} now its clock
   */
  constructor(broker, node, machines, stores, first, now) {
    this.stores = stores;
    this.machines = machines;
    const device = (id) =>
      Object.fromEntries(
        Object.entries(types).map(([name, type], index) => [
          name,
          {
            type,
            value: valueOf(name, first(id, name).value),
            timestamp: first(id, name).time,
            alias: machines.indexOf(id) * 10 + index + 1,
          },
        ]),
      );
    const devices = Object.fromEntries(machines.map((id) => [id, device(id)]));
    this.edge = new SparkplugEdgeNode(broker.port, 'chaos', node, { node: {}, devices });
    this.edge.now = now;
    const birth = this.edge.birth.bind(this.edge);
    this.edge.birth = () => {
      this.#births++;
      birth();
    };
  }

  async connect() {
    const connection = ++this.#connection;
    await this.edge.connect();
    if (connection !== this.#connection) return;
    this.#isConnected = true;
    this.#forward();
  }

  lose() {
    this.#life++;
    this.#connection++;
    this.#isConnected = false;
    void this.edge.kill();
  }

  /** Stores all values if it is away and it is time for that. */
  snapshot(now) {
    if (this.#isConnected || !this.stores || now < this.#storedAt + snapshotInterval) return;
    this.#storedAt = now;
    for (const machine of this.machines) {
      for (const [name, { value, type }] of Object.entries(this.edge.model.devices[machine]))
        this.#stored.push({ machine, metric: { name, type, value, timestamp: now, isHistorical: true } });
    }
  }

  /** @param {'plain' | 'twice' | 'late' | 'dropped'} way how the network treats the message */
  say(number, machine, signal, value, time, way, lateness) {
    const said = valueOf(signal, value);
    const [type, device, metrics] = this.edge.changed(machine, signal, said, time);
    if (!this.#isConnected) {
      if (this.stores) {
        const metric = {
          name: signal,
          type: types[signal],
          value: said,
          timestamp: time,
          isHistorical: true,
        };
        this.#stored.push({ machine, metric, number });
      } else this.#note(number);
      return;
    }
    const payload = this.edge.payload(metrics, this.edge.next());
    const connection = this.#connection;
    const births = this.#births;
    const send = () => {
      // Nothing overtakes a birth, which says all that was on its way.
      if (connection !== this.#connection || births !== this.#births) return;
      this.#note(number);
      this.edge.send(this.edge.topic(type, device), payload);
    };
    // What is dropped, and what a birth overtakes, is known by when it should have gone.
    this.#note(number);
    if (way === 'dropped') return;
    if (way === 'late') setTimeout(send, lateness);
    else send();
    if (way === 'twice') setTimeout(send, lateness);
  }

  #forward() {
    const stored = this.#stored;
    this.#stored = [];
    for (const machine of this.machines) {
      const own = stored.filter((each) => each.machine === machine);
      for (let at = 0; at < own.length; at += perMessage) {
        const part = own.slice(at, at + perMessage);
        for (const { number } of part) if (number !== undefined) this.#note(number);
        this.edge.publish(
          'DDATA',
          machine,
          part.map(({ metric }) => metric),
        );
      }
    }
  }

  #note(number) {
    const sendings = this.sendings.get(number) ?? [];
    this.sendings.set(number, sendings);
    sendings.push({ life: this.#life, order: this.#order++ });
  }
}

function valueOf(signal, value) {
  return signal === 'conditions' ? value === 'fault' : value;
}
