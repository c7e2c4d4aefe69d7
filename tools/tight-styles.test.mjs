import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tight, tightModule, tightShader, tightShaderModule } from './tight-styles.mjs';

test('tight() keeps what white space means: descendants, sums, strings', () => {
  const css = `/* why */ .a .b :hover , p > q { width: calc(1px + 2px); content: ' · '; margin: 0 1px ; }`;
  assert.equal(tight(css), `.a .b :hover,p > q{width:calc(1px + 2px);content:' · ';margin:0 1px}`);
});

test('tightModule() leaves a tight module as it is', () => {
  const once = tightModule('export const styles = css`\n  :host {\n    color: red;\n  }\n`;\n');
  assert.equal(once, 'export const styles = css`:host{color:red}`;\n');
  assert.equal(tightModule(once), once);
});

test('tightShader() keeps words apart, minus signs, and lines that begin with #', () => {
  const glsl = `
    uniform vec3 a, b; // why
    #include <common>
    float f() { return a.x - -b.x + (a.y > 0. ? 1. : 2.); }
  `;
  assert.equal(
    tightShader(glsl),
    'uniform vec3 a,b;\n#include <common>\nfloat f(){return a.x - -b.x+(a.y>0.?1.:2.);}',
  );
});

test('tightShaderModule() leaves a tight module as it is', () => {
  const once = tightShaderModule('const glsl = String.raw;\nexport const a = glsl`\nvec3 a = ${b};\n`;\n');
  assert.equal(once, 'const glsl = String.raw;\nexport const a = glsl`vec3 a=${b};`;\n');
  assert.equal(tightShaderModule(once), once);
});
