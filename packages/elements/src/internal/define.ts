const defined = new Map<string, CustomElementConstructor>();

/**
 * Registers an element under its standard tag. A tag that is taken is left as it is: the page goes on with the
 * first registration, and the console says so.
 *
 * @param tag - e.g. `twin-oee`
 */
export function define(tag: string, element: CustomElementConstructor): void {
  defined.set(tag, element);
  registerTag(tag, element);
}

/** What {@link register} can be told. */
export interface RegisterOptions {
  /** Takes the place of `twin` in every tag: `acme` gives `acme-oee`. */
  readonly prefix: string;
}

/**
 * Gives all elements that are loaded so far a second set of tags, so that two versions can live on one page.
 *
 * @throws {RangeError} if the prefix is not a lower-case word
 */
export function register({ prefix }: RegisterOptions): void {
  if (!/^[a-z][a-z0-9]*$/.test(prefix))
    throw new RangeError(`invalid prefix: ${prefix}, allowed: a lower-case word`);
  for (const [tag, element] of defined) {
    // A constructor can have one tag only; an empty subclass is the same element under another.
    registerTag(tag.replace(/^twin/, prefix), class extends element {});
  }
}

function registerTag(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  if (customElements.get(tag)) console.warn(`<${tag}> is registered already; the first registration stays.`);
  else customElements.define(tag, element);
}
