import { textIn } from '@twinfloor/core';
import type { Alarm } from '@twinfloor/core/alarms';
import { html, nothing, type TemplateResult } from 'lit';
import { type AlarmDeed, shelvingTimes } from './alarm-acts.js';
import { alarmMark } from '../internal/alarm-mark.js';
import { exactTimeOf, lookOf, remarksOf, type RowView, timeOf } from './alarm-row.js';
import { equipmentName, messageOf } from '../internal/alarm-words.js';

/** An act that waits for its reason. */
export interface OpenDeed {
  readonly deed: AlarmDeed;
  /** How long to shelve, in minutes. */
  minutes: number;
  why: string;
  isMissingWhy: boolean;
}

/** What the panel needs to know and to do. */
export interface PanelView extends RowView {
  readonly selected: readonly Alarm[];
  readonly deeds: ReadonlyMap<AlarmDeed, readonly string[]>;
  /** Why nothing can be done; `undefined` if it can. */
  readonly hindrance: string | undefined;
  readonly open: OpenDeed | undefined;
  /** What came of the last act. */
  readonly result: string;
  /** The longest that can be shelved, in minutes. */
  readonly longest: number;
  readonly begin: (deed: AlarmDeed) => void;
  readonly finish: () => void;
  readonly cancel: () => void;
  readonly changed: () => void;
}

/** What is known of the selected alarm, and what can be done about those that are selected. */
export function alarmPanel(view: PanelView): TemplateResult {
  const { selected, language, result } = view;
  const { terms, formats } = language;
  const [alarm] = selected;
  return html`<div class="panel" part="details">
    ${
      selected.length === 1
        ? title(view, alarm)
        : selected.length > 1
          ? html`<h3>${terms.alarmSelected(formats.number(selected.length))}</h3>`
          : nothing
    }
    ${selected.length === 0 ? nothing : view.open ? deedForm(view, view.open) : deedButtons(view)}
    ${result ? html`<p class="result">${result}</p>` : nothing}
    ${selected.length === 1 ? facts(view, alarm) : nothing}
  </div>`;
}

function deedButtons({ deeds, hindrance, language, begin }: PanelView): TemplateResult {
  if (hindrance !== undefined) return html`<p class="quiet">${hindrance}</p>`;
  return html`<p class="deeds">
    ${[...deeds.keys()].map(
      (deed, index) =>
        html`<button
          class="button ${index === 0 && deed === 'acknowledge' ? 'main' : ''}"
          @click=${() => begin(deed)}
        >
          ${language.terms.alarmActs[deed]}
        </button>`,
    )}
  </p>`;
}

function deedForm(
  { open, language, longest, finish, cancel, changed }: PanelView,
  deed: OpenDeed,
): TemplateResult {
  const { terms, formats } = language;
  const submit = (event: Event) => {
    event.preventDefault();
    finish();
  };
  return html`<form class="deed" novalidate @submit=${submit}>
    ${
      deed.deed === 'shelve'
        ? html`<label class="choice"
            ><span class="caption">${terms.alarmShelveFor}</span>
            <select
              id="minutes"
              @change=${(event: Event) => {
                deed.minutes = Number((event.target as HTMLSelectElement).value);
              }}
            >
              ${shelvingTimes(longest).map(
                (minutes) =>
                  html`<option .value=${String(minutes)} ?selected=${minutes === deed.minutes}>
                    ${formats.duration(minutes * 60_000)}
                  </option>`,
              )}
            </select></label
          >`
        : nothing
    }
    <label class="why"
      ><span class="caption">${terms.alarmWhy}</span>
      <input
        id="why"
        type="text"
        maxlength="500"
        autocomplete="off"
        aria-required="true"
        aria-invalid=${deed.isMissingWhy ? 'true' : 'false'}
        aria-describedby=${deed.isMissingWhy ? 'mistake' : nothing}
        .value=${open?.why ?? ''}
        @input=${(event: Event) => {
          deed.why = (event.target as HTMLInputElement).value;
          deed.isMissingWhy = false;
          changed();
        }}
    /></label>
    <button class="button main" type="submit">${terms.alarmActs[deed.deed]}</button>
    <button class="button" type="button" @click=${cancel}>${terms.alarmCancel}</button>
    ${deed.isMissingWhy ? html`<p class="mistake" id="mistake" role="alert">${terms.alarmWhyNeeded}</p>` : nothing}
  </form>`;
}

function facts(view: PanelView, alarm: Alarm): TemplateResult {
  const { twin, language } = view;
  const { terms, formats, tag } = language;
  const { acknowledgedAt, returnedAt, timeToRespond } = alarm;
  const by = (at: number | undefined, who: string | undefined, why: string | undefined) =>
    at === undefined && who === undefined
      ? undefined
      : [at === undefined ? '' : exactTimeOf(at, view), who, why].filter(Boolean).join(' · ');
  const message = messageOf(twin, alarm, tag);
  const rows: (readonly [string, string | undefined])[] = [
    [terms.alarmConsequence, alarm.consequence && textIn(alarm.consequence, tag)],
    [terms.alarmResponse, alarm.response && textIn(alarm.response, tag)],
    [
      terms.alarmRespondWithin,
      timeToRespond === undefined ? undefined : formats.duration(timeToRespond * 1000),
    ],
    [terms.alarmColumns.state, terms.alarmStates[alarm.state]],
    [terms.alarmRaised, exactTimeOf(alarm.raisedAt, view)],
    [terms.alarmReturned, returnedAt === undefined ? undefined : exactTimeOf(returnedAt, view)],
    [terms.alarmAcknowledgedBy, by(acknowledgedAt, alarm.acknowledgedBy, alarm.comment)],
    [
      terms.alarmHiddenBy,
      by(undefined, alarm.hiddenBy, alarm.hiddenWhy) &&
        [
          alarm.hiddenBy,
          alarm.hiddenWhy,
          alarm.shelvedUntil === undefined ? '' : terms.alarmUntil(timeOf(alarm.shelvedUntil, view)),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [terms.alarmOccurrences, formats.number(alarm.occurrences)],
    [terms.alarmSource, [alarm.source, alarm.key, alarm.code].filter(Boolean).join(' · ')],
    [terms.alarmColumns.message, alarm.text && alarm.text !== message ? alarm.text : undefined],
  ];
  return html`<dl>
    ${rows
      .filter(([, text]) => text)
      .map(
        ([label, text]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
  </dl>`;
}

function title(view: PanelView, alarm: Alarm): TemplateResult {
  const { twin, language } = view;
  const { terms, tag } = language;
  return html`<h3>
    ${alarmMark(alarm.priority, lookOf(alarm))}<span
      >${messageOf(twin, alarm, tag)}
      <span class="quiet">${equipmentName(twin, alarm, tag)} · ${terms.alarmPriorities[alarm.priority]}</span>
      ${remarksOf(alarm, view).map((remark) => html`<span class="remark">${remark}</span>`)}</span
    >
  </h3>`;
}
