import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { figuresAlone } from './internal/figures-alone.mjs';

describe('a figure imported alone', async () => {
  const figures = new Map((await figuresAlone()).map((figure) => [figure.name, figure]));

  it('OEE costs at most 2 kB and brings no control chart', () => {
    const { gzip, inputs } = figures.get('oee');
    assert.ok(gzip <= 2048, `${gzip} B`);
    assert.deepEqual(
      inputs.filter((path) => path.includes('/kpi/quality/')),
      [],
    );
  });

  it('a control chart brings no OEE', () => {
    const { family, inputs } = figures.get('variablesChart');
    assert.equal(family, 'quality');
    assert.ok(inputs.some((path) => path.includes('/kpi/quality/')));
    assert.ok(!inputs.some((path) => path.includes('/kpi/oee/')));
  });
});
