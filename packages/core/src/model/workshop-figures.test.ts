import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseWorkshop, problemText, readWorkshop } from './workshop.js';

const equipment = [
  { id: 'line', level: 'workCenter' },
  { id: 'press', level: 'workUnit', parent: 'line', numericallyControlled: true },
  { id: 'main', level: 'workUnit', type: 'meter', parent: 'line' },
  { id: 'sub', level: 'workUnit', type: 'meter', parent: 'line' },
];

const figures = {
  losses: {
    reasons: [
      { id: 'Jam', name: { en: 'Jam', zh: '卡料' }, loss: 'idlingAndMinorStops' },
      { id: 'Overhaul' },
    ],
  },
  characteristics: [
    {
      id: 'diameter',
      signal: 'press/diameter',
      lowerSpecificationLimit: 73.95,
      upperSpecificationLimit: 74.05,
      subgroupSize: 5,
    },
  ],
  energy: {
    meters: [{ equipment: 'main' }, { equipment: 'sub', measures: ['press'], parentMeter: 'main' }],
    demandStep: 5,
    powerFactor: 0.9,
    tariffs: [
      {
        version: 'A 21',
        currency: 'CNY',
        bands: [
          { band: 'deepValley', price: 0.2, hours: [{ from: '10:00', to: '14:00' }], dates: ['2026-10-01'] },
          { band: 'flat', price: 1, hours: [{ from: '00:00', to: '24:00' }], days: ['mon', 'sun'] },
        ],
      },
    ],
    emissionFactors: [
      { factor: 0.5306, year: 2023 },
      { factor: 0.1, year: 2023, method: 'market' },
    ],
    coalFactors: [{ factor: 0.1229 }, { factor: 0.3, basis: 'primary' }],
    baselines: [
      { id: 'b', equipment: 'line', drivers: ['press/goodCount'], from: '2026-01-01', to: '2026-04-01' },
    ],
  },
  targets: {
    indicators: [{ id: 'defectRate', baseline: { value: 0.04, period: '2025' }, targetChange: -0.2 }],
  },
  signals: [
    {
      name: 'vibration',
      kind: 'number',
      unit: 'mm/s',
      zones: [
        { name: 'A', below: 1.12, severity: 'normal' },
        { name: 'D', severity: 'fault' },
      ],
    },
  ],
};

const file = () => ({ id: 'w', equipment: structuredClone(equipment), ...structuredClone(figures) });

describe('what a workshop file says for figures', () => {
  it('is read with its defaults', () => {
    const workshop = parseWorkshop(file());
    assert.equal(workshop.equipment[1].numericallyControlled, true);
    assert.equal(workshop.losses?.minorStopLimit, 300);
    assert.deepEqual(workshop.losses?.reasons[1], { id: 'Overhaul', name: 'Overhaul' });
    assert.equal(workshop.characteristics?.[0].name, 'diameter');
    assert.equal(workshop.energy.meters[1].parentMeter, 'main');
    assert.deepEqual(workshop.energy.tariffs[0].bands[0].dates, ['2026-10-01']);
    assert.deepEqual(workshop.energy.coalFactors, [
      { carrier: 'electricity', factor: 0.1229, basis: 'equivalent' },
      { carrier: 'electricity', factor: 0.3, basis: 'primary' },
    ]);
    assert.equal(workshop.energy.baselines?.[0].carrier, 'electricity');
    assert.equal(workshop.targets.indicators?.[0].targetChange, -0.2);
    assert.equal(workshop.signals[0].zones?.length, 2);
  });

  it('is not there where the file does not say it', () => {
    const workshop = parseWorkshop({ id: 'w', equipment });
    assert.equal(workshop.losses, undefined);
    assert.equal(workshop.characteristics, undefined);
    assert.equal(workshop.energy.baselines, undefined);
  });

  const mistakes: readonly (readonly [title: string, path: string, value: unknown, problem: string])[] = [
    [
      'a reason that counts as no loss',
      'losses.reasons.0.loss',
      'jam',
      'losses.reasons[0].loss: found "jam", allowed: scheduleLoss, equipmentFailure, setupAndAdjustment, idlingAndMinorStops, reducedSpeed, processDefects, reducedYield',
    ],
    [
      'a reason told twice',
      'losses.reasons.1.id',
      'Jam',
      'losses.reasons[1].id: found "Jam", allowed: a reason that no other entry names',
    ],
    [
      'limits of a characteristic the wrong way round',
      'characteristics.0.lowerSpecificationLimit',
      80,
      'characteristics[0].upperSpecificationLimit: found 74.05, allowed: a number above 80',
    ],
    [
      'a characteristic of no equipment',
      'characteristics.0.signal',
      'pres/diameter',
      'characteristics[0].signal: found "pres", allowed: the id of an equipment (did you mean press?)',
    ],
    [
      'a characteristic without an address',
      'characteristics.0.signal',
      'diameter',
      'characteristics[0].signal: found "diameter", allowed: the address of a signal: equipment/signal',
    ],
    [
      'a parent of a meter that is none',
      'energy.meters.1.parentMeter',
      'press',
      'energy.meters[1].parentMeter: found "press", allowed: the equipment of another meter',
    ],
    [
      'two coal factors of one basis',
      'energy.coalFactors.1',
      { factor: 0.3 },
      'energy.coalFactors[1].carrier: found nothing, allowed: a carrier that no other coal factor of this year and basis names',
    ],
    [
      'two emission factors of one year and method',
      'energy.emissionFactors.1',
      { factor: 0.1, year: 2023 },
      'energy.emissionFactors[1].carrier: found nothing, allowed: a carrier that no other emission factor of this year and method names',
    ],
    [
      'a baseline that ends before it begins',
      'energy.baselines.0.to',
      '2025-01-01',
      'energy.baselines[0].to: found "2025-01-01", allowed: a date after 2026-01-01',
    ],
    [
      'a driver of no equipment',
      'energy.baselines.0.drivers.0',
      'presse/goodCount',
      'energy.baselines[0].drivers[0]: found "presse", allowed: the id of an equipment (did you mean press?)',
    ],
    [
      'an indicator told twice',
      'targets.indicators.1',
      figures.targets.indicators[0],
      'targets.indicators[1].id: found "defectRate", allowed: an indicator that no other entry names',
    ],
    [
      'zones that do not rise',
      'signals.0.zones.1',
      { name: 'B', below: 1, severity: 'warning' },
      'signals[0].zones[1].below: found 1, allowed: a number above 1.12',
    ],
    [
      'zones of a counter',
      'signals.0.kind',
      'counter',
      'signals[0].zones: found [{"name":"A","below":1.12,"severity":"normal"},{"name":"D","severity":"fault"}], allowed: nothing, as this signal is no number',
    ],
  ];
  for (const [title, path, value, problem] of mistakes) {
    it(`tells ${title}`, () => {
      const json = file();
      put(json, path.split('.'), value);
      const { workshop, problems } = readWorkshop(json);
      assert.deepEqual(problems.map(problemText), [problem]);
      assert.ok(workshop);
    });
  }
});

/** Puts a value where a path leads. */
function put(json: object, [key, ...rest]: string[], value: unknown): void {
  const entries = json as Record<string, object>;
  if (rest.length > 0) put(entries[key], rest, value);
  else entries[key] = value as object;
}
