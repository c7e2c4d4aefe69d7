import { textIn, type Twin } from '@twinfloor/core';
import { html, type TemplateResult } from 'lit';
import type { Language } from '../internal/language.js';
import type { TwinAlarmList } from './alarm-list.js';

/** What stands in the place of rows where there are none. */
export function noAlarms(host: TwinAlarmList, twin: Twin, language: Language): TemplateResult {
  const { view, priority, state, filter } = host;
  const { terms } = language;
  if (priority || filter || (state !== 'all' && view === 'active')) {
    const clear = () => Object.assign(host, { priority: '', filter: '', state: 'all' });
    return html`<p class="message quiet">
      ${terms.alarmNoMatch} <button class="verb" @click=${clear}>${terms.alarmClear}</button>
    </p>`;
  }
  const doubt = view === 'active' ? doubtOf(twin, language) : undefined;
  if (doubt) return html`<p class="message lost">${doubt}</p>`;
  return html`<p class="message quiet">${terms.alarmNoneIn[view] ?? terms.alarmNoneIn.active}</p>`;
}

/**
 * Why no alarm is no good news: a source is lost, or machines have fallen silent, or nothing was ever heard.
 *
 * @returns a sentence; `undefined` if all is heard
 */
function doubtOf(twin: Twin, { terms, formats, tag }: Language): string | undefined {
  const lost = twin.connections.filter(
    ({ status }) => status.state === 'waiting' || status.state === 'failed',
  );
  if (lost.length > 0) {
    const names = lost.map(({ settings: { name, id } }) => (name === undefined ? id : textIn(name, tag)));
    return terms.alarmNoneKnown(names.join(', '));
  }
  const reporting = twin.workshop.equipment.filter(({ id }) => twin.seriesOf(id, 'conditions', 'condition'));
  if (reporting.length === 0 && twin.connections.length === 0) return terms.noData;
  const now = twin.clock.now();
  const silent = reporting.filter(({ id }) => twin.knownUntil(id, 'conditions') < now);
  return silent.length > 0 ? terms.alarmNoneHeard(formats.number(silent.length)) : undefined;
}
