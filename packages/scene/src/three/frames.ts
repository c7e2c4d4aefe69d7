/** Something that draws itself when it is its turn. */
export interface Framed {
  /** Draws; `now` is the time of the frame in milliseconds. */
  frame(now: number): void;
}

const waiting = new Set<Framed>();
let request: number | undefined;

/** Lets something draw in the next frame, once. All scenes of a page share one request, and none is made in between. */
export function requestFrame(framed: Framed): void {
  waiting.add(framed);
  request ??= requestAnimationFrame(run);
}

/** Takes the wish back. */
export function cancelFrame(framed: Framed): void {
  waiting.delete(framed);
  if (waiting.size > 0 || request === undefined) return;
  cancelAnimationFrame(request);
  request = undefined;
}

function run(now: number): void {
  request = undefined;
  const turn = [...waiting];
  waiting.clear();
  for (const framed of turn) {
    try {
      framed.frame(now);
    } catch (error) {
      // One failing scene does not stop the others.
      reportError(error);
    }
  }
}
