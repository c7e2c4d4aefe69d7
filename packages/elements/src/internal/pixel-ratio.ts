/** How many pixels of the screen make one of an element, with the `zoom` that its place has. */
export function pixelRatioOf(element: Element): number {
  return (window.devicePixelRatio || 1) * ((element as { currentCSSZoom?: number }).currentCSSZoom ?? 1);
}
