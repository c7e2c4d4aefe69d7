import type { ConnectorContext, Refusal } from '@twinfloor/core';
import type { ItemRow } from './bound-item.js';
import type { BoundItems } from './bound-items.js';
import type { DocumentHeader } from './document.js';
import type { StreamObservation } from './stream-observation.js';
import { type AgentDocument, isMalformed } from './document-format.js';

/** What the agent has is not the continuation of what was read: it has to be read anew. */
export class ContinuityError extends Error {
  override name = 'ContinuityError';
}

/** Reads the agent's answers and takes what they say of the bound data items. */
export class AnswerReader {
  /** The instance of the agent whose answers are taken. */
  instanceId: string | undefined;
  /** Time of the newest observation, in milliseconds; `-Infinity` before the first. */
  newest = -Infinity;
  /** Told of observations of data items that nothing is bound to. */
  onOther: ((observation: StreamObservation) => void) | undefined;
  /** How many answers in a row were not well formed. */
  malformedCount = 0;
  readonly #context: ConnectorContext;
  readonly #items: BoundItems;

  constructor(context: ConnectorContext, items: BoundItems) {
    this.#context = context;
    this.#items = items;
  }

  /**
   * Takes what a document says; of one that is not well formed what stands before the mistake.
   *
   * @param isWhole - whether it tells data sets in full, not only what changed in them
   * @throws {ContinuityError | AgentError | DocumentError | XmlError | SyntaxError}
   */
  readAndTake(document: AgentDocument, isWhole = false): DocumentHeader {
    const rows: ItemRow[] = [];
    try {
      const header = this.read(document, rows, isWhole);
      this.checkInstance(header);
      this.malformedCount = 0;
      this.take(rows);
      return header;
    } catch (error) {
      if (isMalformed(error)) this.take(rows);
      throw error;
    }
  }

  /** Reads a document into rows. @throws {AgentError | DocumentError | XmlError | SyntaxError} */
  read({ text, format }: AgentDocument, rows: ItemRow[], isWhole: boolean): DocumentHeader {
    try {
      return format.readStreams(
        text,
        (observation) => {
          const item = this.#items.get(observation.dataItemId);
          if (item) rows.push(item.row(observation, isWhole));
          else this.onOther?.(observation);
        },
        this.refuse,
      );
    } catch (error) {
      if (isMalformed(error))
        this.refuse({ place: 'document', found: error.message, allowed: 'well-formed XML or JSON' });
      throw error;
    }
  }

  /** Takes rows in the order in which they happened; documents have them by component. */
  take(rows: ItemRow[]): void {
    rows.sort((a, b) => a.time - b.time || a.sequence - b.sequence);
    for (const row of rows) {
      if (row.time > this.newest) this.newest = row.time;
      row.item.take(row);
    }
    this.#context.confirm();
    this.#items.deliver();
  }

  /** @throws {ContinuityError} if an answer is of another instance */
  checkInstance({ instanceId }: DocumentHeader): void {
    if (instanceId !== this.instanceId) throw new ContinuityError('the agent was started anew');
  }

  /** Counts what could not be used. */
  readonly refuse = (refusal: Refusal): void => {
    this.#context.refuse({ ...refusal, found: refusal.found.slice(0, 200) });
  };
}
