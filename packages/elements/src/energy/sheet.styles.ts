import { css } from 'lit';

/** The looks of what is shown, loaded with it. */
export const sheetStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
  }
  .verb {
    text-decoration-color: var(--twin-color-line-regular);
    text-decoration-thickness: 1px;
    font-weight: inherit;
    text-align: start;
  }
  .rows {
    width: 100%;
    border-collapse: collapse;
  }
  .rows thead > * > * {
    height: 24px;
    padding: 0;
    font: var(--twin-text-page-caption);
    color: var(--twin-color-text-secondary);
  }
  .rows th,
  .rows td {
    padding: 0;
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  .rows tbody th {
    text-align: start;
    white-space: normal;
  }
  .rows tbody > * > * {
    height: 32px;
    border-block-start: 1px solid var(--twin-color-line-hair);
  }
  .rows tbody > :last-child > * {
    border-block-end: 1px solid var(--twin-color-line-hair);
  }
  .rows .value {
    font: var(--twin-text-page-value-small);
    font-variant-numeric: inherit;
  }
  .rows .unit-of {
    padding-inline-start: 6px;
    text-align: start;
  }
  .rows .opened {
    border: 0;
    text-align: start;
    white-space: normal;
  }
  .rows .value,
  .rows .change {
    direction: ltr;
    unicode-bidi: isolate;
  }
  :host(:dir(rtl)) .rows :is(.value, .change) {
    text-align: left;
  }
  .remark {
    margin-block-start: 8px;
    max-width: 60ch;
  }

  section {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 12px;
    margin-block-start: 20px;
  }
  section > :nth-child(n + 3) {
    flex: 1 0 100%;
  }
  .bar,
  .strip,
  .columns {
    display: flex;
    direction: ltr;
  }
  .bar {
    height: 10px;
    margin-block: 6px;
  }
  .bar > i,
  .strip > i {
    flex: var(--_share) 1 0;
    background: var(--_band);
  }
  .bar > * + *,
  .strip > * + * {
    margin-inline-start: 1px;
  }
  [data-band='sharp'] {
    --_band: var(--twin-color-tariff-sharp);
  }
  [data-band='peak'] {
    --_band: var(--twin-color-tariff-peak);
  }
  [data-band='flat'] {
    --_band: var(--twin-color-tariff-flat);
  }
  [data-band='valley'] {
    --_band: var(--twin-color-tariff-valley);
  }
  [data-band='deepValley'] {
    --_band: var(--twin-color-tariff-deepValley);
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    list-style: none;
  }
  ul.bands {
    flex-wrap: nowrap;
    direction: ltr;
    gap: 1px;
  }
  .bands > li {
    flex: var(--_share) 1 0;
    min-width: max-content;
    padding-inline-end: 12px;
  }
  .bands b {
    font-weight: 400;
    color: var(--twin-color-text-primary);
  }
  .bands > li > span {
    display: block;
    font: var(--twin-text-page-label);
    font-variant-numeric: inherit;
    color: var(--twin-color-text-secondary);
  }
  ul.states > li {
    white-space: nowrap;
  }
  .states svg {
    display: inline-block;
    margin-inline-end: 6px;
    vertical-align: -1px;
    color: var(--_state);
  }

  /* The forms of the states at one height. */
  .bar.states {
    align-items: center;
    height: 20px;
  }
  .states > i {
    height: 16px;
    background: var(--_state);
  }
  .bar > [data-state='setup'] {
    background: repeating-linear-gradient(-45deg, var(--_state) 0 2.3px, var(--_wash) 2.3px 5px);
  }
  .bar > [data-state='idle'] {
    background: none;
    border: 1.2px solid var(--_state);
  }
  .bar > [data-state='starved'] {
    background: var(--_wash);
    border-block: 2px solid var(--_state);
  }
  .bar > [data-state='blocked'] {
    background: linear-gradient(var(--_state) 44%, var(--twin-color-surface) 44% 56%, var(--_state) 56%);
  }
  .bar > [data-state='fault'] {
    height: 20px;
  }
  .bar > [data-state='maintenance'] {
    background: repeating-linear-gradient(90deg, var(--_state) 0 1.8px, var(--_wash) 1.8px 4px);
  }
  .bar > [data-state='plannedStop'] {
    background: color-mix(in srgb, var(--_state) 45%, transparent);
  }
  .bar > [data-state='offline'] {
    background: none;
    border-block: 1px dotted var(--_state);
  }

  .columns {
    height: 150px;
    margin-block-start: 14px;
    border-block-end: 1px solid var(--twin-color-line-strong);
  }
  /* Room for the times below. */
  .columns:not(:has(+ .strip)),
  .strip {
    margin-block-end: 22px;
  }
  .column {
    position: relative;
    flex: var(--_width) 1 0;
    min-width: 0;
    container-type: size;
  }
  .column > i {
    position: absolute;
    inset: auto 1px 0;
    height: calc(var(--_share) * 100%);
    background: var(--_kept);
    font-style: normal;
    text-align: center;
  }
  .open > i {
    background: color-mix(in srgb, var(--_kept) 50%, transparent);
  }
  .column > i > span {
    font: var(--twin-text-page-caption);
    font-variant-numeric: inherit;
    line-height: 22px;
  }
  .column > i > .above {
    position: absolute;
    inset: auto 0 100%;
  }
  @container (max-width: 30px) {
    .column > i > span {
      display: none;
    }
  }
  .column > u {
    position: absolute;
    inset: auto 0 calc(var(--_before) * 100%);
    border-block-start: 1.25px solid var(--twin-color-text-primary);
  }
  .column > .to-come {
    border-block-start: 1.5px dotted var(--twin-color-text-secondary);
  }
  .strip {
    height: 4px;
    margin-block-start: 2px;
  }
  .time {
    position: absolute;
    inset: calc(100% + 10px) auto auto 1px;
    font: var(--twin-text-page-caption);
    white-space: nowrap;
    color: var(--twin-color-text-secondary);
  }
  @media (forced-colors: active) {
    i,
    u {
      forced-color-adjust: none;
    }
  }
  @media print {
    i {
      print-color-adjust: exact;
    }
    .verb {
      text-decoration: none;
    }
    section {
      break-inside: avoid;
    }
  }
`;
