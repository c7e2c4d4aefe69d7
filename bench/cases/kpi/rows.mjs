import { makeEvents } from './events.mjs';
import { limit, limitByDifferences, objects } from './rows/limit.mjs';
import { oursQuery, oursTwin, oursWithStore } from './rows/ours.mjs';

const rows = {
  limit,
  'limit, by differences': limitByDifferences,
  ours: oursQuery,
  'ours, through the twin': oursTwin,
  'objects and a map': objects,
  DuckDB: async (events) => (await duckdb()).duckdb(events, 2),
  'DuckDB, 1 thread': async (events) => (await duckdb()).duckdb(events, 1),
  'ours, storing too': oursWithStore,
  'DuckDB, loading too': async (events) => (await duckdb()).duckdbWithLoad(events),
};

/** Loaded for its own rows only: the others need no peer. */
const duckdb = () => import('./rows/duckdb.mjs');

export async function prepare({ peer, count, machines }) {
  const row = await rows[peer](makeEvents(count, machines));
  const own = row.figures;
  return { ...row, figures: async (ms) => ({ nsPerEvent: (ms * 1e6) / count, ...(await own?.(ms)) }) };
}
