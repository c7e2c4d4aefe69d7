// u8-mqtt reads `sessionStorage` while it is loaded, to keep sessions there, which we never let it do. Where a page may
// have no storage (a sandboxed frame, a browser that blocks it) the reading itself throws, and with it would fail all
// that is loaded along, in the bundle everything. So whoever imports the library imports this module first.

const name = 'sessionStorage';
const own = Object.getOwnPropertyDescriptor(globalThis, name);
const isWithheld = isForbidden();
if (isWithheld) Object.defineProperty(globalThis, name, { configurable: true, value: undefined });

/** Makes the global object what it was before. */
export function giveStorageBack(): void {
  if (!isWithheld) return;
  if (own) Object.defineProperty(globalThis, name, own);
  else Reflect.deleteProperty(globalThis, name);
}

function isForbidden(): boolean {
  try {
    void (globalThis as { sessionStorage?: unknown }).sessionStorage;
    return false;
  } catch {
    return true;
  }
}
