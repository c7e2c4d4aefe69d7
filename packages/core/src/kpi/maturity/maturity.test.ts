import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeededRandom } from '../../testing/random.js';
import { gbt39116 } from './gbt-39116.js';
import { maturityEvidence } from './maturity-evidence.js';
import { checkMaturityModel, type MaturityModel } from './maturity-model.js';
import { selfAssessment } from './self-assessment.js';

/** Two sub-domains of equal weight: data with requirements at levels 1 to 3, network at level 1 only. */
const small: MaturityModel = {
  ...gbt39116,
  elements: [{ id: 'technology', name: 'Technology' }],
  subDomains: [
    { id: 'data', name: 'Data', element: 'technology' },
    { id: 'network', name: 'Network', element: 'technology' },
  ],
  types: [{ id: 'discrete', name: 'Discrete', weights: { technology: 100 } }],
  requirements: [
    { id: 'd1a', subDomain: 'data', level: 1, text: 'Data are kept.' },
    { id: 'd1b', subDomain: 'data', level: 1, text: 'Somebody looks at them.' },
    { id: 'd2', subDomain: 'data', level: 2, text: 'They are collected automatically.' },
    { id: 'd3', subDomain: 'data', level: 3, text: 'They are shared.' },
    { id: 'n1', subDomain: 'network', level: 1, text: 'There is a network.' },
  ],
  unverified: [],
};

const all = { d1a: 'full', d1b: 'mostly', d2: 'partly', d3: 'full', n1: 'full' };

test('a sub-domain scores the sum of its levels, and a level counts only where all below are met', () => {
  const { inputs, value, level } = selfAssessment(small, all);
  const [data, network] = inputs.subDomains;
  // Level 1: (1 + 0.8) ÷ 2; level 2: 0.5, not met; level 3 does not count.
  assert.deepEqual(
    data.levels.map(({ score, isMet, counts }) => [score, isMet, counts]),
    [
      [0.9, true, true],
      [0.5, false, true],
      [1, true, false],
    ],
  );
  near(data.score, 1.4);
  assert.equal(data.level, 1);
  assert.equal(network.score, 1);
  near(value, 1.2);
  assert.equal(level, 1);
});

test('the level follows from the total score, exactly at its threshold too', () => {
  assert.equal(selfAssessment(small, { ...all, d1a: 'mostly', d2: 'none', n1: 'mostly' }).level, 1);
  assert.equal(selfAssessment(small, { ...all, d1a: 'partly', d1b: 'partly', n1: 'mostly' }).level, 0);
  const { value, level, toNextLevel } = selfAssessment(small, { ...all, d1b: 'full', d2: 'full' });
  // Data 3, network 1.
  near(value, 2);
  assert.equal(level, 2);
  near(toNextLevel, 0.8);
});

test('six answers of 0.8 meet a level, whatever the sum of binary fractions is', () => {
  const requirements = [1, 2, 3, 4, 5, 6].map((number) => ({
    id: `r${number}`,
    subDomain: 'data',
    level: 1,
    text: '',
  }));
  const answers = Object.fromEntries(requirements.map(({ id }) => [id, 'mostly']));
  const { inputs } = selfAssessment({ ...small, requirements }, answers);
  assert.equal(inputs.subDomains[0].level, 1);
});

test('answers that are missing lower the coverage, and bounds count them as not met and as fully met', () => {
  const { value, bounds, coverage, levelBounds } = selfAssessment(small, {
    d1a: 'full',
    d2: 'partly',
    n1: 'full',
  });
  // Data: level 1 is 1 of what is answered, level 2 0.5 and not met.
  near(value, (1.5 + 1) / 2);
  // Low: level 1 of data is 0.5 and not met. High: 1 + 0.5, which closes level 3.
  near(bounds?.low, (0.5 + 1) / 2);
  near(bounds?.high, (1.5 + 1) / 2);
  near(coverage, (2 / 4 + 1) / 2);
  assert.deepEqual(levelBounds, { low: 0, high: 1 });
});

