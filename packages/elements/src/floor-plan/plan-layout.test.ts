import { Clock, type Equipment, Twin } from '@twinfloor/core';
import { expect } from 'chai';
import { sampleNow, sampleWorkshop } from '../testing/sample-twin.js';
import { PlanCamera } from './plan-camera.js';
import { machineTowards } from './plan-keys.js';
import { planLayout, reachOf } from '../internal/plan-layout.js';

const floor = { width: 20, depth: 10, zones: [], aisles: [], views: [] };
const area = (id: string, more: Partial<Equipment> = {}): Equipment => ({
  id,
  name: id,
  level: 'area',
  floor,
  ...more,
});
const machine = (id: string, parent: string, more: Partial<Equipment> = {}): Equipment => ({
  id,
  name: id,
  parent,
  level: 'workUnit',
  type: 'press',
  ...more,
});

function twinOf(...equipment: Equipment[]): Twin {
  return new Twin({ ...sampleWorkshop(), equipment }, { clock: new Clock(() => sampleNow) });
}

const placesOf = (twin: Twin, equipment = '') =>
  planLayout(twin, equipment).machines.map(({ equipment: { id }, x, y, rotation }) => [
    id,
    Math.round(x * 100) / 100,
    Math.round(y * 100) / 100,
    rotation,
  ]);

describe('planLayout()', () => {
  it('places machines on the floor of their workshop', () => {
    const twin = twinOf(area('hall'), machine('m', 'hall', { placement: { x: 3, y: 4, rotation: 90 } }));
    expect(placesOf(twin)).to.deep.equal([['m', 3, 4, 90]]);
    expect(planLayout(twin, '').bounds).to.deep.equal({ x: 0, y: 0, width: 20, depth: 10 });
  });

  it('places a workshop on its site by its middle, and turns it with all that is in it', () => {
    const twin = twinOf(
      { id: 'site', name: 'site', level: 'site' },
      area('hall', { parent: 'site', placement: { x: 100, y: 50, rotation: 90 } }),
      machine('m', 'hall', { placement: { x: 3, y: 5 } }),
    );
    expect(placesOf(twin)).to.deep.equal([['m', 100, 43, 90]]);
  });

  it('stands workshops without a place side by side', () => {
    const twin = twinOf(
      area('one'),
      area('two'),
      machine('a', 'one', { placement: { x: 1, y: 1 } }),
      machine('b', 'two', { placement: { x: 1, y: 1 } }),
    );
    expect(placesOf(twin)).to.deep.equal([
      ['a', 1, 1, 0],
      ['b', 25, 1, 0],
    ]);
  });

  it('shows a line on the floor of its workshop, and looks at the line', () => {
    const twin = twinOf(
      area('hall'),
      { id: 'line', name: 'line', level: 'workCenter', parent: 'hall' },
      machine('a', 'line', { placement: { x: 4, y: 5, width: 2, depth: 2 } }),
      machine('b', 'hall', { placement: { x: 15, y: 5 } }),
    );
    const { machines, bounds } = planLayout(twin, 'line');
    expect(machines.length).to.equal(2);
    expect(bounds).to.deep.equal({ x: 3, y: 4, width: 2, depth: 2 });
  });

  it('stands machines without a place in rows that do not overlap, in front of all others, and counts them', () => {
    const twin = twinOf(
      area('hall'),
      machine('placed', 'hall', { placement: { x: 5, y: 5 } }),
      ...Array.from({ length: 30 }, (_, index) => machine(`m-${index}`, 'hall')),
      machine('meter', 'hall', { type: 'meter' }),
    );
    const { machines, unplaced, floors } = planLayout(twin, '');
    expect(unplaced).to.equal(30);
    expect(floors.length).to.equal(2);
    expect(machines.some(({ equipment }) => equipment.id === 'meter')).to.equal(false);
    for (const [index, one] of machines.entries()) {
      if (index > 0) expect(one.y).to.be.below(-1);
      for (const other of machines.slice(index + 1)) {
        const [a, b] = [reachOf(one), reachOf(other)];
        const isApart = Math.abs(one.x - other.x) >= a.x + b.x || Math.abs(one.y - other.y) >= a.y + b.y;
        expect(isApart, `${one.equipment.id} and ${other.equipment.id}`).to.equal(true);
      }
    }
  });
});

describe('PlanCamera', () => {
  const camera = () => {
    const made = new PlanCamera();
    made.look({ x: 0, y: 0, width: 40, depth: 20 });
    made.resize(456, 256);
    return made;
  };

  it('shows all, with what is away from the viewer at the top', () => {
    const { scale, x, y } = camera();
    expect(scale).to.equal(10);
    const one = camera();
    expect([one.x(20), one.y(10)]).to.deep.equal([228, 128]);
    expect(one.y(20)).to.be.below(one.y(0));
    expect([x, y]).to.have.length(2);
  });

  it('keeps the place under the pointer when it zooms', () => {
    const one = camera();
    const [x, y] = [one.metresX(150), one.metresY(90)];
    one.zoom(2, 150, 90);
    expect(one.x(x)).to.be.closeTo(150, 0.01);
    expect(one.y(y)).to.be.closeTo(90, 0.01);
    expect(one.isFitted).to.equal(false);
  });

  it('never shows more than all, and never loses the plan', () => {
    const one = camera();
    one.zoom(0.2);
    expect(one.scale).to.equal(10);
    one.zoom(4);
    one.pan(100_000, -100_000);
    expect(one.metresX(228)).to.equal(0);
    one.zoom(0.01);
    expect(one.isFitted).to.equal(true);
  });
});

describe('machineTowards()', () => {
  const twin = twinOf(
    area('hall'),
    ...[
      [2, 2],
      [6, 2.5],
      [10, 2],
      [6, 8],
    ].map(([x, y], index) => machine(`m-${index}`, 'hall', { placement: { x, y } })),
  );
  const { machines } = planLayout(twin, '');
  const next = (key: string, from: number) => machineTowards(key, from, machines, (one) => one);

  it('leads to the nearest machine in a direction', () => {
    expect(next('ArrowRight', 0)).to.equal(1);
    expect(next('ArrowRight', 1)).to.equal(2);
    expect(next('ArrowUp', 1)).to.equal(3);
    expect(next('ArrowDown', 3)).to.equal(1);
    expect(next('End', 0)).to.equal(3);
  });

  it('leads nowhere where there is nothing further, and by other keys', () => {
    expect(next('ArrowLeft', 0)).to.equal(undefined);
    expect(next('x', 0)).to.equal(undefined);
  });
});
