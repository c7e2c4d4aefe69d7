import type { ConnectorContext } from '@twinfloor/core';
import { type AgentClient, pathOf, type Query } from './agent-client.js';
import { AnswerReader, ContinuityError } from './answer-reader.js';
import type { Assets } from './assets.js';
import type { BoundItem, ItemRow } from './bound-item.js';
import type { BoundItems } from './bound-items.js';
import { AgentError, DocumentError, type DocumentHeader } from './document.js';
import { type AgentDocument, isMalformed } from './document-format.js';
import type { ProbeDevice } from './probe-document.js';
import { loadAssets } from './load-assets.js';
import type { MtconnectSettings } from './settings.js';

/**
 * What a connector knows of its agent, across connections: which instance, how far it was read, when it was heard.
 * Each call of `follow` is one connection.
 */
export class AgentSession {
  /** Whether all that the agent has was read since the connection began. */
  hasCaughtUp = false;
  readonly #context: ConnectorContext;
  readonly #client: AgentClient;
  readonly #settings: MtconnectSettings;
  readonly #items: BoundItems;
  readonly #answers: AnswerReader;
  #assets: Assets | undefined;
  #isProbed = false;
  #usesPath = true;
  #streams: boolean;
  /** The sequence number to go on with. */
  #next: number | undefined;
  /** The agent's time when all that it knew had been read; `undefined` while catching up. */
  #heardAt: number | undefined;
  /** When the source was lost, in its own time. */
  #gap: number | undefined;
  /** Observations to ask for at once. */
  #count: number;
  #stop = new AbortController();

  constructor(
    context: ConnectorContext,
    client: AgentClient,
    settings: MtconnectSettings,
    items: BoundItems,
  ) {
    this.#context = context;
    this.#client = client;
    this.#settings = settings;
    this.#items = items;
    this.#answers = new AnswerReader(context, items);
    this.#streams = settings.streaming;
    this.#count = settings.count;
  }

