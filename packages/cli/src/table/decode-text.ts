/**
 * The text of a table as spreadsheets save it: UTF-8, UTF-16 with its mark, and what Excel writes where that was not
 * chosen, GBK in China and Windows-1252 in the West.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(looksChinese(bytes) ? 'gbk' : 'windows-1252').decode(bytes);
  }
}

/** Chinese characters are two bytes above 0x80 each, so runs of them are even; letters with accents stand alone. */
function looksChinese(bytes: Uint8Array): boolean {
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const from = at;
    while (at < bytes.length && bytes[at] > 0x80) at++;
    if (at === from) continue;
    if ((at - from) % 2 === 0) even++;
    else odd++;
  }
  return even > odd;
}
