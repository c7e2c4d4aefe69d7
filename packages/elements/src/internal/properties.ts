import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/**
 * Sets custom properties of an element: `<div ${properties({ '--_share': 0.4 })}>`. It uses the object model, because
 * a strict content security policy refuses style attributes. Equal values write nothing.
 */
class PropertiesDirective extends Directive {
  readonly #written = new Map<string, string>();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new TypeError('properties() stands where an attribute stands, alone');
  }

  render(_values: Readonly<Record<`--_${string}`, number | string>>): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [values]: Parameters<PropertiesDirective['render']>): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(values)) {
      const text = String(value);
      if (this.#written.get(name) === text) continue;
      this.#written.set(name, text);
      style.setProperty(name, text);
    }
    return noChange;
  }
}

/** Sets custom properties that begin with `--_` on an element of a template. */
export const properties = directive(PropertiesDirective);
