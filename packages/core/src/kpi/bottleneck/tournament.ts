/** A number for each of some players, and whose is the greatest: a change takes O(log n). All begin with −∞. */
export class Tournament {
  /** The greatest number. */
  first = -Infinity;
  /** Whose it is. */
  leader = 0;
  /** The greatest number of the others. */
  second = -Infinity;
  readonly #count: number;
  /** The number of player i at `count + i`; at each place before that the greater of those at 2 i and 2 i + 1. */
  readonly #greatest: Float64Array;

  constructor(count: number) {
    this.#count = count;
    this.#greatest = new Float64Array(2 * count).fill(-Infinity);
  }

  set(player: number, value: number): void {
    const [greatest, count] = [this.#greatest, this.#count];
    let place = count + player;
    greatest[place] = value;
    while ((place >>= 1) > 0) greatest[place] = Math.max(greatest[2 * place], greatest[2 * place + 1]);
    this.first = greatest[1];
    this.second = -Infinity;
    for (place = 1; place < count;) {
      place *= 2;
      if (greatest[place] < this.first) place++;
      this.second = Math.max(this.second, greatest[place ^ 1]);
    }
    this.leader = place - count;
  }
}
