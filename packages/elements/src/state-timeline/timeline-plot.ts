import { textIn, type Twin } from '@twinfloor/core';
import { Ink, sharp } from '../charts/ink.js';
import { paletteOf } from '../charts/palette.js';
import { leastBandHeight, StateBands, type StateRow } from '../charts/state-bands.js';
import { emptyColumns } from '../charts/state-marks.js';
import type { StateRuns } from '../charts/state-runs.js';
import { placeLabels, roundTimes, timeTicks } from '../charts/time-ticks.js';
import type { AlarmFollower } from '../internal/alarm-follower.js';
import type { Colours } from '../internal/colours.js';
import { type Label, rowLabels, signWidth } from './timeline-labels.js';
import { edge, headerHeight, rowData, type TimelineRows } from './timeline-rows.js';
import type { TimelineAlarms, TimelineScene, TimelineSigns, TimelineView } from './timeline-view.js';

interface NowLabel {
  readonly text: string;
  readonly x: number;
  readonly align: 'start' | 'end';
  readonly middle: number;
}

const day = 86_400_000;

/**
 * Paints a state timeline in three planes: the bars, the words, which stand above the line of the cursor so that
 * it does not run through their letters, and the axis, which changes with the cursor. Bars and words come in strips.
 */
export class TimelinePlot {
  #bands = new StateBands();
  #signs: TimelineSigns | undefined;
  #alarms: AlarmFollower<TimelineAlarms> | undefined;
  /** What is being loaded or has been. */
  readonly #asked = new Set<string>();
  readonly #request: () => void;
  /** Of each strip. */
  readonly #labels: Label[][] = [];

  /** @param request - called when something was loaded with which all has to be painted anew */
  constructor(request: () => void) {
    this.#request = request;
  }

