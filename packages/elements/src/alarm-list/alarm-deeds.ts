import { type Alarm, alarmsOf, defaultAlarmSettings } from '@twinfloor/core/alarms';
import { isPermitting, showsPast } from '@twinfloor/core/requests';
import { html, nothing } from 'lit';
import type { TwinController } from '../controllers/twin-controller.js';
import { announce } from '../internal/announce.js';
import {
  act,
  type AlarmDeed,
  deedsFor,
  explainedDeeds,
  resultSentence,
  shelvingTimes,
} from './alarm-acts.js';
import type { TwinAlarmList } from './alarm-list.js';
import { alarmPanel, type OpenDeed } from './alarm-panel.js';
import type { RowView } from './alarm-row.js';

/** Minutes for which is shelved if nobody chooses another time. */
const usualShelving = 60;

/** What the deeds need of the list. */
export interface DeedsOptions {
  readonly selected: () => readonly Alarm[];
  /** Gives the focus back to the rows. */
  readonly returnFocus: () => void;
}

/** What is done to the selected alarms: at once, or after its reason was given. */
export class AlarmDeeds {
  readonly #host: TwinAlarmList;
  readonly #twin: TwinController;
  readonly #options: DeedsOptions;
  #open: OpenDeed | undefined;
  #result = '';
  /** While the host page is asked: one that is asked twice would be done twice. */
  #isAsking = false;

  constructor(host: TwinAlarmList, twin: TwinController, options: DeedsOptions) {
    this.#host = host;
    this.#twin = twin;
    this.#options = options;
  }

  /** Forgets what came of the last one. */
  forget(): void {
    if (!this.#isAsking) this.#result = '';
  }

  /** Closes the form without doing it, where nothing is selected any more. */
  drop(): void {
    this.#open = undefined;
  }

  /** Does something to those for which it fits, or asks for the reason first; nothing where it cannot be done. */
  begin(deed: AlarmDeed): void {
    if (this.#isAsking || this.#hindrance !== undefined || !deedsFor(this.#options.selected()).has(deed))
      return;
    this.#result = '';
    if (!explainedDeeds.has(deed)) {
      void this.#act(deed, 0, '');
      return;
    }
    const times = shelvingTimes(this.#longest);
    const minutes = times.findLast((one) => one <= usualShelving) ?? times[0];
    this.#open = { deed, minutes, why: '', isMissingWhy: false };
    void this.#go('#why');
  }

  /** What is known of the selected alarm, and what can be done about those that are selected. */
  render(view: RowView): unknown {
    const selected = this.#options.selected();
    if (selected.length === 0 && this.#result === '') return nothing;
    return html`<div class="panel-place" @keydown=${this.#onKey}>
      ${alarmPanel({
        ...view,
        selected,
        deeds: deedsFor(selected),
        hindrance: this.#hindrance,
        open: this.#open,
        result: this.#result,
        longest: this.#longest,
        begin: (deed) => this.begin(deed),
        finish: () => this.#finish(),
        cancel: () => this.#cancel(),
        changed: () => this.#host.requestUpdate(),
      })}
    </div>`;
  }

  /** Why nothing can be done to any alarm, in a sentence. */
  get #hindrance(): string | undefined {
    const { twin, terms } = this.#twin;
    if (!twin || !isPermitting(twin)) return terms.alarmLookOnly;
    return showsPast(twin) ? terms.alarmInPast : undefined;
  }

  get #longest(): number {
    return (this.#twin.twin?.workshop.alarms ?? defaultAlarmSettings).maximumShelving / 60;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#open) return;
    event.preventDefault();
    this.#cancel();
  };

  #finish(): void {
    const open = this.#open;
    if (!open) return;
    const why = open.why.trim();
    if (why !== '') {
      void this.#act(open.deed, open.minutes, why);
      return;
    }
    open.isMissingWhy = true;
    void this.#go('#why');
  }

  #cancel(): void {
    this.#open = undefined;
    void this.#go();
  }

  async #act(deed: AlarmDeed, minutes: number, why: string): Promise<void> {
    const { twin, language } = this.#twin;
    const ids = deedsFor(this.#options.selected()).get(deed);
    if (!twin || !ids || this.#isAsking) return;
    this.#isAsking = true;
    this.#result = language.terms.alarmPermitting(language.terms.alarmActs[deed]);
    this.#host.requestUpdate();
    const result = await act(alarmsOf(twin), deed, ids, { minutes, why });
    this.#isAsking = false;
    this.#open = undefined;
    this.#result = resultSentence(deed, result, language);
    announce(this.#result, language.tag);
    await this.#go();
  }

  /** Renders, and gives the focus to what a selector finds, without one to the rows. */
  async #go(selector?: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (selector === undefined) this.#options.returnFocus();
    else this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
