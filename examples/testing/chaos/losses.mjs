import { inOrder } from './oracle.mjs';

/**
 * What became of the messages of one sender, by the order in which it sent them: a broker tells what it is given in that
 * order, so in each of its lives only the first (while the page is away) and the last (while it dies) can be lost.
 */
export class Losses {
  problems = [];
  /** Messages that did not arrive: in all, and those that a broker acknowledged and forgot though it kept the session. */
  lost = 0;
  forgotten = 0;
  /** Milliseconds of the machines for which the page says what was before a lost message, as nobody could know of it. */
  contradicted = 0;
  #run;
  #rows;
  #group;
  #sendings;
  /** Messages that arrived and can have come only in one life of the broker: their places in it. */
  #arrived = [];
  /** The events of the page in each life: how its session began, when it was live for the last time. */
  #lives;

  /** @param messages those of the sender */
  constructor(run, rows, group, sendings, messages) {
    this.#run = run;
    this.#rows = rows;
    this.#group = group;
    this.#sendings = sendings;
    this.messages = messages;
    this.#lives = [...run.deaths, undefined].map((_, life) => this.#eventsOf(life));
    const said = new Map();
    const keyOf = (address, told, value) => `${address} ${told} ${value}`;
    for (const [address, all] of rows)
      for (const { told, value } of all) said.set(keyOf(address, told, value), true);
    this.hasArrived = ({ machine, signal, told, value }) =>
      said.has(keyOf(`${machine}/${signal}`, told, value));
    for (const message of messages) if (this.hasArrived(message)) this.#note(message);
  }

