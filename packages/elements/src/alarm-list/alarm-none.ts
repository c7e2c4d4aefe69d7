import { textIn, type Twin } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import type { TwinAlarmList } from './alarm-list.js';

/**
 * What stands in the place of rows where there are none; nothing where it was said already why alarms may be missing.
 *
 * @param doubt - that
 */
export function noAlarms(
  host: TwinAlarmList,
  twin: Twin,
  doubt: string | undefined,
  language: Language,
): TemplateResult | typeof nothing {
  const { view, priority, state, filter } = host;
  const { terms } = language;
  if (priority || filter || (state !== 'all' && view === 'active')) {
    const clear = () => Object.assign(host, { priority: '', filter: '', state: 'all' });
    return html`<p class="message quiet">
      ${terms.alarmNoMatch} <button class="verb" @click=${clear}>${terms.alarmClear}</button>
    </p>`;
  }
  if (doubt !== undefined) return nothing;
  const isHeard =
    twin.connections.length > 0 ||
    twin.workshop.equipment.some(({ id }) => twin.seriesOf(id, 'conditions', 'condition'));
  return html`<p class="message quiet">
    ${view === 'active' && !isHeard ? terms.noData : terms.alarmNoneIn[view]}
  </p>`;
}

/**
 * Why alarms may be missing, and none is no good news: a source is lost, or machines have fallen silent.
 *
 * @param equipment - whose alarms are listed; empty: all
 * @returns a sentence; `undefined` if all is heard
 */
export function doubtOf(
  twin: Twin,
  equipment: string,
  { terms, formats, tag }: Language,
): string | undefined {
  const lost = twin.connections.filter(
    ({ status }) => status.state === 'waiting' || status.state === 'failed',
  );
  if (lost.length > 0) {
    const names = lost.map(({ settings: { name, id } }) => (name === undefined ? id : textIn(name, tag)));
    return terms.alarmSourceLost(names.join(', '));
  }
  const reporting = twin.workshop.equipment.filter(
    ({ id }) =>
      (equipment === '' || id === equipment || twin.tree.ancestors(id).includes(equipment)) &&
      twin.seriesOf(id, 'conditions', 'condition'),
  );
  const now = twin.clock.now();
  const silent = reporting.filter(({ id }) => twin.knownUntil(id, 'conditions') < now);
  return silent.length > 0 ? terms.alarmMachinesSilent(formats.number(silent.length)) : undefined;
}
