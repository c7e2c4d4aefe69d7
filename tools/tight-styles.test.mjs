import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tight, tightModule } from './tight-styles.mjs';

test('tight() keeps what white space means: descendants, sums, strings', () => {
  const css = `/* why */ .a .b :hover , p > q { width: calc(1px + 2px); content: ' · '; margin: 0 1px ; }`;
  assert.equal(tight(css), `.a .b :hover,p > q{width:calc(1px + 2px);content:' · ';margin:0 1px}`);
});

test('tightModule() leaves a tight module as it is', () => {
  const once = tightModule('export const styles = css`\n  :host {\n    color: red;\n  }\n`;\n');
  assert.equal(once, 'export const styles = css`:host{color:red}`;\n');
  assert.equal(tightModule(once), once);
});
