import type { ConnectorFactory } from '@twinfloor/core';
import { HistoryConnector } from './connector.js';
import type { Historian } from './historian.js';
import { HttpHistorian } from './http-historian.js';
import { historySettings, historySpan } from './settings.js';

export type { Historian, HistoryPage, HistoryQuestion } from './historian.js';

/**
 * Asks a historian over HTTP what was before the page was opened. Settings:
 *
 * - `url`, `body`, `bodyType`: the question, with `{from}`, `{to}`, `{source}`, `{cursor}` … in it
 * - `format`: `json` (with `payload` and `next`), `influxdb`, `prometheus`
 * - `past`, `step`: how far back, and how much at once
 *
 * `from` of a binding takes the place of `{source}`.
 */
export const history: ConnectorFactory = (entry) => {
  const settings = historySettings(entry);
  return new HistoryConnector(entry, settings, new HttpHistorian(entry, settings));
};

/** The same for a historian of your own. Settings: `past`, `step`. */
export function historyFrom(historian: Historian): ConnectorFactory {
  return (entry) => new HistoryConnector(entry, historySpan(entry), historian);
}
