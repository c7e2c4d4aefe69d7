// What a tree loads when there are alarms to tell.
import { alarmsOf, type AlarmSummary } from '@twinfloor/core/alarms';
import type { Twin } from '@twinfloor/core';
import { html, nothing, type TemplateResult } from 'lit';
import { adoptStyles } from '../internal/adopt-styles.js';
import { alarmMark } from '../internal/alarm-mark.js';
import { alarmMarkStyles } from '../internal/alarm-mark.styles.js';
import { sayNews } from '../internal/alarm-news.js';
import { alarmSentence } from '../internal/alarm-sentence.js';
import type { Language } from '../internal/language.js';
import { treeAlarmStyles } from './tree-alarms.styles.js';

export { alarmSentence, alarmsOf };

/**
 * The mark of a row: shape of the most urgent priority, and how many alarms there are beside it. Screen readers have the
 * sentence, so the number is drawn by the style sheet.
 */
export function alarmSign(summary: AlarmSummary, language: Language): TemplateResult {
  const { priority, count, unacknowledged } = summary;
  const isWaiting = unacknowledged > 0;
  return html`<span
    class="alarm ${isWaiting ? 'waiting' : ''}"
    part="alarm"
    title=${alarmSentence(summary, language)}
    @animationstart=${flashTogether}
    >${alarmMark(priority, isWaiting ? 'filled' : 'outline', 16)}${
      count > 1
        ? html`<span class="more" data-text=${`+${language.formats.number(count - 1)}`}></span>`
        : nothing
    }</span
  >`;
}

/** Gives a tree the looks of marks, and says to screen readers what is new. */
export function dressAlarms(element: Element, twin: Twin, language: Language): void {
  adoptStyles(element, alarmMarkStyles);
  adoptStyles(element, treeAlarmStyles);
  sayNews(twin, alarmsOf(twin).list(), language);
}

/** All marks of a page flash at one time. */
function flashTogether({ target }: Event): void {
  for (const flash of (target as Element).getAnimations()) flash.startTime = 0;
}
