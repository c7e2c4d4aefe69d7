import type { Terms } from '@twinfloor/elements/parts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Workshop3d } from '../three/workshop-3d.js';
import type { ModelProblem } from './gltf-model.js';
import type { SiteLayout } from './site-layout.js';

/** The glTF models that machines of a scene have of their own. Until one is there, and if it never is, the model of the type stands there. */
export class OwnModels {
  readonly #problems = new Map<string, ModelProblem>();
  readonly #changed: () => void;
  #missing = 0;
  #isDisposed = false;

  /** @param changed - called when a model could not be shown */
  constructor(site: SiteLayout, workshop: Workshop3d, changed: () => void) {
    this.#changed = changed;
    const byFile = new Map<string, number[]>();
    site.equipment.forEach(({ placement }, index) => {
      const file = placement?.model;
      if (!file) return;
      const users = byFile.get(file);
      if (users) users.push(index);
      else byFile.set(file, [index]);
    });
    for (const [file, users] of byFile) void this.#load(file, users, workshop);
  }

  /** Loads nothing more. */
  dispose(): void {
    this.#isDisposed = true;
  }

  /** How many machines are shown with the model of their type instead, and why. */
  render(terms: Terms): TemplateResult | typeof nothing {
    if (this.#missing === 0) return nothing;
    return html`<p class="note caption" part="note">
      ${terms.modelsMissing(this.#missing)}
      ${[...this.#problems].map(([file, problem]) => `${sentence(terms, file, problem)} `)}
    </p>`;
  }

  async #load(file: string, users: readonly number[], workshop: Workshop3d): Promise<void> {
    const { loadGltf } = await import('./gltf-model.js');
    if (this.#isDisposed) return;
    const made = await loadGltf(file);
    if (this.#isDisposed) {
      if ('model' in made) made.dispose();
      return;
    }
    if ('model' in made) {
      users.forEach((index, at) => workshop.setModel(index, at === 0 ? made.model : made.model.clone()));
      return;
    }
    this.#problems.set(file, made);
    this.#missing += users.length;
    console.warn(`<twin-scene> shows ${users.length} machines without their model ${file}.`, made);
    this.#changed();
  }
}

function sentence(terms: Terms, file: string, { reason, decoder }: ModelProblem): string {
  const name = file.split('/').pop() ?? file;
  if (reason === 'decoder') return terms.modelNeedsDecoder(name, decoder ?? '');
  return reason === 'elsewhere' ? terms.modelElsewhere(name) : terms.modelUnreadable(name);
}
