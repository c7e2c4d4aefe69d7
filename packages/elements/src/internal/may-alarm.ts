import type { ConditionSeries, Twin } from '@twinfloor/core';

/** Twins of which it is known that they have alarms to tell. */
const alarming = new WeakSet<Twin>();
const names = new WeakMap<Twin, readonly string[]>();
/** How many reports of a series have been looked at. */
const read = new WeakMap<ConditionSeries, number>();

/**
 * Whether alarms can be told of a twin: its workshop file defines some, or one of these machines has reported that
 * something is wrong. A page asks before it loads anything of alarms. Of each series what is new is looked at.
 *
 * @param ids - of machines
 */
export function mayAlarm(twin: Twin, ids: Iterable<string>): boolean {
  if (alarming.has(twin)) return true;
  if (!twin.workshop.alarms?.definitions.length && !hasReports(twin, ids)) return false;
  alarming.add(twin);
  return true;
}

function hasReports(twin: Twin, ids: Iterable<string>): boolean {
  const conditions = conditionNames(twin);
  for (const id of ids) {
    for (const name of conditions) {
      const series = twin.seriesOf(id, name, 'condition');
      if (series && isWrong(series)) return true;
    }
  }
  return false;
}

function conditionNames(twin: Twin): readonly string[] {
  let found = names.get(twin);
  if (!found) {
    const own = twin.workshop.signals.filter(({ kind }) => kind === 'condition');
    names.set(twin, (found = [...new Set(['conditions', ...own.map(({ name }) => name)])]));
  }
  return found;
}

function isWrong(series: ConditionSeries): boolean {
  const { length } = series;
  const before = read.get(series);
  if (before === length) return false;
  read.set(series, length);
  // A late report shifts the others, so all are looked at again; sources that are well report seldom.
  for (let index = 0; index < length; index++) {
    const { level } = series.conditionAt(index);
    if (level === 'fault' || level === 'warning') return true;
  }
  return false;
}
