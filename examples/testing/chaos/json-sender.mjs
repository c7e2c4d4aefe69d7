/** So long before the loss of a broker a gateway that stores and forwards repeats what it has sent, in milliseconds. */
const repeated = 1_500;

/**
 * Sends JSON messages that carry their times. With QoS 1 it keeps what is not acknowledged and sends it again, and with
 * it what a broker that was killed may have acknowledged and not yet written; with QoS 0 what is lost is lost.
 */
export class JsonSender {
  /** Each sending, by the number of its message: in which life of the broker, as which of all and when. */
  sendings = new Map();
  #life = 0;
  #order = 0;
  #publisher;
  #kept = new Set();
  #lost = 0;

  constructor(broker, qos) {
    this.broker = broker;
    this.qos = qos;
  }

  get waiting() {
    return [...this.#kept].filter(({ acknowledged }) => acknowledged === undefined).length;
  }

  async connect() {
    this.#publisher = await this.broker.publisher();
    for (const message of this.#kept) {
      if (message.acknowledged === undefined || message.acknowledged > this.#lost - repeated)
        this.#send(message);
      else this.#kept.delete(message);
    }
  }

  lose() {
    this.#life++;
    this.#lost = Date.now();
    this.#publisher = undefined;
  }

  /** @param {number} number of the message; one that is sent again has the same */
  send(number, topic, payload) {
    const message = { number, topic, payload, acknowledged: undefined };
    if (this.qos === 1) this.#kept.add(message);
    this.#send(message);
    for (const old of this.#kept) {
      if (!(old.acknowledged < Date.now() - 2 * repeated)) break;
      this.#kept.delete(old);
    }
  }

  #send(message) {
    const publisher = this.#publisher;
    const sendings = this.sendings.get(message.number) ?? [];
    this.sendings.set(message.number, sendings);
    sendings.push({ life: this.#life, order: this.#order++, wall: Date.now() });
    if (!publisher) return;
    if (this.qos === 0) return publisher.send([[message.topic, message.payload]]);
    void publisher.publish(message.topic, message.payload).then(() => (message.acknowledged = Date.now()));
  }
}
