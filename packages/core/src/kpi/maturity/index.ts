export * from './gbt-39116.js';
export * from './maturity-evidence.js';
export {
  checkMaturityModel,
  type MaturityElement,
  type MaturityLevel,
  type MaturityModel,
  type MaturityRating,
  type MaturityRequirement,
  type MaturitySubDomain,
  type MaturityType,
} from './maturity-model.js';
export * from './self-assessment.js';
