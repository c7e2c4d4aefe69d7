// What a tile loads when there are alarms to tell.
import { alarmsOf, type AlarmSummary } from '@twinfloor/core/alarms';
import { alarmNumbers, alarmShapes } from '../charts/alarm-shapes.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { alarmMarkStyles } from '../internal/alarm-mark.styles.js';
import { sayNews } from '../internal/alarm-news.js';
import { alarmSentence } from '../internal/alarm-sentence.js';
import type { TileSettings } from './live-tile.js';
import { tileAlarmStyles } from './tile-alarm.styles.js';

export { alarmSentence, alarmsOf };

/** What is shown in a tile. */
interface Shown {
  readonly mark: HTMLElement;
  readonly content: string;
}

const shown = new WeakMap<Element, Shown>();

/**
 * Puts the mark of the alarms of a machine into its tile, or takes it away: shape and word of the most urgent priority,
 * and how many there are beside it. What is as before is not written again.
 */
export function showAlarm(
  tile: HTMLElement,
  summary: AlarmSummary | undefined,
  { twin, language }: TileSettings,
): void {
  if (twin) sayNews(twin, alarmsOf(twin).list(), language);
  const before = shown.get(tile);
  // A tile that was out of view has been emptied.
  const isThere = before?.mark.parentNode === tile;
  if (!summary) {
    if (isThere) before.mark.remove();
    return;
  }
  const { priority, count, unacknowledged } = summary;
  const { terms, formats } = language;
  const sentence = alarmSentence(summary, language);
  const more = count > 1 ? ` +${formats.number(count - 1)}` : '';
  const words = terms.alarmPriorities[priority] + more;
  const content = `${words} ${sentence}`;
  if (isThere && before.content === content) return;
  const root = tile.getRootNode();
  if (root instanceof ShadowRoot) {
    adoptStyles(root.host, alarmMarkStyles);
    adoptStyles(root.host, tileAlarmStyles);
  }
  const mark = isThere ? before.mark : makeMark();
  const number = alarmNumbers[priority];
  const [shape, word] = mark.children;
  const isWaiting = unacknowledged > 0;
  mark.classList.toggle('waiting', isWaiting);
  mark.title = sentence;
  shape.setAttribute('class', `mark ${isWaiting ? 'filled' : 'outline'} p${number}`);
  const { outline, figure } = alarmShapes[number];
  [outline, figure].forEach((path, index) => shape.children[index].setAttribute('d', path));
  // As the other words of a tile: screen readers have the sentence.
  (word as HTMLElement).dataset['text'] = words;
  if (!isThere) tile.append(mark);
  shown.set(tile, { mark, content });
}

const svg = 'http://www.w3.org/2000/svg';

function makeMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'alarm';
  mark.setAttribute('part', 'alarm');
  const shape = document.createElementNS(svg, 'svg');
  shape.setAttribute('viewBox', '0 0 24 24');
  for (const name of ['shape', 'digit']) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('class', name);
    shape.append(path);
  }
  mark.append(shape, document.createElement('b'));
  // All marks of a page flash at one time.
  mark.addEventListener('animationstart', () => {
    for (const flash of mark.getAnimations()) flash.startTime = 0;
  });
  return mark;
}