  /**
   * Connects and follows the agent until the connection is lost or has to end.
   *
   * @param onLive - called when all that the agent has was read
   * @throws whatever ended it
   */
  async follow(onLive: () => void): Promise<void> {
    this.hasCaughtUp = false;
    this.#answers.onOther = undefined;
    if (!this.#isProbed) await this.#probe();
    if (this.#context.signal.aborted) return;
    let [header, rows] = await this.#current(this.#wanted());
    if (this.#answers.instanceId !== undefined && header.instanceId !== this.#answers.instanceId) {
      await this.#probe();
      [header, rows] = await this.#current(this.#wanted());
    }
    // What is malformed again and again is stepped over.
    if (this.#answers.malformedCount < 2 && this.#continues(header)) {
      const fetched = this.#items.all.filter(({ isFetched }) => isFetched);
      // First all that was missed: some of it may have happened just before the gap and was told after it began.
      await this.#read(fetched, this.#next!, header.nextSequence!, this.#goOn);
      for (const item of fetched) item.explain();
    } else {
      this.#answers.instanceId = header.instanceId;
      const wanted = this.#wanted();
      for (const item of this.#items.all) {
        item.isFetched = wanted.includes(item);
        if (this.#gap !== undefined && item.isFetched) item.lose(this.#gap, true);
      }
      this.#next = header.firstSequence;
      this.#heardAt = undefined;
      const withPast = this.#settings.past || this.#gap !== undefined;
      await this.#fill(wanted, header, rows, withPast, this.#goOn);
    }
    this.#items.deliver();
    if (this.#context.signal.aborted) return;
    this.#gap = undefined;
    this.hasCaughtUp = true;
    onLive();
    const assets = this.#assets;
    void assets?.readAll();
    // Not earlier: what the past says of assets is in the answer to that.
    this.#answers.onOther = assets && ((observation) => void assets.take(observation));
    await this.#sample();
  }

  /** Says of all signals that nothing is known of them from when the agent was last heard. */
  lose(error: unknown): void {
    if (error instanceof ContinuityError) this.#answers.instanceId = undefined;
    if (error instanceof AgentError) {
      this.#isProbed = false;
      if (error.code === 'OUT_OF_RANGE') this.#answers.instanceId = undefined;
      else if (error.code === 'INVALID_XPATH') this.#usesPath = false;
    }
    this.#answers.malformedCount = isMalformed(error) ? this.#answers.malformedCount + 1 : 0;
    const time = this.#lastHeard();
    if (time === undefined) return;
    this.#gap ??= time;
    for (const item of this.#items.all) if (item.isFetched) item.lose(time, false);
    this.#items.deliver();
  }

  /** Takes up what has come to be wanted and leaves out what nobody wants any more. */
  onDemand(): void {
    // Reopening a stream costs more than looking whether it has to be.
    if (this.#items.all.some(({ isWanted, isFetched }) => isWanted !== isFetched)) this.#stop.abort();
  }

  async #probe(): Promise<void> {
    let devices: readonly ProbeDevice[] | undefined;
    await this.#client.ask('probe', {}, ({ text, format }) => {
      ({ devices } = format.readProbe(text, this.#answers.refuse));
    });
    // Told to end while asking.
    if (!devices) return;
    await this.#items.find(devices);
    this.#assets = await loadAssets(this.#context, this.#client, devices, this.#items.bindings);
    this.#isProbed = true;
    // The data items are others now, and nothing has been read of them.
    this.#answers.instanceId = undefined;
  }

  /** Follows what is new, as a stream or by asking again and again. */
  async #sample(): Promise<void> {
    const { interval, heartbeat } = this.#settings;
    const { signal } = this.#context;
    while (!signal.aborted) {
      this.#stop = new AbortController();
      await this.#followDemand();
      const fetched = this.#items.all.filter(({ isFetched }) => isFetched);
      if (fetched.length === 0) await this.#demand();
      if (fetched.length === 0 || signal.aborted) continue;
      const query = { path: this.#path(fetched), from: this.#next, count: this.#count };
      let isBehind = false;
      const take = (document: AgentDocument): void => {
        const header = this.#takeSample(document);
        isBehind = header.nextSequence! <= (header.lastSequence ?? 0);
      };
      if (this.#streams) {
        // An agent that cannot stream answers once and closes.
        this.#streams = await this.#client.ask(
          'sample',
          { ...query, interval, heartbeat },
          take,
          this.#stop.signal,
        );
      } else {
        await this.#client.ask('sample', query, take);
        if (!isBehind) await this.#context.wait(interval);
      }
    }
  }

  async #followDemand(): Promise<void> {
    const time = this.#lastHeard();
    for (const item of this.#items.all) {
      if (!item.isFetched || item.isWanted || time === undefined) continue;
      item.isFetched = false;
      item.lose(time, true);
    }
    this.#items.deliver();
    const missing = this.#wanted().filter(({ isFetched }) => !isFetched);
    if (missing.length === 0) return;
    const [header, rows] = await this.#current(missing);
    this.#answers.checkInstance(header);
    this.#next ??= header.nextSequence;
    await this.#fill(missing, header, rows, this.#settings.past, () => {});
    for (const item of missing) item.isFetched = true;
  }

  /** Resolves when the demand has changed or the connector has to end. */
  async #demand(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted && !this.#context.signal.aborted)
      await this.#context.wait(this.#settings.interval);
  }

  async #current(items: readonly BoundItem[]): Promise<[DocumentHeader, ItemRow[]]> {
    let answer: [DocumentHeader, ItemRow[]] | undefined;
    await this.#client.ask('current', { path: this.#path(items) }, (document) => {
      const rows: ItemRow[] = [];
      answer = [this.#answers.read(document, rows, true), rows];
    });
    // Told to end while asking.
    return answer ?? [{} as DocumentHeader, []];
  }

