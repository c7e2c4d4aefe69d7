import type { Bounds, Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { mean } from '../statistics/summary.js';
import {
  checkMaturityModel,
  type MaturityModel,
  type MaturityRequirement,
  type MaturitySubDomain,
  type MaturityType,
} from './maturity-model.js';

/** Id of a rating by id of a requirement. A requirement without one is not answered. */
export type MaturityAnswers = Readonly<Record<string, string | undefined>>;

/** One level of a sub-domain. */
export interface AssessedLevel {
  readonly level: number;
  /** Mean of the answers; `undefined`: none was given. */
  readonly score: number | undefined;
  /** Whether it counts: all levels below are met. */
  readonly counts: boolean;
  readonly isMet: boolean;
  readonly answered: number;
  readonly requirements: number;
}

/** One sub-domain of an assessment. */
export interface AssessedSubDomain {
  readonly id: string;
  /** Share of the whole, 0 to 1; those of all sub-domains add up to 1. */
  readonly weight: number;
  /** Sum of the scores of its levels that count; `undefined`: none of its requirements is answered. */
  readonly score: number | undefined;
  /** With the requirements that are not answered as not met, and as fully met. */
  readonly bounds: Bounds;
  /** Highest level that is met with all below; 0: none. */
  readonly level: number;
  /** From the lowest to the highest that has requirements. */
  readonly levels: readonly AssessedLevel[];
}

/** What a sub-domain lacks to its next level. */
export interface MaturityGap {
  readonly subDomain: string;
  /** The level that is not met yet. */
  readonly level: number;
  readonly score: number | undefined;
  /** Ids of its requirements that are answered with less than fully met. */
  readonly notFullyMet: readonly string[];
  /** Ids of its requirements without an answer. */
  readonly unanswered: readonly string[];
  /** Its weight × the rise of its score if all requirements of the level were fully met. */
  readonly gain: number;
}

/** What an assessment was made of. */
export interface SelfAssessmentInput {
  readonly model: string;
  readonly type: string;
  readonly metFrom: number;
  readonly subDomains: readonly AssessedSubDomain[];
}

/** A self-assessment; the value is the total score, from 0 to the number of levels. */
export interface SelfAssessment extends Kpi<SelfAssessmentInput> {
  /** 0: below the first level; `undefined` without a score. */
  readonly level: number | undefined;
  /** Levels of the lowest and of the highest score possible. */
  readonly levelBounds: Bounds | undefined;
  /** What the total score lacks to the next level; `undefined` at the highest, or without a score. */
  readonly toNextLevel: number | undefined;
  /** The greatest gain first; sub-domains that have met all their levels are not there. */
  readonly gaps: readonly MaturityGap[];
}

/**
 * Assesses maturity from answers to the requirements of a model.
 *
 * A level of a sub-domain scores the mean of its answers, and counts only where all levels below are met
 * (`metFrom`). A level between others that has no requirements is met. The score of a sub-domain is the sum of its levels that
 * count; the total is their weighted mean, and its level follows from the model.
 *
 * Requirements without an answer are left out; bounds count them as not met and as fully met. A total over a part of the
 * model is none: it has a value when each sub-domain has an answer (`noAnswers` names those without), and bounds before
 * that. A sub-domain without requirements may be anything. The coverage is the answered share of the requirements of each
 * sub-domain, weighted.
 *
 * @param answers - id of a rating by id of a requirement
 * @param type - id of a type of industry. Default: the first of the model
 * @throws {RangeError} if an answer names a requirement or a rating that the model does not have, or the type or
 *   the model is wrong
 */
export function selfAssessment(
  model: MaturityModel,
  answers: MaturityAnswers,
  type: string | undefined = model.types[0]?.id,
): SelfAssessment {
  checkMaturityModel(model);
  const kind = model.types.find(({ id }) => id === type);
  if (kind === undefined) {
    const allowed = model.types.map(({ id }) => id).join(', ');
    throw new RangeError(`invalid type: ${type}, allowed: ${allowed}`);
  }
  const scores = scoresOf(model, answers);
  const subDomains = assessedSubDomains(model, kind, scores);
  const silent = subDomains.filter(({ score }) => score === undefined).map(({ id }) => id);
  const hasBasis = subDomains.length > 0;
  const total = (figure: (one: AssessedSubDomain) => number) =>
    hasBasis ? sum(subDomains, (one) => one.weight * figure(one)) : undefined;
  const value = silent.length > 0 ? undefined : total(({ score = 0 }) => score);
  const low = total(({ bounds }) => bounds.low);
  const high = total(({ bounds }) => bounds.high);
  const bounds = low === undefined || high === undefined ? undefined : { low, high };
  const level = value === undefined ? undefined : levelOf(model, value);
  const next = level === undefined ? undefined : model.levels.find((one) => one.level > level);
  return {
    value,
    bounds,
    coverage: total(answeredShare),
    inputs: { model: model.id, type: kind.id, metFrom: model.metFrom, subDomains },
    warnings: [
      { key: 'unverifiedModel', subjects: model.unverified },
      { key: 'noAnswers', subjects: silent },
    ].filter(({ subjects }) => subjects.length > 0),
    level,
    levelBounds: bounds && { low: levelOf(model, bounds.low), high: levelOf(model, bounds.high) },
    toNextLevel: next && value !== undefined ? next.from - value : undefined,
    gaps: subDomains.flatMap((one) => gapOf(model, one, scores)).sort((a, b) => b.gain - a.gain),
  };
}

type Scores = ReadonlyMap<string, number>;

function scoresOf(model: MaturityModel, answers: MaturityAnswers): Scores {
  const requirements = new Set(model.requirements.map(({ id }) => id));
  const ratings = new Map(model.ratings.map(({ id, score }) => [id, score]));
  const scores = new Map<string, number>();
  for (const [id, rating] of Object.entries(answers)) {
    if (!requirements.has(id)) throw new RangeError(`invalid answer: ${id}, allowed: an id of a requirement`);
    if (rating === undefined) continue;
    const score = ratings.get(rating);
    if (score === undefined) {
      throw new RangeError(`invalid rating: ${rating}, allowed: ${[...ratings.keys()].join(', ')}`);
    }
    scores.set(id, score);
  }
  return scores;
}

/** Those that hold: the weight of their element is shared out among them, and all shares add up to 1. */
function assessedSubDomains(
  model: MaturityModel,
  { weights, without = [] }: MaturityType,
  scores: Scores,
): AssessedSubDomain[] {
  const weightOf = ({ weight = 1 }: MaturitySubDomain) => weight;
  const held = model.subDomains.filter(
    (one) => !without.includes(one.id) && weightOf(one) > 0 && weights[one.element] > 0,
  );
  const shareOf = (one: MaturitySubDomain) => {
    const siblings = held.filter(({ element }) => element === one.element);
    return (weights[one.element] * weightOf(one)) / sum(siblings, weightOf);
  };
  const all = sum(held, shareOf);
  return held.map((one) => assessed(model, one.id, shareOf(one) / all, scores));
}

function assessed(model: MaturityModel, id: string, weight: number, scores: Scores): AssessedSubDomain {
  const requirements = model.requirements.filter(({ subDomain }) => subDomain === id);
  const levels = levelsOf(model, requirements, scores);
  const bound = (unanswered: number) => sumOfLevels(levelsOf(model, requirements, scores, unanswered));
  return {
    id,
    weight,
    score: levels.some(({ answered }) => answered > 0) ? sumOfLevels(levels) : undefined,
    bounds: levels.length === 0 ? { low: 0, high: model.levels.length } : { low: bound(0), high: bound(1) },
    level: levels.findLast(({ counts, isMet }) => counts && isMet)?.level ?? 0,
    levels,
  };
}

/** @param unanswered - score of requirements without an answer; absent: they are left out */
function levelsOf(
  model: MaturityModel,
  requirements: readonly MaturityRequirement[],
  scores: Scores,
  unanswered?: number,
): AssessedLevel[] {
  const highest = Math.max(...requirements.map(({ level }) => level), 0);
  const levels: AssessedLevel[] = [];
  let counts = true;
  for (const { level } of model.levels) {
    if (level > highest) break;
    const own = requirements.filter((one) => one.level === level);
    const given = own.flatMap(({ id }) => scores.get(id) ?? unanswered ?? []);
    const score = own.length === 0 ? 1 : mean(given);
    const isMet = score !== undefined && score >= model.metFrom - slack;
    const answered = own.filter(({ id }) => scores.has(id)).length;
    levels.push({ level, score, counts, isMet, answered, requirements: own.length });
    counts &&= isMet;
  }
  return levels;
}

function sumOfLevels(levels: readonly AssessedLevel[]): number {
  return sum(levels, ({ score = 0, counts }) => (counts ? score : 0));
}

function sum<T>(list: readonly T[], figure: (one: T) => number): number {
  return list.reduce((total, one) => total + figure(one), 0);
}

function answeredShare({ levels }: AssessedSubDomain): number {
  return (
    ratio(
      sum(levels, ({ answered }) => answered),
      sum(levels, ({ requirements }) => requirements),
    ) ?? 0
  );
}

/** Means and weighted sums of tenths do not always hit a tenth. */
const slack = 1e-9;

function levelOf({ levels }: MaturityModel, score: number): number {
  return levels.findLast(({ from }) => score >= from - slack)?.level ?? 0;
}

function gapOf(model: MaturityModel, subDomain: AssessedSubDomain, scores: Scores): MaturityGap[] {
  const { id, weight, levels } = subDomain;
  const open = levels.find(({ isMet }) => !isMet);
  if (open === undefined) return [];
  const all = model.requirements.filter((one) => one.subDomain === id);
  const own = all.filter(({ level }) => level === open.level);
  const closed = new Map([...scores, ...own.map((one) => [one.id, 1] as const)]);
  const gain = sumOfLevels(levelsOf(model, all, closed)) - sumOfLevels(levels);
  return [
    {
      subDomain: id,
      level: open.level,
      score: open.score,
      notFullyMet: own.filter((one) => (scores.get(one.id) ?? 1) < 1).map((one) => one.id),
      unanswered: own.filter((one) => !scores.has(one.id)).map((one) => one.id),
      gain: weight * gain,
    },
  ];
}
