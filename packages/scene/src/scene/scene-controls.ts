import type { Language } from '@twinfloor/elements/parts';
import { html, nothing, type TemplateResult } from 'lit';
import { type NamedView, nameOfView } from './scene-views.js';

/** What the controls of a scene show and do. */
export interface ControlActions {
  readonly title: string;
  readonly views: readonly NamedView[];
  /** Whether the tour runs. */
  readonly tours: boolean;
  readonly language: Language;
  readonly showView: (index: number) => void;
  readonly toggleTour: () => void;
  readonly showList: () => void;
  readonly zoom: (factor: number) => void;
  readonly showAll: () => void;
}

const zoomStep = 1.25;

/** The heading of a scene: its name, named views, tour, list and zoom. */
export function sceneControls(actions: ControlActions): TemplateResult {
  const { title, views, tours, language, showView, toggleTour, showList, zoom, showAll } = actions;
  const { terms, tag } = language;
  const button = (sign: string, label: string, act: () => void) =>
    html`<button aria-label=${label} title=${label} @click=${act}>${sign}</button>`;
  return html`<div class="heading" part="controls">
    <h3>${title}</h3>
    ${
      views.length > 1
        ? html`<div class="buttons" role="group" aria-label=${terms.sceneViews}>
            ${views.map(
              (view, index) =>
                html`<button @click=${() => showView(index)}>${nameOfView(view, tag)}</button>`,
            )}
            <button class="tour" aria-pressed=${tours ? 'true' : 'false'} @click=${toggleTour}>
              ${tours ? terms.stopTour : terms.startTour}
            </button>
          </div>`
        : nothing
    }
    <div class="buttons">
      <button @click=${showList}>${terms.machineList}</button>
      ${button('−', terms.zoomOut, () => zoom(zoomStep))}
      ${button('+', terms.zoomIn, () => zoom(1 / zoomStep))} ${button('⤢', terms.showAll, showAll)}
    </div>
  </div>`;
}
