import { makeEvents } from './events.mjs';
import { duckdb, duckdbWithLoad } from './rows/duckdb.mjs';
import { limit, limitByDifferences, objects } from './rows/limit.mjs';
import { oursQuery, oursTwin, oursWithStore } from './rows/ours.mjs';

const rows = {
  limit,
  'limit, by differences': limitByDifferences,
  ours: oursQuery,
  'ours, through the twin': oursTwin,
  'objects and a map': objects,
  DuckDB: (events) => duckdb(events, 2),
  'DuckDB, 1 thread': (events) => duckdb(events, 1),
  'ours, storing too': oursWithStore,
  'DuckDB, loading too': duckdbWithLoad,
};

export async function prepare({ peer, count, machines }) {
  const row = await rows[peer](makeEvents(count, machines));
  const own = row.figures;
  return { ...row, figures: async (ms) => ({ nsPerEvent: (ms * 1e6) / count, ...(await own?.(ms)) }) };
}
