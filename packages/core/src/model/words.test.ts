import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from './words.js';

const workshop = {
  words: {
    'Warp break': { zh: '断经', 'zh-TW': '斷經' },
    'Set-up for {}': { zh: '换型：{}' },
    ALM_7: 'Door open',
  },
};

test('a text of a source is told in the exact tag, else the primary language', () => {
  assert.equal(wordsOf(workshop, 'Warp break', 'zh-CN'), '断经');
  assert.equal(wordsOf(workshop, 'Warp break', 'zh-TW'), '斷經');
});

test('a text without a word in the language stays as the source said it', () => {
  assert.equal(wordsOf(workshop, 'Warp break', 'de'), 'Warp break');
  assert.equal(wordsOf(workshop, 'Weft break', 'zh'), 'Weft break');
  assert.equal(wordsOf(workshop, 'constructor', 'zh'), 'constructor');
  assert.equal(wordsOf({}, 'Warp break', 'zh'), 'Warp break');
});

test('a word without languages is told in all of them', () => {
  assert.equal(wordsOf(workshop, 'ALM_7', 'de'), 'Door open');
});

test('braces stand for the part that changes', () => {
  assert.equal(wordsOf(workshop, 'Set-up for VB-10', 'zh'), '换型：VB-10');
  assert.equal(wordsOf(workshop, 'Set-up for $&', 'zh'), '换型：$&');
  assert.equal(wordsOf(workshop, 'Set-up for ', 'zh'), 'Set-up for ');
  assert.equal(wordsOf(workshop, 'Set-up for VB-10', 'de'), 'Set-up for VB-10');
});

test('the parts of a text with a colon are told one by one', () => {
  assert.equal(wordsOf(workshop, 'N-0101: Warp break', 'zh'), 'N-0101: 断经');
});
