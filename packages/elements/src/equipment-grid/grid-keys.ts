/**
 * The tile that a key leads to: left and right by order, up and down by place, Home and End to the ends.
 *
 * @param tiles - all tiles in order
 * @returns `undefined` for other keys and where there is nothing further
 */
export function nextTile(
  key: string,
  current: HTMLElement,
  tiles: readonly HTMLElement[],
): HTMLElement | undefined {
  const index = tiles.indexOf(current);
  const forward = getComputedStyle(current).direction === 'rtl' ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return tiles[index + forward];
    case 'ArrowLeft':
      return tiles[index - forward];
    case 'ArrowDown':
      return inNextRow(current, tiles.slice(index + 1));
    case 'ArrowUp':
      return inNextRow(current, tiles.slice(0, Math.max(0, index)).reverse());
    case 'Home':
      return tiles[0];
    case 'End':
      return tiles[tiles.length - 1];
    default:
      return undefined;
  }
}

/** Of the tiles of the next row, the one nearest to this column. Reads places: a key press may cost a layout. */
function inNextRow(current: HTMLElement, others: readonly HTMLElement[]): HTMLElement | undefined {
  const here = current.getBoundingClientRect();
  let row: number | undefined;
  let best: HTMLElement | undefined;
  let bestDistance = Infinity;
  for (const other of others) {
    const { top, left } = other.getBoundingClientRect();
    if (Math.abs(top - here.top) < 1) continue;
    row ??= top;
    if (Math.abs(top - row) >= 1) break;
    const distance = Math.abs(left - here.left);
    if (distance < bestDistance) [best, bestDistance] = [other, distance];
  }
  return best;
}
