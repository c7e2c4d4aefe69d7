import { type Alarm, alarmPriorities } from '@twinfloor/core/alarms';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import type { AlarmListView, TwinAlarmList } from './alarm-list.js';
import { alarmMark } from '../internal/alarm-mark.js';
import { viewOf } from './alarm-rows.js';

/** The views of a list, in order. */
export const views: readonly AlarmListView[] = ['active', 'shelved', 'suppressed', 'outOfService'];

/** Counts of a list before any filter. */
export interface AlarmCounts {
  readonly views: Readonly<Record<AlarmListView, number>>;
  /** Of the view that is shown. */
  readonly priorities: Readonly<Record<(typeof alarmPriorities)[number], number>>;
}

/** How many alarms are in each view, and in the one that is shown of each priority. */
export function countsOf(alarms: readonly Alarm[], view: AlarmListView): AlarmCounts {
  const counts = {
    views: { active: 0, shelved: 0, suppressed: 0, outOfService: 0 },
    priorities: { critical: 0, high: 0, medium: 0, low: 0 },
  };
  for (const alarm of alarms) {
    const own = viewOf(alarm);
    counts.views[own] += 1;
    if (own === view) counts.priorities[alarm.priority] += 1;
  }
  return counts;
}

/** Active, shelved, suppressed, out of service, each with its count. */
export function viewButtons(
  host: TwinAlarmList,
  counts: AlarmCounts,
  { terms, formats }: Language,
): TemplateResult {
  return html`<div class="views" part="views" role="group" aria-label=${terms.alarmViewsTitle}>
    ${views.map(
      (view) =>
        html`<button
          class="view"
          aria-pressed=${view === host.view ? 'true' : 'false'}
          @click=${() => (host.view = view)}
        >
          ${terms.alarmViews[view]} <span class="count">${formats.number(counts.views[view])}</span>
        </button>`,
    )}
  </div>`;
}

/** Search, priorities, state, order and groups. */
export function alarmTools(host: TwinAlarmList, counts: AlarmCounts, language: Language): TemplateResult {
  const { terms } = language;
  return html`<div class="tools" part="tools">
    <input
      class="search"
      type="search"
      aria-label=${terms.alarmSearch}
      placeholder=${terms.alarmSearch}
      .value=${host.filter}
      @input=${(event: Event) => (host.filter = (event.target as HTMLInputElement).value)}
    />
    ${priorityButtons(host, counts, language)}
    ${
      host.view === 'active'
        ? choice(terms.alarmFilterState, terms.alarmFilterStates, host.state, (value) => (host.state = value))
        : nothing
    }
    ${choice(terms.alarmOrder, terms.alarmOrders, host.order, (value) => (host.order = value))}
    ${choice(terms.alarmGroup, terms.alarmGroups, host.group, (value) => (host.group = value))}
  </div>`;
}

function priorityButtons(
  host: TwinAlarmList,
  { priorities }: AlarmCounts,
  { terms, formats }: Language,
): TemplateResult {
  const chosen = new Set(host.priority.split(/\s+/).filter(Boolean));
  const toggle = (priority: (typeof alarmPriorities)[number]) => () => {
    if (!chosen.delete(priority)) chosen.add(priority);
    host.priority = alarmPriorities.filter((one) => chosen.has(one)).join(' ');
  };
  return html`<div class="priorities" role="group" aria-label=${terms.alarmColumns.priority}>
    ${alarmPriorities.map((priority) => {
      const count = formats.number(priorities[priority]);
      return html`<button
        class="priority-filter"
        aria-pressed=${chosen.has(priority) ? 'true' : 'false'}
        aria-label=${terms.alarmOnly(terms.alarmPriorities[priority], count)}
        title=${terms.alarmPriorities[priority]}
        @click=${toggle(priority)}
      >
        ${alarmMark(priority, 'outline', 16)}<span class="priority-word"
          >${terms.alarmPriorities[priority]}</span
        >
        <span class="count">${count}</span>
      </button>`;
    })}
  </div>`;
}

function choice<Value extends string>(
  label: string,
  words: Readonly<Record<Value, string>>,
  value: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<label class="choice"
    ><span class="caption">${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}>
      ${Object.entries<string>(words).map(
        ([key, word]) => html`<option .value=${key} ?selected=${key === value}>${word}</option>`,
      )}
    </select></label
  >`;
}
