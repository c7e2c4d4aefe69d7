import { textIn } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import { stateGlyph } from '../internal/state-glyph.js';
import { sinceWords } from '../charts/since.js';
import { rowReadout, runningShare } from './timeline-readout.js';
import { rowData, type TimelineRow } from './timeline-rows.js';
import type { TimelineScene } from './timeline-view.js';

/** What a row of words beside the bars shows. */
export interface RowView extends TimelineScene {
  readonly row: TimelineRow;
  readonly index: number;
  /** The moment that the row answers for. */
  readonly time: number;
  /** Whether the keys act on this row. */
  readonly isActive: boolean;
  /** Whether it is the only row with words, because there is no room for more. */
  readonly isAlone: boolean;
  readonly select: () => void;
}

/** Name and read-out of one machine as a row of the grid. */
export function timelineRow(view: RowView): TemplateResult {
  const { twin, rows, row, index, time, axis, language, alarms, isActive, isAlone, select } = view;
  const { terms, formats } = language;
  const readout = rowReadout(twin, row.id, time, language);
  const running = runningShare(rowData(twin, row.id), axis, twin.clock.now());
  const marks = [row.beginsGroup && 'group', isActive && 'active', isAlone && 'alone'];
  return html`<div
    id=${`row-${index}`}
    class=${['row', ...marks].filter(Boolean).join(' ')}
    part="row"
    role="row"
    aria-rowindex=${index + 2}
    aria-selected=${twin.selection.equipment === row.id ? 'true' : 'false'}
    @click=${select}
  >
    <span class="name" role="rowheader"
      >${alarms?.alarmSign(twin, row.id, time, language) ?? nothing}${textIn(twin.tree.get(row.id).name, language.tag)}</span
    >
    <span
      class=${rows.hasLabels ? 'state two-lines' : 'state'}
      role="gridcell"
      data-state=${readout?.state ?? 'offline'}
      >${
        readout
          ? html`${stateGlyph(readout.state, 12)}<span>${readout.word}</span>${
                readout.reason ? html`<span class="why">${readout.reason}</span>` : nothing
              }<span class="why since"
                >${
                  rows.hasLabels && !readout.isStale
                    ? sinceWords(readout.since, time, twin.workshop.timeZone, language)
                    : readout.duration
                }</span
              >${readout.comment ? html`<span class="why">${readout.comment}</span>` : nothing}`
          : terms.none
      }</span
    >
    <span class=${`share${running.isUncertain ? ' uncertain' : ''}`} role="gridcell"
      >${running.share === undefined ? terms.none : formats.number(running.share * 100, 1)}</span
    >
  </div>`;
}
