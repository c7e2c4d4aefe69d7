import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReplaySettings } from './settings.js';
import { Timeline } from './timeline.js';

const hour = 3_600_000;
const day = 24 * hour;
const defaults: ReplaySettings = {
  recording: 'r',
  speed: 1,
  loop: true,
  align: day,
  position: undefined,
  original: false,
};
const from = Date.parse('2016-10-25T12:50:30.403Z');
const to = Date.parse('2016-10-25T20:41:01.718Z');
const now = Date.parse('2026-03-04T15:00:00Z');
const iso = (time: number): string => new Date(time).toISOString();

test('a recording is moved by whole days, so that times of day are kept', () => {
  const timeline = new Timeline({ from, to }, defaults, now);
  assert.equal(iso(timeline.at(from, 0)), '2026-03-04T12:50:30.403Z');
  assert.equal(iso(timeline.at(from, -1)), '2026-03-03T12:50:30.403Z');
  assert.equal(timeline.period, day);
});

test('with P7D the days of the week are kept too', () => {
  const timeline = new Timeline({ from, to }, { ...defaults, align: 7 * day }, now);
  assert.equal(iso(timeline.at(from, 0)), '2026-03-03T12:50:30.403Z');
  assert.equal(new Date(timeline.at(from, 0)).getUTCDay(), new Date(from).getUTCDay());
});

test('the round under way at the start contains now, whatever the settings', () => {
  for (const speed of [1, 2.5, 60, 3600]) {
    for (const align of [hour, 8 * hour, day, 7 * day]) {
      const timeline = new Timeline({ from, to }, { ...defaults, speed, align }, now);
      assert.ok(timeline.at(from, 0) <= now && timeline.at(from, 1) > now, `speed ${speed}, align ${align}`);
    }
  }
});

test('a page that is loaded again shows the same', () => {
  const first = new Timeline({ from, to }, { ...defaults, speed: 60 }, now);
  const second = new Timeline({ from, to }, { ...defaults, speed: 60 }, now + 5_000);
  assert.equal(first.at(to, 0), second.at(to, 0));
});

test('a position is shown at the start, and what follows as much faster as the speed says', () => {
  const position = from + hour;
  const timeline = new Timeline({ from, to }, { ...defaults, position, speed: 60 }, now);
  assert.equal(timeline.at(position, 0), now);
  assert.equal(timeline.at(position + hour, 0), now + 60_000);
  assert.equal(timeline.at(from, 0), now - 60_000);
});

test('original keeps the recorded times', () => {
  const timeline = new Timeline({ from, to }, { ...defaults, original: true, loop: false }, now);
  assert.equal(timeline.at(to, 0), to);
});

test('where a round ends as the next begins, the last reading is kept and the first comes a moment later', () => {
  const timeline = new Timeline({ from: 0, to: 2 * day }, defaults, now);
  assert.equal(timeline.silence, 0);
  assert.equal(timeline.at(0, 1) - timeline.at(2 * day, 0), 1);
  assert.equal(timeline.at(1000, 1) - timeline.at(1000, 0), 2 * day);
});
