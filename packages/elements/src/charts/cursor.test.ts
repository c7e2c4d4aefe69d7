import { expect } from 'chai';
import { cursorOf } from './cursor.js';

describe('ChartCursor', () => {
  it('is one for each twin', () => {
    const twin = {};
    expect(cursorOf(twin)).to.equal(cursorOf(twin));
    expect(cursorOf(twin)).to.not.equal(cursorOf({}));
  });

  it('tells all charts where it is, and once for each move', () => {
    const cursor = cursorOf({});
    const seen: (number | undefined)[] = [];
    const end = cursor.subscribe((time) => seen.push(time));
    cursor.move(5);
    cursor.move(5);
    cursor.clear();
    end();
    cursor.move(6);
    expect(seen).to.deep.equal([5, undefined]);
    expect(cursor.time).to.equal(6);
  });

  it('refuses a time that is not a number', () => {
    expect(() => cursorOf({}).move(NaN)).to.throw(RangeError, 'invalid time: NaN');
  });
});
