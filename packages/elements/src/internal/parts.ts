/**
 * What an element outside of this package is made with, such as the scene: words, looks and the rules by which the elements
 * here read a twin. Its names may change from version to version.
 */
export { alarmNumbers, alarmPriority, alarmShapes } from '../charts/alarm-shapes.js';
export * from '../charts/notice.js';
export * from '../locales/en/floor-plan.js';
export * from '../locales/en/scene.js';
export type { Terms } from '../locales/terms.js';
export * from './adopt-styles.js';
export * from './alarm-follower.js';
export { alarmMark } from './alarm-mark.js';
export { alarmMarkStyles } from './alarm-mark.styles.js';
export { alarmSentence } from './alarm-sentence.js';
export * from './announce.js';
export { type Colours } from './colours.js';
export * from './current-state.js';
export { define } from './define.js';
export * from './host.styles.js';
export { addEnglish, type Language } from './language.js';
export * from './plan-heat.js';
export * from './plan-layout.js';
export * from './plan-words.js';
export * from './properties.js';
export * from './range.js';
export { reasonAt } from './reason.js';
export * from './resize.js';
export { stateGlyph, stateGlyphs } from './state-glyph.js';
export { isPrinting } from './visibility.js';
