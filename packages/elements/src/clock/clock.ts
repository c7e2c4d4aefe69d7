import { type Interval, textIn, type Twin } from '@twinfloor/core';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { notice } from '../charts/notice.js';
import { ClockController } from '../controllers/clock-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { TwinRangeChangeEvent } from '../events/range-change-event.js';
import { announce } from '../internal/announce.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { addEnglish } from '../internal/language.js';
import { properties } from '../internal/properties.js';
import { intervalOf } from '../internal/range.js';
import { clockTerms } from '../locales/en/clock.js';
import { clockSentence, momentWords, rangeWords, spanWords, speedWords } from './clock-words.js';
import { styles } from './clock.styles.js';
import { dial } from './dial.js';
import { equal, kindOf, type RangeKind, rangeKinds, steppedRange, writtenRange } from './range-steps.js';

addEnglish(clockTerms);

const minute = 60_000;
const speeds = [1, 10, 60, 600];

/**
 * @summary The time of the page: date, clock and shift, which range is shown, and the way back into the past.
 *
 * The range goes to the provider around, which hands it to all elements that name none. The slider moves the one
 * clock of the twin over that range, so that each element shows that moment; at its end the page is live again. A page
 * that does not show the present says so. A replay that reaches the present goes on live.
 *
 * @tag twin-clock
 *
 * @fires {TwinRangeChangeEvent} twin-range-change - Somebody asked for another range. Cancelable.
 *
 * @csspart base - The wrapper around everything.
 * @csspart now - Clock, date and shift.
 * @csspart mode - Whether the page shows the present.
 * @csspart dial - The clock face of `display="dial"`.
 * @csspart range - The buttons for the range.
 * @csspart replay - Slider, live and replay.
 *
 * @cssproperty [--twin-clock-background=transparent] - Ground of the element.
 * @cssproperty [--twin-clock-dial-size=104px] - Diameter of the dial.
 */
