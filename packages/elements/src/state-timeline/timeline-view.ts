import type { Interval, Twin } from '@twinfloor/core';
import type { TimeAxis } from '../charts/time-axis.js';
import type { Zone } from '../charts/zone.js';
import type { Colours } from '../internal/colours.js';
import type { Language } from '../internal/language.js';
import type * as Alarms from './timeline-alarms.js';
import type * as Signs from './timeline-signs.js';
import type { TimelineRows } from './timeline-rows.js';

/** What shows alarms and comments. It is loaded when a machine has any. */
export type TimelineSigns = typeof Signs;

/** What tells the alarms of machines. It is loaded when there are any. */
export type TimelineAlarms = typeof Alarms;

/** Whose states a timeline shows, where and in what language. */
export interface TimelineScene {
  readonly twin: Twin;
  readonly rows: TimelineRows;
  readonly axis: TimeAxis;
  /** The whole time that can be shown; the axis shows all or a part of it. */
  readonly range: Interval;
  readonly language: Language;
  /** `undefined` without alarms, or while what tells them is being loaded. */
  readonly alarms: TimelineAlarms | undefined;
}

/** What a timeline shows at a moment. */
export interface TimelineView extends TimelineScene {
  readonly zone: Zone;
  readonly now: number;
  readonly cursor: number | undefined;
  readonly colours: Colours;
  /** How alarms and comments are shown; `undefined` while there are none, or it is being loaded. */
  readonly signs: TimelineSigns | undefined;
  /** Font family of the element. */
  readonly family: string;
}
