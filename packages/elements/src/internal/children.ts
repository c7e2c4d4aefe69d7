import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/**
 * Makes elements the children of an element of a template: `<div ${children(tiles)}></div>`. Elements that stay in
 * their order are not touched, so that the one with the focus keeps it; there are no comments between them.
 */
class ChildrenDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new TypeError('children() stands where an attribute stands, alone');
  }

  render(_elements: readonly Element[]): typeof noChange {
    return noChange;
  }

  override update(
    { element: parent }: ElementPart,
    [elements]: Parameters<ChildrenDirective['render']>,
  ): typeof noChange {
    const wanted = new Set(elements);
    for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
    let place = parent.firstElementChild;
    for (const element of elements) {
      if (element === place) place = place.nextElementSibling;
      else parent.insertBefore(element, place);
    }
    return noChange;
  }
}

/** The elements inside an element of a template, in order; the template gives it no others. */
export const children = directive(ChildrenDirective);
