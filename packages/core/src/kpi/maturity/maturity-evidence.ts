import type { KpiWarning } from '../kpi.js';
import type { MaturityModel } from './maturity-model.js';

/** Something that a twin, or another system, holds and that an assessor may want to see. */
export interface MaturityFact {
  /** What it is, e.g. `connectedShare`; the key of its words and of the model's table. */
  readonly key: string;
  /** The number: a share, a count. `undefined`: it could not be made. */
  readonly value: number | undefined;
  /** `share`: a fraction of one; `count`: how many. */
  readonly kind: 'share' | 'count';
  /** Where it comes from: the figure, and what it was made of, e.g. ids of meters. */
  readonly source: string;
  readonly subjects: readonly string[];
}

/** What there is for one sub-domain. */
export interface SubDomainEvidence {
  readonly subDomain: string;
  /** Facts that say something about it, with a number above 0. */
  readonly held: readonly MaturityFact[];
  /** Facts that could say something, but are 0 or could not be made. */
  readonly missing: readonly MaturityFact[];
}

/** Evidence by sub-domain, in the order of the model. */
export interface MaturityEvidence {
  readonly subDomains: readonly SubDomainEvidence[];
  /** `unknownFact`: facts that the model has no place for. */
  readonly warnings: readonly KpiWarning[];
}

/**
 * Sorts facts by the sub-domains of a model that they say something about.
 *
 * Evidence is no rating: whether a requirement is met is for people to say, who find here what to look at.
 */
export function maturityEvidence(model: MaturityModel, facts: readonly MaturityFact[]): MaturityEvidence {
  const placesOf = ({ key }: MaturityFact) =>
    Object.hasOwn(model.evidence, key) ? model.evidence[key] : undefined;
  const unknown = facts.filter((fact) => !placesOf(fact)).map(({ key }) => key);
  return {
    subDomains: model.subDomains.map(({ id }) => {
      const own = facts.filter((fact) => placesOf(fact)?.includes(id));
      const isHeld = ({ value = 0 }: MaturityFact) => value > 0;
      return { subDomain: id, held: own.filter(isHeld), missing: own.filter((fact) => !isHeld(fact)) };
    }),
    warnings: unknown.length > 0 ? [{ key: 'unknownFact', subjects: unknown }] : [],
  };
}
