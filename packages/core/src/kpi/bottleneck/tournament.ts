/** A number for each of some players, and whose is the greatest: a change or a look takes O(log n). */
export class Tournament {
  readonly #count: number;
  /** The number of player i at `count + i`; at each place before that the greater of those at 2 i and 2 i + 1. */
  readonly #greatest: Float64Array;
  /** Who has the greatest number of all, after {@link lead}. */
  leader = 0;
  /** The greatest number of the others, after {@link lead}. */
  second = -Infinity;

  /** All begin with −∞. */
  constructor(count: number) {
    this.#count = count;
    this.#greatest = new Float64Array(2 * count + 2).fill(-Infinity);
  }

  /** The greatest number of all. */
  get first(): number {
    return this.#greatest[1];
  }

  set(player: number, value: number): void {
    const greatest = this.#greatest;
    let place = this.#count + player;
    greatest[place] = value;
    while (place > 1) {
      place >>= 1;
      const better = Math.max(greatest[2 * place], greatest[2 * place + 1]);
      if (greatest[place] === better) return;
      greatest[place] = better;
    }
  }

  /** Finds the leader, the one with the lowest position of those with equal numbers, and the second. */
  lead(): void {
    const [greatest, count] = [this.#greatest, this.#count];
    let [place, second] = [1, -Infinity];
    while (place < count) {
      place *= 2;
      if (greatest[place] !== this.first) place++;
      second = Math.max(second, greatest[place ^ 1]);
    }
    this.leader = place - count;
    this.second = second;
  }
}
