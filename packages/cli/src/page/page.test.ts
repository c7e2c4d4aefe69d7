import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readWorkshop } from '@twinfloor/core/workshop';
import { pageHtml } from './page-html.js';
import { policyFor } from './policy.js';
import { pageWords } from './words.js';

const connectors = (...entries: object[]) =>
  readWorkshop({ id: 'hall', equipment: [{ id: 'press', level: 'workUnit' }], connectors: entries }).workshop!
    .connectors;

const bindings = [{ signal: 'press/power', from: 'a' }];

suite('policyFor()', () => {
  test('allows connections to the hosts of the connectors, once each, and to no paths', () => {
    const policy = policyFor(
      connectors(
        { type: 'mqtt', url: 'wss://broker.local:8084/mqtt', bindings },
        { type: 'mqtt', url: 'wss://broker.local:8084/other', bindings },
        { type: 'mtconnect', url: 'http://agent.local:5000/', bindings },
        { type: 'mtconnect', url: '/agent/', bindings },
        { type: 'aas', registry: 'https://registry.example/api', hosts: ['shells.example:8081'] },
      ),
    );
    assert.equal(
      policy.split('; ')[1],
      "connect-src 'self' wss://broker.local:8084 http://agent.local:5000 https://registry.example https://shells.example:8081 http://shells.example:8081",
    );
  });

  test('a workshop without hosts connects to nothing but its server', () => {
    assert.equal(
      policyFor(connectors({ type: 'replay', recording: 'day.twinrec.jsonl', bindings })),
      "default-src 'self'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
});

suite('pageWords()', () => {
  const cases: readonly (readonly [accepted: string | undefined, language: string])[] = [
    [undefined, 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['de,zh-TW;q=0.7,en;q=0.3', 'zh-CN'],
    ['en;q=0.1,zh', 'zh-CN'],
    ['de', 'en'],
  ];
  for (const [accepted, language] of cases) {
    test(`${accepted} is answered in ${language}`, () =>
      assert.equal(pageWords(accepted).language, language));
  }
});

suite('pageHtml()', () => {
  test('names of the file become text, and have no script or style in the page', () => {
    const { workshop } = readWorkshop({
      id: 'hall',
      name: { en: '<b>"Hall" & co', zh: '车间' },
      equipment: [{ id: 'a"b', level: 'area', floor: { width: 10, depth: 10 } }],
    });
    const html = pageHtml(workshop, pageWords('en'), false);
    assert.match(html, /<h1>&lt;b&gt;&quot;Hall&quot; &amp; co<\/h1>/);
    assert.match(html, /<twin-floor-plan equipment="a&quot;b">/);
    assert.doesNotMatch(html, /<style|style=|<form|<script(?![^>]*src=)/);
    assert.match(pageHtml(workshop, pageWords('zh'), true), /<html lang="zh-CN">[^]*<h1>车间<\/h1>\s*<form>/);
  });

  test('a file that cannot be read gives a page all the same: the provider tells what is wrong', () => {
    assert.match(pageHtml(undefined, pageWords(), false), /<twin-provider src="\/workshop\.json"/);
  });
});
