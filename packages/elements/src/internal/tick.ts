const listeners = new Set<() => void>();
const calm = 1000;
/** Shortest time between two ticks of a replay; each is followed by a rest of three times as long as it took. */
const hurry = 250;
const restPerWork = 3;

let hurrying = 0;
let period = 0;
let timer: ReturnType<typeof setInterval> | undefined;
/** Until when a page in a hurry rests, so that a heavy one can still be operated. */
let restUntil = 0;

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

/**
 * Lets all listeners be called up to four times a second, as often as the page can; for a replay, in which a second
 * is minutes. All of them, so that no two elements show different moments. Returns how to end that.
 */
export function hurryTicks(): () => void {
  hurrying++;
  run();
  return () => {
    hurrying--;
    run();
  };
}

function run(): void {
  const wanted = listeners.size === 0 || document.hidden ? 0 : hurrying > 0 ? hurry : calm;
  if (wanted === period) return;
  clearInterval(timer);
  period = wanted;
  restUntil = 0;
  if (period > 0) timer = setInterval(tick, period);
}

function tick(): void {
  const begin = performance.now();
  if (begin < restUntil) return;
  for (const listener of [...listeners]) {
    try {
      listener();
    } catch (error) {
      // One failing listener does not stop the others.
      reportError(error);
    }
  }
  if (period === hurry) requestAnimationFrame(() => setTimeout(() => rest(begin)));
}

/** After the frame in which the elements painted what the tick had begun at `begin`. */
function rest(begin: number): void {
  const end = performance.now();
  restUntil = Math.min(end + restPerWork * (end - begin), begin + calm);
}
