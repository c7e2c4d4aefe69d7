import { textIn, type Twin } from '@twinfloor/core';
import type { Alarm } from '@twinfloor/core/alarms';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { alarmMark, type MarkLook } from '../internal/alarm-mark.js';
import { equipmentName, messageOf } from '../internal/alarm-words.js';
import { type GroupRow, isReturned, isWaiting, viewOf } from './alarm-rows.js';

const halfDay = 43_200_000;

/** What all rows need to know. */
export interface RowView {
  readonly twin: Twin;
  readonly language: Language;
  readonly now: number;
  /** Ids of the alarms with which a trouble began that raised others too. */
  readonly leading: ReadonlySet<string>;
}

/** How one row stands. */
export interface RowPlace {
  /** Its place from the top. */
  readonly index: number;
  /** Whether Tab leads to it. */
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** Whether its machine is the selected one of the twin. */
  readonly isOfSelection: boolean;
}

/** The time of day, with the day where it is not of today. */
export function timeOf(at: number | undefined, { twin, language, now }: RowView): string {
  if (at === undefined) return language.terms.none;
  const { formats } = language;
  const { timeZone } = twin.workshop;
  return Math.abs(now - at) < halfDay ? formats.time(at, timeZone) : formats.dateTime(at, timeZone);
}

/** The same with seconds, where the day is of today: in a flood all else is equal. */
export function exactTimeOf(at: number | undefined, view: RowView): string {
  const { twin, language, now } = view;
  if (at === undefined || Math.abs(now - at) >= halfDay) return timeOf(at, view);
  return language.formats.timeWithSeconds(at, twin.workshop.timeZone);
}

/** How the shape of an alarm looks. */
export function lookOf(alarm: Alarm): MarkLook {
  if (isReturned(alarm) || viewOf(alarm) !== 'active') return 'gone';
  return isWaiting(alarm) ? 'filled' : 'outline';
}

/** What is to be known of how an alarm behaves, in words. */
export function remarksOf(alarm: Alarm, { leading, language: { terms, formats } }: RowView): string[] {
  return [
    leading.has(alarm.id) ? terms.alarmFirstOut : '',
    alarm.occurrences > 1 ? terms.alarmTimes(formats.number(alarm.occurrences)) : '',
    alarm.isChattering ? terms.alarmChattering : '',
    alarm.isFleeting ? terms.alarmFleeting : '',
    alarm.isStale ? terms.alarmStanding : '',
    alarm.isKnown ? '' : terms.alarmNotKnown,
  ].filter(Boolean);
}

/** One alarm. */
export function alarmRow(view: RowView, alarm: Alarm, place: RowPlace): TemplateResult {
  const { twin, language, now } = view;
  const { terms, formats, tag } = language;
  const { index, isActive, isSelected, isOfSelection } = place;
  const { raisedAt, state, priority, code, shelvedUntil } = alarm;
  const message = messageOf(twin, alarm, tag);
  const name = equipmentName(twin, alarm, tag);
  const age = raisedAt === undefined ? terms.none : formats.duration(Math.max(0, now - raisedAt));
  const remarks = remarksOf(alarm, view);
  const word =
    shelvedUntil === undefined
      ? terms.alarmStates[state]
      : `${terms.alarmStates[state]} ${terms.alarmUntil(timeOf(shelvedUntil, view))}`;
  const looks = [
    'row',
    isWaiting(alarm) && 'waiting',
    isReturned(alarm) && 'returned',
    isOfSelection && 'chosen',
    !alarm.isKnown && 'away',
  ];
  return html`<div
    class=${looks.filter(Boolean).join(' ')}
    part="row"
    role="row"
    data-index=${index}
    aria-rowindex=${index + 2}
    aria-selected=${isSelected ? 'true' : 'false'}
    aria-label=${terms.alarmSentence(terms.alarmPriorities[priority], name, [message, ...remarks].join(', '), word, age)}
    tabindex=${isActive ? 0 : -1}
    ${properties({ '--_index': index })}
  >
    <span class="check" role="gridcell"><span class="box"></span></span>
    <span class="priority" role="gridcell"
      >${alarmMark(priority, lookOf(alarm))}<span class="priority-word"
        >${terms.alarmPriorities[priority]}</span
      ></span
    >
    <span class="time" role="gridcell">${timeOf(raisedAt, view)}</span>
    <span class="equipment" role="gridcell">${name}</span>
    <span class="alarm" role="gridcell"
      ><span class="words ${alarm.isKnown ? '' : 'stale'}">${message}</span>${
        code && code !== message ? html`<span class="code">${code}</span>` : nothing
      }${remarks.map((remark) => html`<span class="remark">${remark}</span>`)}</span
    >
    <span class="state" role="gridcell">${shelvedUntil === undefined ? nothing : shelfMark()}${word}</span>
    <span class="age" role="gridcell">${age}</span>
  </div>`;
}

/** The line above alarms that belong together. */
export function groupRow({ twin, language }: RowView, row: GroupRow, index: number): TemplateResult {
  const { terms, formats, tag } = language;
  const { count, unacknowledged, priority, equipment } = row;
  const name =
    priority === undefined
      ? textIn(twin.tree.get(equipment as string).name, tag)
      : terms.alarmPriorities[priority];
  return html`<div
    class="row group"
    role="row"
    aria-rowindex=${index + 2}
    ${properties({ '--_index': index })}
  >
    <span role="gridcell"
      >${priority ? alarmMark(priority, 'outline', 16) : nothing}<b>${name}</b>
      <span class="quiet"
        >${terms.alarmGroupCount(formats.number(count), formats.number(unacknowledged))}</span
      ></span
    >
  </div>`;
}

/** A clock: what is shelved comes back by itself. It is silent for screen readers: the word stands beside it. */
function shelfMark(): TemplateResult {
  return svg`<svg class="shelf" width="14" height="14" viewBox="0 0 24 24" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2.5" d="M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 6.5V12l4 3"></path></svg>` as TemplateResult;
}
