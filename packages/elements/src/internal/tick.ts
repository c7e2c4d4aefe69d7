const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls back each second, all listeners in one go, for ages and durations; returns how to end that. Nothing runs
 * while nobody listens or the page is hidden.
 */
export function onTick(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) document.addEventListener('visibilitychange', run);
  run();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener('visibilitychange', run);
    run();
  };
}

function run(): void {
  const wanted = listeners.size > 0 && !document.hidden;
  if (wanted && timer === undefined) timer = setInterval(tick, 1000);
  if (wanted || timer === undefined) return;
  clearInterval(timer);
  timer = undefined;
}

function tick(): void {
  for (const listener of [...listeners]) {
    try {
      listener();
    } catch (error) {
      // One failing listener does not stop the others.
      reportError(error);
    }
  }
}
