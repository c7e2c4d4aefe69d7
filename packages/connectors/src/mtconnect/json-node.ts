/** An object of a document that came over the wire. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An element of a document: what it is called, what it says, where it stands. */
export interface JsonElement {
  /** As in XML, without prefix; of the oldest layout, which names none, the word that says its type. */
  readonly name: string;
  readonly value: JsonObject;
  /** JSON pointer. */
  readonly place: string;
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property, whichever way its first letter is written: some agents write `InstanceId`, others `instanceId`. */
export function property(object: JsonObject, name: string): unknown {
  const other = (/^[a-z]/.test(name) ? name[0].toUpperCase() : name[0].toLowerCase()) + name.slice(1);
  for (const one of [name, other]) if (Object.hasOwn(object, one)) return object[one];
  return undefined;
}

/** A property as the text that stands for it in XML; `undefined` if it is absent, a list or an object. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = property(object, name);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/**
 * The elements that a property has, in each of the layouts:
 *
 * - version 1: a list of objects with one key, `[{ "Load": { … } }, …]`
 * - version 2: an object of lists or single elements, `{ "Load": [{ … }, …] }`
 * - the oldest: a list of the elements themselves
 *
 * @param nameOf - the name of an element of the oldest layout
 */
export function elementsOf(
  owner: JsonElement,
  key: string,
  nameOf: (value: JsonObject) => string = () => key,
): JsonElement[] {
  const found: JsonElement[] = [];
  const add = (name: string, value: unknown, place: string): void => {
    if (isObject(value)) found.push({ name: name.slice(name.indexOf(':') + 1), value, place });
  };
  const list = property(owner.value, key);
  const place = `${owner.place}/${key}`;
  if (Array.isArray(list)) {
    list.forEach((one: unknown, index) => {
      if (!isObject(one)) return;
      const [name, ...more] = Object.keys(one);
      if (name !== undefined && more.length === 0 && isObject(one[name]))
        add(name, one[name], `${place}/${index}/${name}`);
      else add(nameOf(one), one, `${place}/${index}`);
    });
  } else if (isObject(list)) {
    for (const [name, values] of Object.entries(list)) {
      if (!Array.isArray(values)) add(name, values, `${place}/${name}`);
      else values.forEach((one, index) => add(name, one, `${place}/${name}/${index}`));
    }
  }
  return found;
}
