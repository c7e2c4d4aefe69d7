import type { PropertyDeclaration, ReactiveElement } from '@lit/reactive-element';

/**
 * Declares a field of an element as a reactive property with an attribute, as Lit's decorator of this name does. That
 * one also carries what decorators of the other kind need, which is more than a tile has room for.
 */
export function property(
  options?: PropertyDeclaration,
): (element: ReactiveElement, name: PropertyKey) => void {
  return (element, name) => (element.constructor as typeof ReactiveElement).createProperty(name, options);
}
