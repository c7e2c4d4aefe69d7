import type { Twin } from '@twinfloor/core';
import { html, LitElement, type TemplateResult } from 'lit';
import { expect } from 'chai';
import { clear, frames } from '../testing/page.js';
import { sampleTwin } from '../testing/sample-twin.js';
import { TwinController } from './twin-controller.js';

class NameOfEquipment extends LitElement {
  readonly controller = new TwinController(this);
  twin: Twin | undefined;
  provider = '';
  shown = 'selected';
  renders = 0;

  protected override render(): TemplateResult {
    this.renders++;
    return html`${this.controller.equipment(this.shown)?.id}`;
  }
}
customElements.define('name-of-equipment', NameOfEquipment);

async function show(shown: string, twin: Twin): Promise<NameOfEquipment> {
  const element = Object.assign(new NameOfEquipment(), { shown, twin });
  document.body.append(element);
  await frames(2);
  return element;
}

describe('TwinController', () => {
  afterEach(() => {
    clear();
    for (const element of document.querySelectorAll('name-of-equipment')) element.remove();
  });

  it('finds an equipment by its id, and none for an id that is not in the workshop', async () => {
    const { controller } = await show('', sampleTwin());
    expect(controller.equipment('mill-02')?.id).to.equal('mill-02');
    expect(controller.equipment('nowhere')).to.equal(undefined);
  });

  it('gives the selected equipment for the word "selected", and renders anew when another is selected', async () => {
    const twin = sampleTwin();
    const element = await show('selected', twin);
    expect(element.renderRoot.textContent).to.equal('');
    twin.selection.select('mill-02');
    await element.updateComplete;
    expect(element.renderRoot.textContent).to.equal('mill-02');
    twin.selection.select(undefined);
    await element.updateComplete;
    expect(element.renderRoot.textContent).to.equal('');
  });

  it('leaves an element in peace that shows an equipment of its own', async () => {
    const twin = sampleTwin();
    const element = await show('mill-02', twin);
    const { renders } = element;
    twin.selection.select('press-04');
    await frames(2);
    expect(element.renders).to.equal(renders);
  });

  it('does not follow the selection while its element is off the page', async () => {
    const twin = sampleTwin();
    const element = await show('selected', twin);
    element.remove();
    const { renders } = element;
    twin.selection.select('mill-02');
    await frames(2);
    expect(element.renders).to.equal(renders);
    document.body.append(element);
    await frames(2);
    expect(element.renderRoot.textContent).to.equal('mill-02');
  });
});
