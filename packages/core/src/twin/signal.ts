import type { SignalDefinition } from '../model/signal.js';
import { ConditionSeries } from '../series/condition-series.js';
import { CounterSeries } from '../series/counter-series.js';
import { NumberSeries } from '../series/number-series.js';
import type { Series } from '../series/series.js';
import { StateSeries } from '../series/state-series.js';
import { TextSeries } from '../series/text-series.js';
import type { Connection } from './connection.js';
import type { Subscription } from './subscriptions.js';

/** The series that keeps the observations of a signal, by its kind. */
export interface SeriesByKind {
  readonly state: StateSeries;
  readonly counter: CounterSeries;
  readonly number: NumberSeries;
  readonly text: TextSeries;
  readonly condition: ConditionSeries;
}

/** One signal of one equipment, with all that was observed of it. */
export class Signal {
  /** Position in the list of the twin's signals; what batches carry. */
  readonly handle: number;
  /** `equipment/signal` */
  readonly address: string;
  readonly equipment: string;
  readonly definition: SignalDefinition;
  readonly series: Series;
  /** The connection that feeds it, when one said so. */
  connection: Connection | undefined;
  /** Who wants to be told of changes. */
  readonly subscriptions = new Set<Subscription>();
  /** Whether it is on the list of what changed in this frame. */
  changed = false;

  constructor(handle: number, address: string, equipment: string, definition: SignalDefinition) {
    this.handle = handle;
    this.address = address;
    this.equipment = equipment;
    this.definition = definition;
    this.series = newSeries(definition);
  }
}

function newSeries(definition: SignalDefinition): Series {
  switch (definition.kind) {
    case 'state':
      return new StateSeries();
    case 'counter':
      return new CounterSeries(definition);
    case 'number':
      return new NumberSeries();
    case 'text':
      return new TextSeries();
    case 'condition':
      return new ConditionSeries();
  }
}
