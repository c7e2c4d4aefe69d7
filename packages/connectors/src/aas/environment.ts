import type { Text } from '@twinfloor/core';
import type { Reference } from './reference.js';

/** The kinds of submodel elements (metamodel 3.1, SubmodelElement). */
export const elementKinds = [
  'Property',
  'MultiLanguageProperty',
  'Range',
  'File',
  'Blob',
  'SubmodelElementCollection',
  'SubmodelElementList',
  'Entity',
  'ReferenceElement',
  'RelationshipElement',
  'AnnotatedRelationshipElement',
  'Operation',
  'Capability',
  'BasicEventElement',
] as const;
export type ElementKind = (typeof elementKinds)[number];

/** One element of a submodel. What its kind does not have is `undefined` or empty. */
export interface SubmodelElement {
  readonly kind: ElementKind;
  /** Elements of a list need none; what some have says what they are. */
  readonly idShort: string | undefined;
  /** Its idShortPath within the submodel, e.g. `Markings[0].MarkingName`. */
  readonly path: string;
  /** What it means: its semantic id, then the supplemental ones. */
  readonly meanings: readonly Reference[];
  /** Words for people. */
  readonly label: Text | undefined;
  readonly unit: string | undefined;
  /** Of a Property or Range, e.g. `xs:double`. */
  readonly valueType: string | undefined;
  /** Of a Property, a File (its path) or a Blob (base64), as it was written. A Property's is of its type. */
  readonly value: string | undefined;
  /** Of a MultiLanguageProperty, by language tag. */
  readonly texts: Readonly<Record<string, string>> | undefined;
  /** Of a Range, as they were written. */
  readonly minimum: string | undefined;
  readonly maximum: string | undefined;
  /** Of a File or Blob. */
  readonly contentType: string | undefined;
  /** Of a collection, a list, an entity (its statements) or an annotated relationship. */
  readonly children: readonly SubmodelElement[];
}

/** One aspect of an asset. */
export interface Submodel {
  readonly id: string;
  readonly idShort: string | undefined;
  readonly meanings: readonly Reference[];
  readonly elements: readonly SubmodelElement[];
}

/** An Asset Administration Shell. */
export interface Shell {
  readonly id: string;
  readonly idShort: string | undefined;
  readonly globalAssetId: string | undefined;
  /** Ids of its submodels. */
  readonly submodels: readonly string[];
}

/** What the words of a dictionary say of a concept (IEC 61360). */
export interface Concept {
  readonly label: Text | undefined;
  readonly unit: string | undefined;
}

/** All that one document says. */
export interface Environment {
  readonly shells: readonly Shell[];
  readonly submodels: readonly Submodel[];
  /** By id. */
  readonly concepts: ReadonlyMap<string, Concept>;
}
