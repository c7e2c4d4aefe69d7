import type { Twin } from '@twinfloor/core';
import type { TimeAxis } from '../charts/time-axis.js';
import type { Zone } from '../charts/zone.js';
import type { Colours } from '../internal/colours.js';
import type { Language } from '../internal/language.js';
import type { TimelineRows } from './timeline-rows.js';

/** What a timeline shows at a moment. */
export interface TimelineView {
  readonly twin: Twin;
  readonly rows: TimelineRows;
  readonly axis: TimeAxis;
  readonly zone: Zone;
  readonly now: number;
  readonly cursor: number | undefined;
  readonly language: Language;
  readonly colours: Colours;
  /** Font family of the element. */
  readonly family: string;
}
