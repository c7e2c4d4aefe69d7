import { defaultAlarmSettings } from '../model/alarm-types.js';
import { checkInterval, type Interval } from '../time/interval.js';
import { Listeners } from '../twin/listeners.js';
import type { Twin } from '../twin/twin.js';
import { actOn, type WantedAct } from './alarm-acts.js';
import { checkAct } from './check-act.js';
import { AlarmBook } from './alarm-book.js';
import { AlarmScope } from './alarm-scope.js';
import type { ActResult, Alarm, AlarmAct, AlarmEvent, AlarmFlood, AlarmSummary } from './alarm.js';
import { type AlarmEntry, priorityOf } from './alarm-track.js';
import { type AlarmView, viewAt } from './alarm-view.js';
import { AlarmWatch } from './alarm-watch.js';
import { floodAt } from './flood.js';

/** While time alone changes something, those who are subscribed are told this long after it at the latest. */
const shortestWait = 16;
const longestWait = 60_000;

/**
 * The alarms of a twin, after ISA-18.2 and IEC 62682: from what sources report to be wrong (`condition` signals of any
 * connector) and from the definitions in the `alarms` part of the workshop file.
 *
 * It follows the clock of the twin: at a moment of the past it says what stood then. Observations may come late and in any
 * order; what follows from them is the same. What people do is done in the present and needs the permission of the host
 * page (`permit`); nothing of it is sent to the plant.
 */
export class Alarms {
  readonly #twin: Twin;
  readonly #book: AlarmBook;
  readonly #watch: AlarmWatch;
  readonly #listeners = new Listeners();
  #subscribers = 0;
  #endClock: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #view: (AlarmView & { readonly time: number; readonly moved: number }) | undefined;
  #summaries = new Map<string, AlarmSummary | undefined>();
  /** The list of which the summaries are. */
  #summarized: readonly Alarm[] | undefined;
  #told: readonly Alarm[] | undefined;

