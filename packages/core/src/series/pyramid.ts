/** A leaf has 32 observations. */
const leafShift = 5;
const leafMask = (1 << leafShift) - 1;
/** Nodes of a level in a node of the next: four, as a shift. */
const factorShift = 2;

/** Minimum, maximum and integral of each node of a level. */
interface Level {
  minimum: Float64Array;
  maximum: Float64Array;
  integral: Float64Array;
  /** The number of nodes that are up to date, from the first on. */
  complete: number;
}

/**
 * Summaries of a column of values: minimum, maximum and integral of 32, 128, 512 … observations, so that a query
 * over any number of observations reads a few nodes of each level. Sums of parts, not differences of sums from the
 * beginning, so that a short interval late in a long history loses no digits.
 *
 * It is brought up to date by `update`, before a query: each appended observation is read once in all, O(1). An
 * observation put in at a place in the past moves all later ones, so that every node from its leaf on has another
 * content and is read again by the next query: about a nanosecond for each later observation, the same order as
 * the moving of the columns itself, and once for a whole batch of late ones.
 */
export class Pyramid {
  readonly #levels: Level[] = [emptyLevel()];
  /** The smallest value that `extremes` found last; `Infinity` without one. */
  minimum = Infinity;
  /** The largest value that `extremes` found last; `-Infinity` without one. */
  maximum = -Infinity;
  /** How many values and nodes have been read for extremes since this was last set to 0. */
  touched = 0;

  get bytes(): number {
    return this.#levels.reduce((sum, { minimum }) => sum + minimum.byteLength * 3, 0);
  }

  /** Says that the observations from a position on, and the time that the one before holds, have changed. */
  invalidate(position: number): void {
    let node = Math.max(position - 1, 0) >> leafShift;
    for (const level of this.#levels) {
      if (level.complete > node) level.complete = node;
      node >>= factorShift;
    }
  }

  /** Brings all nodes up to date whose observations have a successor. */
  update(times: Float64Array, values: Float64Array, end: number): void {
    const leaves = end > 0 ? (end - 1) >> leafShift : 0;
    const bottom = this.#levels[0];
    if (bottom.complete >= leaves) return;
    reserve(bottom, leaves);
    for (let leaf = bottom.complete; leaf < leaves; leaf++) summariseLeaf(bottom, leaf, times, values);
    bottom.complete = leaves;
    let below = bottom;
    for (let depth = 1; below.complete >> factorShift > 0; depth++) {
      const level = (this.#levels[depth] ??= emptyLevel());
      const nodes = below.complete >> factorShift;
      reserve(level, nodes);
      for (let node = level.complete; node < nodes; node++) summariseNode(level, node, below);
      level.complete = nodes;
      below = level;
    }
  }

  /**
   * The sum of value times milliseconds of the observations from one position to another. Each must have a
   * successor; missing values (NaN) are left out.
   */
  integral(times: Float64Array, values: Float64Array, from: number, to: number): number {
    let integral = 0;
    let index = from;
    while (index < to) {
      const depth = this.#depthAt(index, to);
      if (depth >= 0) {
        const shift = leafShift + depth * factorShift;
        integral += this.#levels[depth].integral[index >> shift];
        index += 1 << shift;
        continue;
      }
      const border = Math.min((index | leafMask) + 1, to);
      for (; index < border; index++) {
        const value = values[index];
        if (value === value) integral += value * (times[index + 1] - times[index]);
      }
    }
    return integral;
  }

  /** Finds the `minimum` and `maximum` of the observations from one position to another; NaN are left out. */
  extremes(values: Float64Array, from: number, to: number): void {
    let minimum = Infinity;
    let maximum = -Infinity;
    let touched = 0;
    let index = from;
    while (index < to) {
      const depth = this.#depthAt(index, to);
      if (depth >= 0) {
        const shift = leafShift + depth * factorShift;
        const level = this.#levels[depth];
        const node = index >> shift;
        if (level.minimum[node] < minimum) minimum = level.minimum[node];
        if (level.maximum[node] > maximum) maximum = level.maximum[node];
        touched++;
        index += 1 << shift;
        continue;
      }
      const border = Math.min((index | leafMask) + 1, to);
      touched += border - index;
      for (; index < border; index++) {
        const value = values[index];
        if (value < minimum) minimum = value;
        if (value > maximum) maximum = value;
      }
    }
    this.minimum = minimum;
    this.maximum = maximum;
    this.touched += touched;
  }

  /** Gives the memory back; the next query summarises what is left. */
  clear(): void {
    this.#levels.length = 0;
    this.#levels.push(emptyLevel());
  }

  /** The level of the largest node that begins at a position and ends before `to`; -1 if there is none. */
  #depthAt(index: number, to: number): number {
    if ((index & leafMask) !== 0) return -1;
    const levels = this.#levels;
    let depth = -1;
    let shift = leafShift;
    while (
      depth + 1 < levels.length &&
      (index & ((1 << shift) - 1)) === 0 &&
      index + (1 << shift) <= to &&
      index >> shift < levels[depth + 1].complete
    ) {
      depth++;
      shift += factorShift;
    }
    return depth;
  }
}

function emptyLevel(): Level {
  return {
    minimum: new Float64Array(),
    maximum: new Float64Array(),
    integral: new Float64Array(),
    complete: 0,
  };
}

function reserve(level: Level, nodes: number): void {
  if (nodes <= level.minimum.length) return;
  const length = Math.max(nodes, level.minimum.length * 2);
  level.minimum = grown(level.minimum, length);
  level.maximum = grown(level.maximum, length);
  level.integral = grown(level.integral, length);
}

function grown(column: Float64Array, length: number): Float64Array {
  const target = new Float64Array(length);
  target.set(column);
  return target;
}

function summariseLeaf(level: Level, leaf: number, times: Float64Array, values: Float64Array): void {
  let minimum = Infinity;
  let maximum = -Infinity;
  let integral = 0;
  const end = (leaf + 1) << leafShift;
  for (let index = leaf << leafShift; index < end; index++) {
    const value = values[index];
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
    if (value === value) integral += value * (times[index + 1] - times[index]);
  }
  level.minimum[leaf] = minimum;
  level.maximum[leaf] = maximum;
  level.integral[leaf] = integral;
}

function summariseNode(level: Level, node: number, below: Level): void {
  let minimum = Infinity;
  let maximum = -Infinity;
  let integral = 0;
  const end = (node + 1) << factorShift;
  for (let child = node << factorShift; child < end; child++) {
    if (below.minimum[child] < minimum) minimum = below.minimum[child];
    if (below.maximum[child] > maximum) maximum = below.maximum[child];
    integral += below.integral[child];
  }
  level.minimum[node] = minimum;
  level.maximum[node] = maximum;
  level.integral[node] = integral;
}
