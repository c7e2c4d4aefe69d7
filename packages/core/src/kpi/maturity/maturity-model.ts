import type { Text } from '../../model/text.js';
import { allow } from '../allow.js';
import { checkAmounts } from '../share.js';

/** A level of maturity. */
export interface MaturityLevel {
  /** 1 is the lowest. */
  readonly level: number;
  readonly name: Text;
  /** Least total score of this level. */
  readonly from: number;
}

/** How far a requirement is met. */
export interface MaturityRating {
  /** As answers say it, e.g. `mostly`. */
  readonly id: string;
  readonly name: Text;
  /** 0 (not met) to 1 (fully met). */
  readonly score: number;
}

/** A part of the model that weights are given for, e.g. resources. */
export interface MaturityElement {
  readonly id: string;
  readonly name: Text;
}

/** What is assessed on its own, e.g. energy management. */
export interface MaturitySubDomain {
  readonly id: string;
  readonly name: Text;
  /** Id of its element. */
  readonly element: string;
  /** The domain it belongs to within the element; absent where it is one itself. */
  readonly domain?: { readonly id: string; readonly name: Text };
  /** Weight among the sub-domains of its element. Default 1. */
  readonly weight?: number;
}

/** A sentence that has to be true at a level. The texts of paid standards are data of whoever has bought them. */
export interface MaturityRequirement {
  readonly id: string;
  readonly subDomain: string;
  readonly level: number;
  readonly text: Text;
}

/** A kind of industry, with weights of its own. */
export interface MaturityType {
  /** E.g. `discrete`. */
  readonly id: string;
  readonly name: Text;
  /** By id of element, in any unit; what counts is their proportion. */
  readonly weights: Readonly<Record<string, number>>;
  /** Ids of sub-domains that do not hold for it. Default: none. */
  readonly without?: readonly string[];
}

/** A model of maturity, all of it data: levels, what is assessed, how it is rated and weighted. */
export interface MaturityModel {
  readonly id: string;
  readonly name: Text;
  /** Lowest first. */
  readonly levels: readonly MaturityLevel[];
  readonly elements: readonly MaturityElement[];
  readonly subDomains: readonly MaturitySubDomain[];
  readonly ratings: readonly MaturityRating[];
  /** Score at which a level of a sub-domain is met, so that the next one counts. */
  readonly metFrom: number;
  readonly types: readonly MaturityType[];
  readonly requirements: readonly MaturityRequirement[];
  /** Names of those parts above that nobody has compared with the standard. An assessment warns of them. */
  readonly unverified: readonly string[];
  /** Which sub-domains a fact of a twin says something about: ids, by key of the fact. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
}

/**
 * Looks a model through that somebody has filled in.
 *
 * @throws {RangeError} if something names what is not there, or a number is outside of its range
 */
export function checkMaturityModel(model: MaturityModel): void {
  const { levels, elements, subDomains, ratings, metFrom, types, requirements } = model;
  allowEach('element', idsOf(elements), [
    ...subDomains.map(({ element }) => element),
    ...types.flatMap(({ weights }) => Object.keys(weights)),
  ]);
  allowEach('subDomain', idsOf(subDomains), [
    ...requirements.map(({ subDomain }) => subDomain),
    ...types.flatMap(({ without = [] }) => without),
  ]);
  allowEach(
    'level',
    levels.map(({ level }) => level),
    requirements.map(({ level }) => level),
  );
  for (const score of [metFrom, ...ratings.map((rating) => rating.score)]) {
    allow(score >= 0 && score <= 1, 'score', score, '0 to 1');
  }
  for (const weights of [...subDomains, ...types.map((type) => type.weights)]) checkAmounts(weights);
}

/** The ids of things, in their order. */
export function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}

/** @throws {RangeError} if one of those found is not allowed */
export function allowEach<T>(name: string, allowed: readonly T[], found: readonly T[]): void {
  for (const one of found) allow(allowed.includes(one), name, one, allowed.join(', '));
}
