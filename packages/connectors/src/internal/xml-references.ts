const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Finds a character that must not stand in an XML document; written as what may, which engines search faster. */
export const forbiddenCharacter = /[^\t\n\r -\ufffd]/;

/**
 * Replaces the five named references and the numeric ones by what they stand for.
 *
 * @param onUnknown - called with any other reference and its position in the text; does not return
 */
export function withoutReferences(
  text: string,
  onUnknown: (found: string, position: number) => never,
): string {
  return text.replace(/&([^;&]*)(;?)/g, (reference, name: string, end: string, position: number) => {
    const [, hexadecimal, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
    const code = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal ?? 0);
    const character =
      code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : Object.hasOwn(named, name) && named[name];
    if (!end || !character || forbiddenCharacter.test(character)) onUnknown(reference.slice(0, 20), position);
    return character;
  });
}