export class TwinClock extends LitElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);

  /** How fast a replay runs, in seconds per second. */
  @state() private speed = 60;

  /** Time that is shown: `shift`, `day`, `week`, an ISO 8601 duration or interval. Default: the provider's. */
  @property() range = '';

  /** `page`, or `dial` for walls: large, with a clock face whose rim shows the shift, and without buttons. */
  @property({ reflect: true }) display: 'page' | 'dial' = 'page';

  /** `comfortable`, or `touch` with targets of 44 px. */
  @property({ reflect: true }) density: 'comfortable' | 'touch' = 'comfortable';

  /** Leaves out the buttons for the range. */
  @property({ type: Boolean, attribute: 'no-range' }) noRange = false;

  /** Leaves out slider and replay. */
  @property({ type: Boolean, attribute: 'no-replay' }) noReplay = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    new ClockController(this, {
      twin: () => this.#twin.twin,
      visible: () => this.#visibility.visible,
      tick: () => this.#onTick(),
    });
  }

  /** A replay ends in the present: there is no future to show. */
  #onTick(): void {
    const clock = this.#twin.twin?.clock;
    if (clock?.mode === 'playing' && clock.now() >= clock.present) clock.live();
    this.requestUpdate();
  }

  #askFor(range: string): void {
    const isAllowed = this.dispatchEvent(new TwinRangeChangeEvent(range));
    // One with a range or a twin of its own has no provider that would hand the new one down.
    if (isAllowed && (this.range || this.twin)) this.range = range;
  }

  #step(twin: Twin, to: Interval, kind: RangeKind | undefined): void {
    this.#askFor(kind && equal(twin.interval(kind), to) ? kind : writtenRange(to));
  }

  #onSlide(twin: Twin, { value, max, step }: HTMLInputElement, end: number): void {
    const { clock } = twin;
    const time = Number(value);
    if (end >= clock.present && Number(max) - time < Number(step)) clock.live();
    else if (clock.mode === 'playing') clock.play(time, clock.speed);
    else clock.at(time);
  }

  #toggleReplay({ clock }: Twin, shown: Interval): void {
    const now = clock.now();
    if (clock.mode === 'playing') clock.at(now);
    else clock.play(clock.mode === 'at' && now < shown.to ? now : shown.from, this.speed);
    this.#say();
  }

  #setSpeed({ clock }: Twin, speed: number): void {
    this.speed = speed;
    if (clock.mode === 'playing') clock.play(clock.now(), speed);
    this.#say();
  }

  #goLive({ clock }: Twin): void {
    clock.live();
    this.#say();
  }

  /** Tells those who do not see it which time the page shows now. */
  #say(): void {
    const { twin, language } = this.#twin;
    if (twin) announce(clockSentence(twin, language), language.tag);
  }

  protected override render(): TemplateResult {
    const { twin, terms, loading } = this.#twin;
    if (!twin) {
      return html`<div part="base" aria-busy=${loading ? 'true' : 'false'}>
        ${
          loading
            ? html`<i class="bone"></i><span class="hidden-text">${terms.loading}</span>`
            : html`<span class="quiet">${notice(this.#twin, '')}</span>`
        }
      </div>`;
    }
    const isDial = this.display === 'dial';
    const range = this.range || this.#twin.range;
    return html`<div part="base" role="group" aria-label=${terms.clockTitle}>
      ${this.#renderNow(twin, isDial)} ${isDial || this.noRange ? nothing : this.#renderRange(twin, range)}
      ${isDial || this.noReplay ? nothing : this.#renderReplay(twin, shownInterval(twin, range))}
    </div>`;
  }

  #renderNow(twin: Twin, isDial: boolean): TemplateResult {
    const { language, timeZone, terms, formats } = this.#twin;
    const now = twin.clock.now();
    const time = formats.timeWithSeconds(now, timeZone);
    const shift = twin.calendar.shiftAt(now);
    const span = shift ? shift.to - shift.from : 1;
    const isLive = twin.clock.mode === 'live';
    return html`<div part="now">
      <div class="time">${time.slice(0, -3)}<span class="seconds">${time.slice(-3)}</span></div>
      <div class="words">
        <div>${formats.date(now, timeZone)}</div>
        <div class="quiet">
          ${
            shift
              ? html`${textIn(shift.name, language.tag)} ${spanWords(shift, timeZone, formats)}
                  <span class="left">${terms.shiftLeft(formats.duration(shift.to - now))}</span>`
              : terms.betweenShifts
          }
        </div>
        ${shift && !isDial ? html`<i class="bar" ${properties({ '--_done': (now - shift.from) / span })}></i>` : nothing}
      </div>
      ${
        isDial
          ? dial({
              local: twin.calendar.local(now),
              worked: shift && now - shift.from,
              left: shift ? shift.to - now : 0,
            })
          : nothing
      }
      <span part="mode" class=${isLive ? 'quiet' : 'past'}
        >${isLive ? terms.clockLive : clockSentence(twin, language)}</span
      >
    </div>`;
  }

  #renderRange(twin: Twin, range: string): TemplateResult {
    const { terms, language } = this.#twin;
    const interval = intervalOf(twin, range);
    const word = rangeKinds.find((kind) => kind === range);
    const kind = kindOf(twin.calendar, interval);
    const pressed = word ?? kind;
    const earlier = steppedRange(twin.calendar, interval, -1);
    const later = steppedRange(twin.calendar, interval, 1);
    const step = (label: string, arrow: string, to: Interval | undefined) =>
      html`<button
        class="step"
        aria-label=${label}
        ?disabled=${!to || to.from > twin.clock.now()}
        @click=${() => to && this.#step(twin, to, pressed)}
      >
        ${arrow}
      </button>`;
    const kinds = rangeKinds.filter((one) => one !== 'shift' || twin.workshop.calendar.shifts.length > 0);
    return html`<div part="range" role="group" aria-label=${terms.rangeShown}>
      <span class="segments"
        >${kinds.map(
          (one) =>
            html`<button aria-pressed=${one === pressed ? 'true' : 'false'} @click=${() => this.#askFor(one)}>
              ${terms.rangeKinds[one]}
            </button>`,
        )}</span
      >
      <span class="steps"
        >${step(terms.earlierRange, '‹', earlier)}
        <span aria-live="polite">${rangeWords(twin, interval, kind, language)}</span>
        ${step(terms.laterRange, '›', later)}</span
      >
    </div>`;
  }

  #renderReplay(twin: Twin, shown: Interval): TemplateResult {
    const { terms, language } = this.#twin;
    const { clock } = twin;
    const end = Math.min(shown.to, clock.present);
    const isPlaying = clock.mode === 'playing';
    const speed = isPlaying ? clock.speed : this.speed;
    return html`<div part="replay">
      <div class="track" dir="ltr">
        <span class="caption" aria-hidden="true">${momentWords(twin, shown.from, language)}</span>
        <input
          type="range"
          aria-label=${terms.momentShown}
          aria-valuetext=${clockSentence(twin, language)}
          min=${shown.from}
          max=${end}
          step=${stepOf(shown)}
          ?disabled=${end <= shown.from}
          .value=${String(clock.now())}
          @input=${(event: Event) => this.#onSlide(twin, event.target as HTMLInputElement, end)}
        />
        <span class="caption" aria-hidden="true">${momentWords(twin, end, language)}</span>
      </div>
      <span class="segments">
        <button aria-pressed=${clock.mode === 'live' ? 'true' : 'false'} @click=${() => this.#goLive(twin)}>
          ${terms.clockLive}</button
        ><button ?disabled=${end <= shown.from} @click=${() => this.#toggleReplay(twin, shown)}>
          ${isPlaying ? terms.pauseReplay : terms.replay}
        </button>
      </span>
      <span class="segments" role="group" aria-label=${terms.replaySpeed}
        >${speeds.map(
          (one) =>
            html`<button
              aria-pressed=${one === speed ? 'true' : 'false'}
              @click=${() => this.#setSpeed(twin, one)}
            >
              ${speedWords(one, language)}
            </button>`,
        )}</span
      >
    </div>`;
  }
}

/** What the slider goes over. A range that ends now ends in the present, or it would run away under the finger. */
function shownInterval(twin: Twin, range: string): Interval {
  const interval = intervalOf(twin, range);
  const { clock } = twin;
  if (interval.to !== clock.now() || range.includes('/')) return interval;
  return { from: clock.present - (interval.to - interval.from), to: clock.present };
}

/** A minute over a shift, some more over longer ranges: about 500 steps. */
function stepOf({ from, to }: Interval): number {
  return Math.ceil((to - from) / 500 / minute) * minute;
}

define('twin-clock', TwinClock);

declare global {
  interface HTMLElementTagNameMap {
    'twin-clock': TwinClock;
  }
}
