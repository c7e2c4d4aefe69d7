import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { workshop } from '../testing/workshop.js';
import { Twin } from '../twin/twin.js';
import type { Act } from './act.js';
import { isPermitting, permissionFor, permit, subscribeToPermit } from './permission.js';

const act: Act = { kind: 'acknowledge', equipment: 'press', alarm: 'a1' };

test('nothing is permitted until the host page said who may act', async () => {
  const twin = new Twin(workshop());
  assert.equal(isPermitting(twin), false);
  assert.equal(await permissionFor(twin, act), undefined);
});

test('the host page is asked about each act and says who does it, now or later', async () => {
  const twin = new Twin(workshop());
  const asked: Act[] = [];
  permit(twin, (one) => {
    asked.push(one);
    return Promise.resolve(one.kind === 'acknowledge' ? { who: 'Li Wei' } : undefined);
  });
  assert.deepEqual(await permissionFor(twin, act), { who: 'Li Wei' });
  assert.equal(await permissionFor(twin, { kind: 'shelve', equipment: 'press' }), undefined);
  assert.deepEqual(
    asked.map(({ kind }) => kind),
    ['acknowledge', 'shelve'],
  );
});

test('a host page that throws or rejects has permitted nothing, and its error comes out', async () => {
  const error = mock.method(console, 'error', () => {});
  const twin = new Twin(workshop());
  permit(twin, () => {
    throw new Error('no session');
  });
  assert.equal(await permissionFor(twin, act), undefined);
  permit(twin, () => Promise.reject(new Error('no network')));
  assert.equal(await permissionFor(twin, act), undefined);
  assert.equal(error.mock.callCount(), 2);
  error.mock.restore();
});

test('a permission taken back is none, and is told; that of a later call stays', async () => {
  const twin = new Twin(workshop());
  const told: boolean[] = [];
  const end = subscribeToPermit(twin, () => told.push(isPermitting(twin)));
  const takeBack = permit(twin, () => ({ who: 'first' }));
  const second = permit(twin, () => ({ who: 'second' }));
  takeBack();
  assert.deepEqual(await permissionFor(twin, act), { who: 'second' });
  second();
  assert.equal(await permissionFor(twin, act), undefined);
  end();
  permit(twin, () => ({ who: 'third' }));
  assert.deepEqual(told, [true, true, false]);
});

test('an answer without a name permits nothing: an audit without a who would be none', async () => {
  const error = mock.method(console, 'error', () => {});
  const twin = new Twin(workshop());
  for (const answer of [true, {}, { who: '' }, { who: ' ' }, { who: 7 }, 'Li Wei']) {
    permit(twin, () => answer as never);
    assert.equal(await permissionFor(twin, act), undefined, JSON.stringify(answer));
  }
  assert.equal(error.mock.callCount(), 6);
  permit(twin, () => null as never);
  assert.equal(await permissionFor(twin, act), undefined);
  assert.equal(error.mock.callCount(), 6);
  error.mock.restore();
});

test('what was permitted to a person who has logged out before the answer came is not permitted', async () => {
  const twin = new Twin(workshop());
  const takeBack = permit(twin, async () => {
    takeBack();
    return { who: 'Li Wei' };
  });
  assert.equal(await permissionFor(twin, act), undefined);
});

test('one twin is not permitted what another is', async () => {
  const twin = new Twin(workshop());
  permit(twin, () => ({ who: 'Li Wei' }));
  assert.equal(await permissionFor(new Twin(workshop()), act), undefined);
});
