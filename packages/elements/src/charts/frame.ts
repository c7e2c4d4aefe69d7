let waiting = new Set<() => void>();
let running = new Set<() => void>();
let request = 0;

/**
 * Runs a task in the next animation frame, once however often it was asked for. All charts of a page share one
 * request. A task that asks again while it runs comes in the frame after.
 */
export function nextFrame(task: () => void): void {
  waiting.add(task);
  request ||= requestAnimationFrame(run);
}

/** Takes back a task that has not run yet. */
export function cancelFrame(task: () => void): void {
  waiting.delete(task);
  running.delete(task);
}

function run(): void {
  request = 0;
  [running, waiting] = [waiting, running];
  for (const task of running) {
    running.delete(task);
    try {
      task();
    } catch (error) {
      // One failing chart does not stop the others.
      reportError(error);
    }
  }
}