  /** Reads what the agent's buffer has of some items, or if the past is not wanted what they say now. */
  async #fill(
    items: readonly BoundItem[],
    header: DocumentHeader,
    rows: ItemRow[],
    withPast: boolean,
    onPage: (header: DocumentHeader) => void,
  ): Promise<void> {
    const { firstSequence, nextSequence, bufferSize = Infinity } = header;
    // Agents refuse to be asked for more than they can hold.
    this.#count = Math.min(this.#settings.count, bufferSize);
    if (this.#context.signal.aborted) return;
    if (firstSequence === undefined || nextSequence === undefined) {
      throw new DocumentError('the header has no sequence numbers, allowed: firstSequence and nextSequence');
    }
    if (
      !withPast ||
      this.#answers.malformedCount > 1 ||
      firstSequence >= nextSequence ||
      items.length === 0
    ) {
      this.#answers.take(rows);
      onPage(header);
    } else {
      // What held before the first observation of the buffer.
      if (firstSequence > 1) await this.#ask('current', { path: this.#path(items), at: firstSequence });
      await this.#read(items, firstSequence, nextSequence, onPage);
    }
    for (const item of items) item.explain();
  }

  /** Reads what the agent has of some items between two sequence numbers, page by page. */
  async #read(
    items: readonly BoundItem[],
    first: number,
    end: number,
    onPage: (header: DocumentHeader) => void,
  ): Promise<void> {
    if (items.length === 0) return;
    const path = this.#path(items);
    for (let from = first; from < end && !this.#context.signal.aborted;) {
      const page = await this.#ask('sample', { path, from, count: this.#count });
      if (page && !(page.nextSequence! > from))
        throw new DocumentError(`nextSequence does not go on from ${from}`);
      from = page?.nextSequence ?? end;
      if (page) onPage(page);
    }
  }

  async #ask(request: 'current' | 'sample', query: Query): Promise<DocumentHeader | undefined> {
    let header: DocumentHeader | undefined;
    await this.#client.ask(request, query, (document) => {
      header = this.#answers.readAndTake(document, request === 'current');
    });
    return header;
  }

  #takeSample(document: AgentDocument): DocumentHeader {
    const header = this.#answers.readAndTake(document);
    const { firstSequence = 0, nextSequence } = header;
    if (nextSequence === undefined) throw new DocumentError('the header has no nextSequence');
    if (firstSequence > this.#next!)
      throw new ContinuityError(`the agent has nothing before ${firstSequence} any more`);
    this.#goOn(header);
    return header;
  }

  /** Remembers how far the agent was read. */
  readonly #goOn = ({ nextSequence, lastSequence = 0, creationTime }: DocumentHeader): void => {
    this.#next = nextSequence;
    this.#heardAt = nextSequence! > lastSequence ? creationTime : undefined;
  };

  /** Whether nothing is lost between what was read and what the agent has. */
  #continues({ instanceId, firstSequence = Infinity, nextSequence = 0 }: DocumentHeader): boolean {
    const next = this.#next;
    return (
      instanceId === this.#answers.instanceId &&
      next !== undefined &&
      next >= firstSequence &&
      next <= nextSequence
    );
  }

  /** The time from which nothing is known when the source is lost now; observations of that time stay. */
  #lastHeard(): number | undefined {
    const time = Math.max(this.#heardAt ?? -Infinity, this.#answers.newest + 1);
    return Number.isFinite(time) ? time : undefined;
  }

  #wanted(): BoundItem[] {
    return this.#items.all.filter(({ isWanted }) => isWanted);
  }

  #path(items: readonly BoundItem[]): string | undefined {
    if (!this.#usesPath || items.length === 0) return undefined;
    return pathOf([...items.map(({ dataItem }) => dataItem.id), ...(this.#assets?.ids ?? [])]);
  }
}