  /** How alarms and comments are shown, if one of the rows has any; what it needs is loaded first. */
  signsFor({ twin, rows }: TimelineScene): TimelineSigns | undefined {
    const isNeeded =
      twin.workshop.alarms?.definitions.length ||
      rows.rows.some(
        ({ id }) => twin.seriesOf(id, 'conditions', 'condition') ?? twin.seriesOf(id, 'comment', 'text'),
      );
    if (!isNeeded) return undefined;
    this.#load('signs', async () => {
      this.#signs = await import('./timeline-signs.js');
    });
    return rows.hasLabels ? this.#signs : undefined;
  }

  /** What tells the alarms of the rows, once there are any and it is loaded. */
  alarmsFor(twin: Twin, { rows }: TimelineRows): TimelineAlarms | undefined {
    if (!this.#signs) return undefined;
    this.#alarms ??= new this.#signs.AlarmFollower(() => import('./timeline-alarms.js'), this.#request);
    this.#alarms.read(
      twin,
      rows.map(({ id }) => id),
    );
    return this.#alarms.parts;
  }

  /** Follows nothing any more; `alarmsFor` begins anew. */
  dispose(): void {
    this.#alarms?.end();
  }

  /** Grid, bars and folds of one strip. Finds the places of its words too. */
  paintBars(context: CanvasRenderingContext2D, ratio: number, view: TimelineView, index: number): void {
    const { rows, axis, now, colours, twin } = view;
    // More than a thousand machines have no room for bar forms.
    if (rows.bar < leastBandHeight) {
      this.#load('pixels', async () => {
        const { StatePixels } = await import('../charts/state-pixels.js');
        this.#bands = new StateBands(new StatePixels());
      });
    }
    const strip = rows.strips[index];
    const ink = new Ink(context, view.family);
    context.translate(edge, -strip.top);
    this.#grid(ink, view);
    const nowX = axis.x(now);
    if (rows.hasNames && nowX < axis.width) {
      const from = Math.max(0, nowX + 2);
      for (const { top } of rows.rows.slice(strip.first, strip.end)) {
        const y = sharp(top + rows.pitch / 2);
        ink.line(from, y, axis.width, y, colours.of('line-regular'), 1, [1, 3]);
      }
    }
    const offset = (rows.pitch - rows.bar) / 2;
    const data = rows.rows.slice(strip.first, strip.end).map(({ id }) => rowData(twin, id));
    const bars: StateRow[] = data.map(({ series = emptyColumns, knownUntil }, row) => ({
      series,
      knownUntil,
      top: rows.rows[strip.first + row].top - strip.top + offset,
    }));
    const labels: Label[] = (this.#labels[index] = []);
    context.translate(-edge, strip.top);
    const labelled = rows.hasLabels
      ? (row: number, runs: StateRuns) =>
          labels.push(...rowLabels(ink.face(11), rows.rows[strip.first + row], data[row], runs, view))
      : undefined;
    this.#bands.paint(
      context,
      bars,
      { axis, height: rows.bar, until: now, palette: paletteOf(colours), ratio, left: edge },
      labelled,
    );
    context.translate(edge, -strip.top);
    this.#folds(ink, view);
  }

  /** The words under the bars and right of the now line, where {@link paintBars} has placed them. */
  paintWords(
    context: CanvasRenderingContext2D,
    { colours, family, rows, signs }: TimelineView,
    index: number,
  ): void {
    context.translate(edge, -rows.strips[index].top);
    this.#words(new Ink(context, family), colours, this.#labels[index] ?? [], signs);
  }

  /** Labels, shifts, the now mark and the tag of the cursor. */
  paintAxis(context: CanvasRenderingContext2D, view: TimelineView): void {
    const { axis, now, cursor, colours, zone, language } = view;
    const ink = new Ink(context, view.family);
    const { interval } = axis;
    const showsNow = now >= interval.from && now <= interval.to;
    const nowX = showsNow ? axis.x(now) : undefined;
    const cursorX =
      cursor !== undefined && cursor >= interval.from && cursor <= interval.to ? axis.x(cursor) : undefined;
    context.translate(edge, 0);
    const hasTag = cursorX !== undefined && nowX !== undefined && Math.abs(cursorX - nowX) < 60;
    const nowLabel = nowX === undefined || hasTag ? undefined : this.#nowLabel(ink, nowX, view);
    const marks = [nowX, cursorX, nowLabel?.middle].filter((x) => x !== undefined);
    const dateText = (time: number) => language.formats.date(time, zone.timeZone);
    ink.face(11);
    for (const { x, text, align } of placeLabels(axis, timeTicks(axis, zone, dateText), zone, marks)) {
      ink.text(text, x, 30, colours.of('text-secondary'), align);
    }
    this.#shifts(ink, view);
    if (nowX !== undefined) this.#nowMark(ink, nowX, colours);
    if (nowLabel)
      ink.face(11, true).text(nowLabel.text, nowLabel.x, 30, colours.of('text-primary'), nowLabel.align);
    if (cursorX !== undefined) this.#cursorTag(ink, cursorX, zone.clock(cursor as number), view);
  }

  #load(name: string, load: () => Promise<void>): void {
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    void load().then(this.#request);
  }

  #grid(ink: Ink, { axis, zone, colours, rows: { height } }: TimelineView): void {
    for (const { x, label } of timeTicks(axis, zone, () => '')) {
      if (label === undefined)
        ink.line(sharp(x), headerHeight, sharp(x), headerHeight + 4, colours.of('line-regular'));
      else ink.line(sharp(x), headerHeight, sharp(x), height - 4, colours.of('line-hair'));
    }
    for (const { left, right } of axis.pieces) {
      ink.line(left, headerHeight - 0.5, right, headerHeight - 0.5, colours.of('line-strong'));
    }
  }

  #folds(ink: Ink, { axis, colours, language, rows: { height } }: TimelineView): void {
    const { context } = ink;
    for (const { left, right, from, to } of axis.folds) {
      context.fillStyle = colours.of('page');
      context.fillRect(left, headerHeight - 14, right - left, height - headerHeight + 10);
      for (const x of [left, right])
        ink.line(x, headerHeight - 14, x, height - 4, colours.of('line-strong'), 1, [1.5, 2.5]);
      const text = language.terms.folded(language.formats.duration(to - from));
      if (ink.face(11).width(text) > height - headerHeight - 16) continue;
      context.save();
      context.translate((left + right) / 2 + 4, (height + headerHeight) / 2);
      context.rotate(-Math.PI / 2);
      ink.text(text, 0, 0, colours.of('text-secondary'), 'center');
      context.restore();
    }
  }

  /** Name and span of each shift above its first hour; without shifts the date at the start and at midnights. */
  #shifts(ink: Ink, view: TimelineView): void {
    const { axis, colours } = view;
    let free = -Infinity;
    for (const { from, name, span } of headings(view)) {
      const x = Math.max(0, axis.x(from));
      const nameWidth = ink.face(12, true).width(name);
      const spanWidth = ink.face(12).width(span);
      const end = x + nameWidth + 6 + spanWidth;
      if (x < free || end > axis.width) continue;
      ink.face(12, true).text(name, x, 12, colours.of('text-primary'));
      ink.face(12).text(span, x + nameWidth + 6, 12, colours.of('text-secondary'));
      free = end + 12;
    }
  }

  #nowMark(ink: Ink, x: number, colours: Colours): void {
    const { context } = ink;
    const colour = colours.of('text-primary');
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(x - 4, headerHeight - 5);
    context.lineTo(x + 4, headerHeight - 5);
    context.lineTo(x, headerHeight);
    context.fill();
  }

  /** Right of the mark, or left of it where the plot ends. */
  #nowLabel(ink: Ink, x: number, { axis, language, zone, now }: TimelineView): NowLabel {
    const text = language.terms.nowAt(zone.clock(now));
    const width = ink.face(11, true).width(text);
    const fits = x + 8 + width <= axis.width;
    const middle = fits ? x + 8 + width / 2 : x - 8 - width / 2;
    return { text, x: fits ? x + 8 : x - 8, align: fits ? 'start' : 'end', middle };
  }

  #cursorTag(ink: Ink, x: number, text: string, { axis, colours }: TimelineView): void {
    const { context } = ink;
    const width = ink.face(11, true).width(text) + 12;
    const left = Math.min(Math.max(0, x - width / 2), axis.width - width);
    context.fillStyle = colours.of('inverse');
    context.beginPath();
    context.roundRect(left, headerHeight - 18, width, 17, 2);
    context.fill();
    ink.text(text, left + width / 2, headerHeight - 5.5, colours.of('text-inverse'), 'center');
  }

  #words(ink: Ink, colours: Colours, labels: readonly Label[], signs: TimelineSigns | undefined): void {
    const halo = colours.of('surface');
    ink.face(11);
    for (const { x, y, sign, text, duration, isCurrent } of labels) {
      if (sign) signs?.paintSign(ink.context, sign, x, y, colours);
      const start = sign ? x + signWidth : x;
      ink.text(text, start, y, colours.of(isCurrent ? 'text-primary' : 'text-secondary'), 'start', halo);
      const after = start + ink.width(text) + 4;
      ink.text(duration, after, y, colours.of(isCurrent ? 'text-secondary' : 'text-tertiary'), 'start', halo);
    }
  }
}

function* headings(view: TimelineView): Iterable<{ from: number; name: string; span: string }> {
  const { axis, twin, zone, language } = view;
  const { from, to } = axis.interval;
  const date = (time: number) => language.formats.date(time, zone.timeZone);
  const shifts = twin.calendar.shifts(axis.interval);
  for (const shift of shifts) {
    const times = `${zone.clock(shift.from)}–${zone.clock(shift.to)}`;
    // Over more than a day the same shift comes again, so the day is said too.
    const span = to - from > day ? `${date(shift.from)} ${times}` : times;
    yield { from: shift.from, name: textIn(shift.name, language.tag), span };
  }
  if (shifts.length > 0) return;
  yield { from, name: date(from), span: '' };
  for (const midnight of roundTimes(from + 1, to - 1, day, zone))
    yield { from: midnight, name: date(midnight), span: '' };
}