  /** Use {@link alarmsOf}: one a twin is enough. */
  constructor(twin: Twin) {
    this.#twin = twin;
    const scope = new AlarmScope(twin, twin.workshop.alarms ?? defaultAlarmSettings);
    this.#book = new AlarmBook(scope);
    books.set(twin, this.#book);
    this.#watch = new AlarmWatch(twin, scope, this.#book, () => this.#tell());
  }

  /**
   * All alarms that are not normal, shelved, suppressed ones and those out of service included: the most urgent first, of
   * these those that wait for somebody, of these the newest. The same array as long as nothing changes.
   */
  list(): readonly Alarm[] {
    return this.#now().alarms;
  }

  /** An alarm of the list by its id. */
  get(id: string): Alarm | undefined {
    this.#now();
    return this.#book.get(id)?.listed?.alarm;
  }

  /**
   * The alarms of an equipment and of all below it, in the order of the list.
   *
   * @throws {RangeError} if there is no such equipment
   */
  of(equipment: string): readonly Alarm[] {
    const { tree } = this.#twin;
    tree.get(equipment);
    return this.list().filter(
      (alarm) => alarm.equipment === equipment || tree.ancestors(alarm.equipment).includes(equipment),
    );
  }

  /** The alarms of an equipment and of all below it in short; `undefined` if none is shown. */
  worst(equipment: string): AlarmSummary | undefined {
    const { alarms } = this.#now();
    if (this.#summarized !== alarms) this.#summaries = this.#summed(alarms);
    this.#summarized = alarms;
    return this.#summaries.get(equipment);
  }

  /** Says that the alarms were seen. */
  acknowledge(ids: Iterable<string>, { comment }: { readonly comment?: string } = {}): Promise<ActResult> {
    return this.#act(ids, { kind: 'acknowledge', why: comment });
  }

  /** Ends latched alarms whose cause has gone. */
  reset(ids: Iterable<string>, { why }: { readonly why?: string } = {}): Promise<ActResult> {
    return this.#act(ids, { kind: 'reset', why });
  }

  /**
   * Puts alarms aside for a time; they come back by themselves.
   *
   * @param options - how long, in minutes, and why
   * @throws {RangeError} if the time is not above 0, or longer than the workshop file allows (by default 480 minutes)
   */
  shelve(
    ids: Iterable<string>,
    { minutes, why }: { readonly minutes: number; readonly why?: string },
  ): Promise<ActResult> {
    const longest = this.#book.scope.settings.maximumShelving / 60;
    if (!(minutes > 0 && minutes <= longest)) {
      throw new RangeError(`invalid minutes: ${minutes}, allowed: above 0, at most ${longest}`);
    }
    return this.#act(ids, { kind: 'shelve', minutes, why });
  }

  /** Takes alarms off the shelf before their time. */
  unshelve(ids: Iterable<string>, { why }: { readonly why?: string } = {}): Promise<ActResult> {
    return this.#act(ids, { kind: 'unshelve', why });
  }

  /** Takes alarms out of service, for maintenance, until they are returned. */
  removeFromService(ids: Iterable<string>, { why }: { readonly why?: string } = {}): Promise<ActResult> {
    return this.#act(ids, { kind: 'removeFromService', why });
  }

  /** Returns alarms to service. */
  returnToService(ids: Iterable<string>, { why }: { readonly why?: string } = {}): Promise<ActResult> {
    return this.#act(ids, { kind: 'returnToService', why });
  }

  /** All that people did, in time order, for the host to keep. Plain JSON. */
  acts(): readonly AlarmAct[] {
    this.#find();
    return this.#book.acts();
  }

  /**
   * Gives back what people did before, e.g. after a reload. What it has already changes nothing; acts on alarms that are
   * not known yet wait for them.
   *
   * @throws {TypeError} if one of them is no act, or a shelf without an end or longer than the workshop file allows; none
   *   is taken then
   */
  restore(acts: Iterable<AlarmAct>): void {
    this.#find();
    const all = [...acts];
    for (const act of all) checkAct(act, this.#book.scope.settings.maximumShelving);
    const known = new Set(this.#book.acts().map((act) => JSON.stringify(act)));
    for (const act of all) if (!known.has(JSON.stringify(act))) this.#book.act(act);
    this.#tell();
  }

  /**
   * What happened in an interval, in time order, cut off at the moment of the clock.
   *
   * @throws {RangeError} if the interval runs backwards
   */
  events(interval: Interval): readonly AlarmEvent[] {
    checkInterval(interval);
    this.#find();
    const to = Math.min(interval.to, this.#twin.clock.now() + 1);
    return this.#book.log.between(interval.from, to).map(eventOf);
  }

  /** Whether more alarms come than anybody can follow, at the moment of the clock. */
  get flood(): AlarmFlood {
    this.#find();
    return floodAt(this.#book.log.entries, this.#book.scope.settings.limits, this.#twin.clock.now());
  }

  /** Grows when something is known of alarms that was not before. */
  get revision(): number {
    this.#find();
    return this.#book.revision;
  }

  /** How much was done since the beginning: observations read, entries moved in the log. For measurements. */
  get work(): { readonly observationsRead: number; readonly entriesMoved: number } {
    return { observationsRead: this.#watch.observationsRead, entriesMoved: this.#book.log.moved };
  }

  /** Calls back once a frame in which the list has changed, also by time alone; returns how to end that. */
  subscribe(listener: () => void): () => void {
    const end = this.#listeners.add(listener);
    this.#subscribers += 1;
    this.#endClock ??= this.#twin.clock.subscribe(() => this.#tell());
    this.#told ??= this.list();
    this.#wait();
    let isEnded = false;
    return () => {
      if (isEnded) return;
      isEnded = true;
      end();
      this.#subscribers -= 1;
      if (this.#subscribers > 0) return;
      clearTimeout(this.#timer);
      this.#endClock?.();
      this.#endClock = undefined;
    };
  }

  async #act(ids: Iterable<string>, wanted: WantedAct): Promise<ActResult> {
    const result = await actOn(this.#twin, this.#book, () => this.#find(), ids, wanted);
    this.#tell();
    return result;
  }

  #find(): void {
    this.#watch.find();
    this.#book.settle(this.#twin.clock.latest);
    const forgotten = this.#book.trim();
    if (forgotten !== undefined) this.#watch.forget(forgotten);
  }

  #now(): AlarmView {
    this.#find();
    const time = this.#twin.clock.now();
    // What lies ahead counts too: it says when the list has to be made again.
    const { moved } = this.#book.log;
    const before = this.#view;
    if (before && before.moved === moved && time >= before.time && time < before.until) return before;
    this.#view = { ...viewAt(this.#book, time, before?.alarms ?? []), time, moved };
    return this.#view;
  }

  #summed(alarms: readonly Alarm[]): Map<string, AlarmSummary> {
    const sums = new Map<string, AlarmSummary>();
    for (const { equipment, priority, state } of alarms) {
      if (state === 'shelved' || state === 'suppressedByDesign' || state === 'outOfService') continue;
      for (const id of [equipment, ...this.#twin.tree.ancestors(equipment)]) {
        const sum = sums.get(id);
        sums.set(id, {
          // The list begins with the most urgent.
          priority: sum?.priority ?? priority,
          unacknowledged: (sum?.unacknowledged ?? 0) + (/nacknowledged$/.test(state) ? 1 : 0),
          count: (sum?.count ?? 0) + 1,
        });
      }
    }
    return sums;
  }

  #tell(): void {
    if (this.#subscribers === 0) return;
    const alarms = this.list();
    if (alarms !== this.#told) {
      this.#told = alarms;
      this.#listeners.tell();
    }
    this.#wait();
  }

  /** Wakes when time alone will change something: a delay or a shelf ends. */
  #wait(): void {
    clearTimeout(this.#timer);
    const { clock } = this.#twin;
    const until = this.#view?.until ?? Infinity;
    if (this.#subscribers === 0 || clock.speed === 0 || until === Infinity) return;
    const wait = (until - clock.now()) / clock.speed;
    this.#timer = setTimeout(() => this.#tell(), Math.min(Math.max(wait, shortestWait), longestWait));
  }
}

const ofTwins = new WeakMap<Twin, Alarms>();
const books = new WeakMap<Twin, AlarmBook>();

/** The alarms of a twin; made when they are asked for first, and nothing of it runs before. */
export function alarmsOf(twin: Twin): Alarms {
  let alarms = ofTwins.get(twin);
  if (!alarms) ofTwins.set(twin, (alarms = new Alarms(twin)));
  return alarms;
}

/** What happened to the alarms of a twin until now, for figures. */
export function bookOf(twin: Twin): AlarmBook {
  void alarmsOf(twin).revision;
  return books.get(twin) as AlarmBook;
}

function eventOf(entry: AlarmEntry): AlarmEvent {
  const { track, time, trigger, state, annunciated, act } = entry;
  return {
    time,
    alarm: track.id,
    equipment: track.equipment,
    trigger,
    state,
    priority: priorityOf(entry),
    annunciated,
    ...(act && { who: act.who }),
    ...(act?.why && { why: act.why }),
  };
}