  /** Looks at each lost message, and at what the page says of the time that it governs. */
  judge(known) {
    for (const message of this.messages) {
      if (this.hasArrived(message)) continue;
      this.lost++;
      const isSpark = this.#group === 'spark';
      const place = this.#placeOf(message);
      // A network between an edge node and its broker drops some; that is known by the number that is missing.
      if (place === 'middle' && !isSpark) this.#complain(message, 'lost while the broker lived');
      if (place === 'end' && this.#last(message).life === this.#run.deaths.length && !isSpark)
        this.#complain(message, 'lost though the broker did not die any more');
      if (place === 'beginning' && this.#group === 'kept' && this.#lives[this.#last(message).life].session)
        this.#complain(message, 'lost while the broker kept the session');
    }
    for (const each of known) {
      this.#judgeStates(each.id, each.segments);
      this.#judgeStretches(each);
    }
    if (this.#group !== 'spark') this.#judgeGaps();
  }

  #judgeStates(id, segments) {
    const { end } = this.#run;
    const told = inOrder(this.messages.filter(({ machine, signal }) => machine === id && signal === 'state'));
    told.forEach((message, index) => {
      const truth = { from: message.told, to: Math.min(end, told[index + 1]?.told ?? end) };
      for (const { from, to, state } of segments) {
        const piece = { from: Math.max(from, truth.from), to: Math.min(to, truth.to), state };
        if (piece.from >= piece.to || state === 'unknown' || state === message.value) continue;
        if (this.hasArrived(message)) this.#complain(message, `arrived, but ${shown(piece)}`);
        else this.#excuse(message, piece, told);
      }
    });
  }

  /** A state that is said where it was not: only until the page was away, or if nothing tells of the loss. */
  #excuse(message, piece, told) {
    const place = this.#placeOf(message);
    const { order } = this.#last(message);
    const overtaking = told.some(
      (each) =>
        each.told < message.told &&
        each.value === piece.state &&
        this.hasArrived(each) &&
        this.#last(each).order > order,
    );
    const fate = this.#fateOf(message, place);
    if (fate === 'forgotten') this.forgotten++;
    else if (!(overtaking && this.#group !== 'spark') && piece.to > fate)
      return this.#complain(message, `${shown(piece)}, unknown is right from ${shownTime(fate)}`);
    this.contradicted += piece.to - piece.from;
  }

  /** From when on the page must know nothing where a message was lost; `forgotten`: nobody can notice. */
  #fateOf(message, place) {
    const address = `${message.machine}/${message.signal}`;
    const { life } = this.#last(message);
    if (place === 'middle') return -Infinity;
    if (place === 'beginning') return this.#gapBefore(address, life);
    if (this.#group !== 'kept') return this.#gapBefore(address, life + 1);
    // It waits in the broker until one that kept it has told it, or one that did not has forgotten all.
    let wasBehind = !this.#isToldIn(life);
    for (let later = life + 1; later < this.#lives.length; later++) {
      const { session } = this.#lives[later];
      if (session === undefined) continue;
      if (session && this.#arrived[later]) return 'forgotten';
      if (session) wasBehind = true;
      else if (!wasBehind) return this.#gapBefore(address, later);
      else return this.#toldBefore(later);
    }
    return -Infinity;
  }

  /** Whether something arrived that was sent in a life of the broker after the page had come. */
  #isToldIn(life) {
    const { sessionAt } = this.#lives[life];
    return sessionAt !== undefined && this.#arrived[life]?.lastWall > sessionAt;
  }

  /** The newest gap of a signal when the page was back in a life of the broker, or in the next in which it came. */
  #gapBefore(address, life) {
    const at = this.#liveAt(life);
    const gaps = (this.#rows.get(address) ?? []).filter((row) => row.value === null && row.at < at);
    const batch = gaps.at(-1)?.at;
    return gaps.find((row) => row.at === batch)?.told ?? -Infinity;
  }

  /** The newest time that had been told when the page was back. */
  #toldBefore(life) {
    const at = this.#liveAt(life);
    let newest = -Infinity;
    for (const message of this.messages) {
      if (message.told <= newest || !this.hasArrived(message)) continue;
      const rows = this.#rows.get(`${message.machine}/${message.signal}`);
      if (rows.find(({ told, value }) => told === message.told && value === message.value).at < at)
        newest = message.told;
    }
    return newest + 1;
  }

  #liveAt(life) {
    return this.#lives.slice(life).find(({ liveAt }) => liveAt !== undefined)?.liveAt ?? Infinity;
  }

  /** A gap begins at the present of the page at the latest, or right after the newest of what it knows. */
  #judgeGaps() {
    const newest = new Map();
    for (const { id, now, rows = [] } of this.#run.events) {
      if (id !== this.#group) continue;
      const filled = new Set();
      for (const [address, told, value] of rows) {
        if (
          value === null &&
          !filled.has(address) &&
          told > Math.max(now, (newest.get(address) ?? -Infinity) + 1)
        )
          this.problems.push(`${address} is missing only from ${shownTime(told)}, at ${shownTime(now)}`);
        if (value === null) filled.add(address);
        else newest.set(address, Math.max(told, newest.get(address) ?? -Infinity));
      }
    }
  }

  /** Each loss leaves one stretch unknown; none is left by one after which the broker told all that it had kept. */
  #judgeStretches({ id, segments }) {
    const { nodes, messages, begin } = this.#run;
    const isKept = this.#group === 'kept';
    const lives = this.#lives.filter(({ liveAt, session }) =>
      isKept ? session === false : liveAt !== undefined,
    );
    const node = Object.values(nodes).find((machines) => machines.includes(id)) ?? [];
    const dropped = messages.filter(({ machine, way }) => way === 'dropped' && node.includes(machine));
    const stretches = segments.filter(({ from, state }) => state === 'unknown' && from > begin).length;
    // With an edge node the loss of its broker may show two: a message that was missing then, and all that followed.
    const each = this.#group === 'spark' ? 2 : 1;
    const losses = each * (lives.length - 1) + dropped.length;
    if (stretches > losses)
      this.problems.push(`${id}: ${stretches} stretches are unknown, with ${losses} losses`);
  }

  #placeOf(message) {
    const { life, order } = this.#last(message);
    const arrived = this.#arrived[life];
    if (!arrived || order > arrived.last) return 'end';
    return order < arrived.first ? 'beginning' : 'middle';
  }

  #last({ number }) {
    return this.#sendings.get(number)?.at(-1) ?? { life: 0, order: Infinity };
  }

  #note({ number }) {
    const sendings = this.#sendings.get(number) ?? [];
    const [{ life, order } = {}, { wall } = {}] = [sendings[0], sendings.at(-1)];
    if (life === undefined || sendings.some((each) => each.life !== life)) return;
    const arrived = (this.#arrived[life] ??= { first: Infinity, last: -Infinity, lastWall: -Infinity });
    // Which of two sendings arrived is not known: surely one of those from the first to the last.
    arrived.first = Math.min(arrived.first, sendings.at(-1).order);
    arrived.last = Math.max(arrived.last, order);
    if (wall !== undefined) arrived.lastWall = Math.max(arrived.lastWall, sendings[0].wall);
  }

  #eventsOf(life) {
    const { deaths, events } = this.#run;
    const [from, to] = [deaths[life - 1]?.to ?? -Infinity, deaths[life]?.to ?? Infinity];
    const found = { session: undefined, sessionAt: undefined, liveAt: undefined };
    events.forEach(({ id, wall, session, state }, at) => {
      if (id !== this.#group || wall < from || wall >= to) return;
      if (session !== undefined) [found.session, found.sessionAt] = [session, wall];
      if (state === 'live') found.liveAt = at;
    });
    return found;
  }

  #complain({ machine, signal, told, value, number }, what) {
    const sent = (this.#sendings.get(number) ?? []).map(({ life, order }) => `${life}:${order}`).join(' ');
    this.problems.push(`${machine}/${signal} ${value} of ${shownTime(told)} (sent ${sent}): ${what}`);
  }
}

function shownTime(time) {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(11, -1) : String(time);
}

function shown({ from, to, state }) {
  return `${state} is said from ${shownTime(from)} to ${shownTime(to)}`;
}
