import { faultsOf, growthOf, inOrder, length, segmentsOf } from './oracle.mjs';

/** What connectors handed over, by the address of the signal: rows in order of arrival. */
export function rowsOf(events) {
  const rows = new Map();
  events.forEach((event, at) => {
    for (const [address, told, value] of event.rows ?? []) {
      if (!rows.has(address)) rows.set(address, []);
      rows.get(address).push({ told, value, at });
    }
  });
  return rows;
}

/** Compares what a page knows of a machine, to the millisecond and the piece, with the rows that were handed over. */
export function wronglyKept(known, rows, begin, end) {
  const problems = [];
  const of = (name) => inOrder(rows.get(`${known.id}/${name}`) ?? []).filter(({ told }) => told <= end);
  const same = (what, found, expected) => {
    const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
    if (one === other) return;
    const at = [...one].findIndex((letter, index) => letter !== other[index]);
    problems.push(
      `${what}: …${one.slice(Math.max(0, at - 90), at + 90)}, expected …${other.slice(Math.max(0, at - 90), at + 90)}`,
    );
  };
  const segments = segmentsOf(of('state'), begin, end);
  same(
    'states',
    segmentsOf(
      known.segments.map(({ from, state }) => ({ told: from, value: state })),
      begin,
      end,
    ),
    segments,
  );
  const unknown = length(segments.filter(({ state }) => state === 'unknown'));
  same('time in all states', Math.round(known.times.reduce((sum, each) => sum + each, 0)), end - begin);
  same('time covered', Math.round(known.covered), Math.round(end - begin - unknown));
  same('pieces', known.produced, growthOf(of('producedCount')));
  const energy = growthOf(of('energy'));
  if (!(Math.abs(known.energy - energy) < 1e-6)) problems.push(`energy: ${known.energy}, expected ${energy}`);
  same('faults', known.faults, faultsOf(of('conditions')));
  same(
    'power',
    known.samples,
    of('power').flatMap(({ told, value }) => (value === null ? [] : [[told, value]])),
  );
  return problems;
}