test('a total has no value before each sub-domain has an answer, but bounds', () => {
  const { value, level, toNextLevel, bounds, levelBounds, inputs, warnings } = selfAssessment(small, {
    d1a: 'full',
    d1b: 'full',
  });
  assert.deepEqual([value, level, toNextLevel], [undefined, undefined, undefined]);
  assert.deepEqual(bounds, { low: 0.5, high: 2 });
  assert.deepEqual(levelBounds, { low: 0, high: 2 });
  assert.equal(inputs.subDomains[0].score, 1);
  assert.deepEqual(warnings, [{ key: 'noAnswers', subjects: ['network'] }]);
});

test('an assessment without any answer can be anything, and names the first level of each sub-domain as its gaps', () => {
  const { value, level, bounds, coverage, gaps } = selfAssessment(small, {});
  assert.deepEqual([value, level, coverage], [undefined, undefined, 0]);
  assert.deepEqual(bounds, { low: 0, high: 2 });
  assert.deepEqual(
    gaps.map(({ subDomain, level, unanswered }) => [subDomain, level, unanswered]),
    [
      ['data', 1, ['d1a', 'd1b']],
      ['network', 1, ['n1']],
    ],
  );
});

test('gaps name what is missing to the next level of each sub-domain, the greatest gain first', () => {
  const { gaps } = selfAssessment(small, { ...all, n1: undefined });
  // Level 2 of data fully met opens level 3, already fully met: 1.9 + 1 − 1.4 of half the weight.
  assert.deepEqual(
    gaps.map(({ subDomain, level, notFullyMet, unanswered }) => [subDomain, level, notFullyMet, unanswered]),
    [
      ['data', 2, ['d2'], []],
      ['network', 1, [], ['n1']],
    ],
  );
  near(gaps[0].gain, 0.75);
  near(gaps[1].gain, 0.5);
  assert.deepEqual(
    selfAssessment(small, { ...all, d1b: 'full', d2: 'full' }).gaps.map(({ subDomain }) => subDomain),
    [],
  );
});

test('a level without requirements between others is met; beyond the highest with requirements there is none', () => {
  const requirements = small.requirements.filter(({ id }) => id !== 'd2');
  const answers = { d1a: 'full', d1b: 'full', d3: 'full', n1: 'full' };
  const { inputs } = selfAssessment({ ...small, requirements }, answers);
  assert.equal(inputs.subDomains[0].score, 3);
  assert.equal(inputs.subDomains[0].levels.length, 3);
  assert.equal(inputs.subDomains[1].levels.length, 1);
});

test('a sub-domain without requirements is named and may be anything', () => {
  const requirements = small.requirements.filter(({ subDomain }) => subDomain === 'data');
  const { value, bounds, coverage, warnings } = selfAssessment(
    { ...small, requirements },
    { d1a: 'full', d1b: 'full', d2: 'full', d3: 'full' },
  );
  assert.equal(value, undefined);
  assert.deepEqual(bounds, { low: 1.5, high: 4 });
  near(coverage, 0.5);
  assert.deepEqual(warnings, [{ key: 'noAnswers', subjects: ['network'] }]);
});

test('weights of the elements are shared out among their sub-domains, and add up to 1', () => {
  for (const { id, weights, resources } of [
    { id: 'discrete', weights: 20, resources: 0.06 },
    { id: 'process', weights: 20, resources: 0.15 },
  ]) {
    const { subDomains } = selfAssessment(gbt39116, {}, id).inputs;
    assert.equal(subDomains.length, weights);
    near(
      subDomains.reduce((sum, { weight }) => sum + weight, 0),
      1,
    );
    near(subDomains.find((one) => one.id === 'network')?.weight, resources / 2);
  }
});

test('sub-domains that a type of industry is without take no part', () => {
  const types = [{ ...small.types[0], without: ['network'] }];
  const { inputs, value } = selfAssessment({ ...small, types }, all);
  assert.deepEqual(
    inputs.subDomains.map(({ id, weight }) => [id, weight]),
    [['data', 1]],
  );
  near(value, 1.4);
});

