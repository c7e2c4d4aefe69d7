import { allow } from '../allow.js';
import type { Bounds, Kpi } from '../kpi.js';
import { ratio } from '../ratio.js';
import { mean } from '../statistics/summary.js';
import { total } from '../total.js';
import {
  allowEach,
  checkMaturityModel,
  idsOf,
  type MaturityModel,
  type MaturityRequirement,
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
  /** Answered share of its requirements; 0 without any. */
  readonly coverage: number;
  /** From the lowest to the highest that has requirements. */
  readonly levels: readonly AssessedLevel[];
  /** `undefined`: all its levels are met. */
  readonly gap: MaturityGap | undefined;
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
  readonly levelBounds: Bounds;
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
 * @throws {RangeError} if an answer names a requirement or a rating that the model does not have, the type or the
 *   model is wrong, or nothing has a weight
 */
export function selfAssessment(
  model: MaturityModel,
  answers: MaturityAnswers,
  type: string = model.types[0]?.id ?? '',
): SelfAssessment {
  checkMaturityModel(model);
  allowEach('type', idsOf(model.types), [type]);
  const scoreOf = scoresOf(model, answers);
  const subDomains = weighted(model, type).map(({ id, share }) => assessed(model, id, share, scoreOf));
  const silent = idsOf(subDomains.filter(({ score }) => score === undefined));
  const whole = (figure: (one: AssessedSubDomain) => number) =>
    total(subDomains.map((one) => one.weight * figure(one)));
  const value = silent.length > 0 ? undefined : whole(({ score = 0 }) => score);
  const bounds = { low: whole((one) => one.bounds.low), high: whole((one) => one.bounds.high) };
  const levelAt = (score: number) => model.levels.findLast(({ from }) => score >= from - slack)?.level ?? 0;
  const level = value === undefined ? undefined : levelAt(value);
  const next = model.levels.find((one) => one.level > (level ?? Infinity));
  return {
    value,
    bounds,
    coverage: whole(({ coverage }) => coverage),
    inputs: { model: model.id, type, metFrom: model.metFrom, subDomains },
    warnings: [
      { key: 'unverifiedModel', subjects: model.unverified },
      { key: 'noAnswers', subjects: silent },
    ].filter(({ subjects }) => subjects.length > 0),
    level,
    levelBounds: { low: levelAt(bounds.low), high: levelAt(bounds.high) },
    toNextLevel: next && next.from - (value ?? 0),
    gaps: subDomains.flatMap(({ gap }) => gap ?? []).sort((a, b) => b.gain - a.gain),
  };
}

/** Score of a requirement; `undefined`: it is not answered. */
type ScoreOf = (requirement: string) => number | undefined;

function scoresOf(model: MaturityModel, answers: MaturityAnswers): ScoreOf {
  const ratings = new Map<string | undefined, number>(model.ratings.map(({ id, score }) => [id, score]));
  const requirements = idsOf(model.requirements);
  for (const [id, rating] of Object.entries(answers)) {
    allow(requirements.includes(id), 'answer', id, 'an id of a requirement');
    if (rating !== undefined) allowEach('rating', [...ratings.keys()], [rating]);
  }
  return (requirement) => ratings.get(answers[requirement]);
}

/** Those that hold: the weight of their element is shared out among them, and all shares add up to 1. */
function weighted({ subDomains, types }: MaturityModel, type: string): { id: string; share: number }[] {
  const { weights, without = [] } = types.find(({ id }) => id === type) as MaturityType;
  const held = subDomains
    .map(({ id, element, weight = 1 }) => ({ id, element, weight }))
    .filter(({ id, element, weight }) => !without.includes(id) && weight * weights[element] > 0);
  allow(held.length > 0, 'weights', 'none', 'some above 0');
  const shares = held.map(({ element, weight }) => {
    const siblings = held.filter((one) => one.element === element);
    return (weights[element] * weight) / total(siblings.map((one) => one.weight));
  });
  return held.map(({ id }, index) => ({ id, share: shares[index] / total(shares) }));
}

function assessed(model: MaturityModel, id: string, weight: number, scoreOf: ScoreOf): AssessedSubDomain {
  const requirements = model.requirements.filter(({ subDomain }) => subDomain === id);
  const levels = levelsOf(model, requirements, scoreOf);
  const score = scoreOfLevels(levels);
  const scoreIf = (scoreOf: ScoreOf) => scoreOfLevels(levelsOf(model, requirements, scoreOf));
  const bound = (unanswered: number) => scoreIf((requirement) => scoreOf(requirement) ?? unanswered);
  const isAnswered = (requirement: string) => scoreOf(requirement) !== undefined;
  const answered = idsOf(requirements).filter(isAnswered).length;
  const open = levels.find(({ isMet }) => !isMet);
  const own = idsOf(requirements.filter(({ level }) => level === open?.level));
  return {
    id,
    weight,
    score: answered > 0 ? score : undefined,
    bounds: { low: bound(0), high: requirements.length > 0 ? bound(1) : model.levels.length },
    level: levels.findLast(({ counts, isMet }) => counts && isMet)?.level ?? 0,
    coverage: ratio(answered, requirements.length) ?? 0,
    levels,
    gap: open && {
      subDomain: id,
      level: open.level,
      score: open.score,
      notFullyMet: own.filter((requirement) => (scoreOf(requirement) ?? 1) < 1),
      unanswered: own.filter((requirement) => !isAnswered(requirement)),
      gain:
        weight * (scoreIf((requirement) => (own.includes(requirement) ? 1 : scoreOf(requirement))) - score),
    },
  };
}

function levelsOf(
  { levels, metFrom }: MaturityModel,
  requirements: readonly MaturityRequirement[],
  scoreOf: ScoreOf,
): AssessedLevel[] {
  const highest = Math.max(...requirements.map(({ level }) => level));
  let counts = true;
  return levels
    .filter(({ level }) => level <= highest)
    .map(({ level }) => {
      const own = requirements.filter((one) => one.level === level);
      const score = own.length > 0 ? mean(own.flatMap(({ id }) => scoreOf(id) ?? [])) : 1;
      const found = { level, score, counts, isMet: score !== undefined && score >= metFrom - slack };
      counts &&= found.isMet;
      return found;
    });
}

function scoreOfLevels(levels: readonly AssessedLevel[]): number {
  return total(levels.map(({ score = 0, counts }) => (counts ? score : 0)));
}

/** Means and weighted sums of tenths do not always hit a tenth. */
const slack = 1e-9;
