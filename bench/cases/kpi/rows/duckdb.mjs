import { DuckDBInstance } from '@duckdb/node-api';
import { cycle } from '../events.mjs';

const query = (to) => `
with durations as (
  select machine, time, state, made, good,
    coalesce(lead(time) over (partition by machine order by time), ${to}) - time as duration
  from events
), machines as (
  select sum(case when state = 0 then duration else 0 end) as running, ${to} - min(time) as known,
    sum(made)::double as made, sum(good)::double as good
  from durations group by machine
)
select avg(running / known), avg(made * ${cycle} / running), avg(good / made),
  avg((running / known) * (made * ${cycle} / running) * (good / made))
from machines`;

async function opened(threads) {
  const database = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await database.connect();
  await connection.run(
    'create table events(machine integer, time double, state tinyint, made integer, good integer)',
  );
  return connection;
}

async function load(connection, { count, machine, time, state, made, good }) {
  const appender = await connection.createAppender('events');
  for (let index = 0; index < count; index++) {
    appender.appendInteger(machine[index]);
    appender.appendDouble(time[index]);
    appender.appendTinyInt(state[index]);
    appender.appendInteger(made[index]);
    appender.appendInteger(good[index]);
    appender.endRow();
  }
  appender.closeSync();
}

async function ask(connection, to) {
  const rows = (await connection.runAndReadAll(query(to))).getRows();
  const [availability, performance, quality, oee] = rows[0].map(Number);
  return { oee, availability, performance, quality };
}

/** The events are in the table, only the query is timed. */
export async function duckdb(events, threads) {
  const connection = await opened(threads);
  await load(connection, events);
  return {
    warm: 3,
    calls: 7,
    threads,
    run: () => ask(connection, events.to),
    close: () => connection.closeSync(),
  };
}

/** Filling the table and the query are timed. */
export async function duckdbWithLoad(events) {
  const connection = await opened(2);
  return {
    warm: 1,
    calls: 3,
    setup: () => connection.run('delete from events'),
    async run() {
      await load(connection, events);
      return ask(connection, events.to);
    },
    close: () => connection.closeSync(),
  };
}