test('GB/T 39116 has five levels, four elements and 2 + 3 + 2 + 13 sub-domains, each once and in two languages', () => {
  const { levels, elements, subDomains, requirements, unverified } = gbt39116;
  assert.deepEqual(
    levels.map(({ from }) => from),
    [0.8, 1.8, 2.8, 3.8, 4.8],
  );
  assert.deepEqual(
    elements.map(({ id }) => subDomains.filter(({ element }) => element === id).length),
    [2, 3, 2, 13],
  );
  assert.equal(new Set(subDomains.map(({ id }) => id)).size, 20);
  for (const { name } of [...levels, ...elements, ...subDomains]) {
    assert.ok(typeof name === 'object' && name['en'] !== '' && /^[一-鿿]+$/.test(name['zh']));
  }
  assert.deepEqual(requirements, []);
  assert.ok(unverified.length > 0);
  checkMaturityModel(gbt39116);
  const known = new Set(subDomains.map(({ id }) => id));
  for (const ids of Object.values(gbt39116.evidence)) assert.ok(ids.every((id) => known.has(id)));
});

test('an assessment with parts that nobody has verified says so', () => {
  const { warnings } = selfAssessment({ ...small, unverified: ['ratings', 'types'] }, all);
  assert.deepEqual(warnings, [{ key: 'unverifiedModel', subjects: ['ratings', 'types'] }]);
});

test('selfAssessment() names what it refuses', () => {
  assert.throws(
    () => selfAssessment(small, { x: 'full' }),
    /invalid answer: x, allowed: an id of a requirement/,
  );
  assert.throws(
    () => selfAssessment(small, { d2: 'yes' }),
    /invalid rating: yes, allowed: full, mostly, partly, none/,
  );
  assert.throws(() => selfAssessment(small, {}, 'farm'), /invalid type: farm, allowed: discrete/);
  const wrong = [{ id: 'a', subDomain: 'date', level: 1, text: '' }];
  assert.throws(
    () => selfAssessment({ ...small, requirements: wrong }, {}),
    /invalid subDomain: date, allowed: data, network/,
  );
  assert.throws(() => checkMaturityModel({ ...small, metFrom: 80 }), /invalid score: 80, allowed: 0 to 1/);
});

test('maturityEvidence() puts each fact with all sub-domains it speaks of, and apart what is not there', () => {
  const fact = (key: string, value: number | undefined) =>
    ({ key, value, kind: 'count', source: 'workshop file', subjects: [] }) as const;
  const { subDomains, warnings } = maturityEvidence(gbt39116, [
    fact('energyMeters', 3),
    fact('tariffs', 0),
    fact('connectedShare', undefined),
    fact('emissionFactors', 1),
    fact('coffee', 9),
  ]);
  const of = (id: string) => {
    const found = subDomains.find(({ subDomain }) => subDomain === id);
    return [found?.held.map(({ key }) => key), found?.missing.map(({ key }) => key)];
  };
  assert.deepEqual(of('energyManagement'), [['energyMeters', 'emissionFactors'], ['tariffs']]);
  assert.deepEqual(of('safetyAndEnvironment'), [['emissionFactors'], []]);
  assert.deepEqual(of('network'), [[], ['connectedShare']]);
  assert.deepEqual(of('sales'), [[], []]);
  assert.equal(subDomains.length, 20);
  assert.deepEqual(warnings, [{ key: 'unknownFact', subjects: ['coffee'] }]);
});

const seed = 39117;
test(`a score lies within its bounds, which narrow as answers come in, seed ${seed}`, () => {
  const random = new SeededRandom(seed);
  for (let run = 0; run < 20; run++) {
    const requirements = gbt39116.subDomains.flatMap(({ id }) =>
      Array.from({ length: 1 + random.whole(8) }, (_, index) => ({
        id: `${id}-${index}`,
        subDomain: id,
        level: 1 + random.whole(5),
        text: '',
      })),
    );
    const model = { ...gbt39116, requirements };
    const answers: Record<string, string> = {};
    let last = { low: 0, high: 5 };
    for (const { id } of random.shuffled(requirements)) {
      answers[id] = random.pick(['full', 'full', 'mostly', 'partly', 'none']);
      const { value, bounds } = selfAssessment(model, answers);
      assert.ok(bounds && bounds.low >= last.low - 1e-9 && bounds.high <= last.high + 1e-9);
      if (value !== undefined)
        assert.ok(bounds.low - 1e-9 <= value && value <= bounds.high + 1e-9, `run ${run}`);
      last = bounds;
    }
    assert.ok(last.high - last.low < 1e-9);
  }
});

function near(found: number | undefined, expected: number): void {
  assert.ok(found !== undefined && Math.abs(found - expected) <= 1e-9, `${found} is not ${expected}`);
}
