export function read(text) {
  const all = [];
  const document = new DOMParser().parseFromString(text, 'text/xml');
  for (const element of document.getElementsByTagName('*')) {
    const id = element.getAttribute('dataItemId');
    if (id === null) continue;
    const sequence = Number(element.getAttribute('sequence'));
    all.push([id, element.getAttribute('timestamp'), sequence, element.textContent]);
  }
  return all;
}
