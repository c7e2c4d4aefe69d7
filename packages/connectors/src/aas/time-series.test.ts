import assert from 'node:assert/strict';
import { test } from 'node:test';
import { property, repository, Running, submodel } from '../testing/aas-running.js';
import type { Json } from '../testing/aas-server.js';

test('a segment is read by its times: UTC, atomic time, and seconds after its start', async () => {
  const time = (kind: string, value: string): Json => ({
    ...property('Time', value),
    semanticId: {
      keys: [{ type: 'GlobalReference', value: `https://admin-shell.io/idta/TimeSeries/${kind}/1/1` }],
    },
  });
  const collection = (idShort: string, value: Json[]): Json => ({
    modelType: 'SubmodelElementCollection',
    idShort,
    value,
  });
  const series = (kind: string, ...times: string[]): Json =>
    submodel(
      'urn:series',
      'TimeSeries',
      collection('Segments', [
        collection('InternalSegment', [
          property('StartTime', '2026-05-04T06:00:00Z'),
          collection(
            'Records',
            times.map((at, n) =>
              collection(`Record${n}`, [time(kind, at), property('Power', String(n + 1), 'xs:double')]),
            ),
          ),
        ]),
      ]),
    );
  const expected = [Date.UTC(2026, 4, 4, 6, 0, 1), Date.UTC(2026, 4, 4, 6, 0, 3, 500)];
  for (const made of [
    series('UtcTime', '2026-05-04T06:00:01Z', '2026-05-04T14:00:03.5+08:00'),
    series('TaiTime', '2026-05-04T06:00:38Z', '2026-05-04T06:00:40.5Z'),
    series('RelativePointInTime', '1', '3.5'),
    series('RelativeDuration', '1', '2.5'),
  ]) {
    const { url } = await repository({ submodels: [made] });
    const running = new Running({ url }, [{ signal: 'press-01/power', from: 'TimeSeries/Records[].Power' }]);
    await running.reached('live');
    assert.deepEqual(
      running.context.rows.map(({ time, value }) => [time, value]),
      [
        [expected[0], 1],
        [expected[1], 2],
      ],
    );
  }
});
