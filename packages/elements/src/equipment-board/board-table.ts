import { textIn, type Twin } from '@twinfloor/core';
import { html, type TemplateResult } from 'lit';
import { dataTable, type TableData } from '../charts/data-table.js';
import { notice } from '../charts/notice.js';
import type { TwinController } from '../controllers/twin-controller.js';
import { currentState } from '../internal/current-state.js';
import type { Language } from '../internal/language.js';

export { dataTableStyles } from '../charts/data-table.styles.js';
export { render } from 'lit';

/** The table behind a board, with the button that opens it. */
export function boardTable(
  twin: Twin,
  ids: readonly string[],
  language: Language,
  alarmOf: (id: string) => string,
  open: boolean,
  toggle: () => void,
): TemplateResult {
  const { terms, formats, tag } = language;
  const data = (): TableData => {
    const now = twin.clock.now();
    const rows = ids.map((id) => {
      const { name, parent } = twin.tree.get(id);
      const { state, since } = currentState(twin, id, now);
      return [
        textIn(name, tag),
        parent === undefined ? '' : textIn(twin.tree.get(parent).name, tag),
        [terms.states[state], alarmOf(id)].filter(Boolean).join(terms.pause),
        since === undefined ? terms.none : formats.dateTime(since, twin.workshop.timeZone),
      ];
    });
    return {
      caption: terms.boardTitle,
      columns: [terms.boardMachine, terms.boardGroup, terms.state, terms.boardSince],
      words: [1, 2],
      rows,
    };
  };
  return dataTable(open ? terms.hideTable : terms.showTable, open, toggle, data);
}

/** Why there is no board, in words. */
export function boardNotice(scope: TwinController, equipment: string, isLocked: boolean): TemplateResult {
  const { terms, loading } = scope;
  if (isLocked) return html`<p class="quiet">${terms.noPermission}</p>`;
  if (loading) return html`<div class="bones" role="status" aria-label=${terms.loading}></div>`;
  return html`<p class="quiet">${notice(scope, equipment) ?? terms.noMachines}</p>`;
}
