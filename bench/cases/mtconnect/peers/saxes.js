import { SaxesParser } from 'saxes';

export function read(text) {
  const all = [];
  const parser = new SaxesParser({ xmlns: false });
  let attributes;
  let said = '';
  parser.on('opentag', (tag) => {
    ({ attributes } = tag);
    said = '';
  });
  const add = (piece) => {
    said += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    if (attributes?.dataItemId === undefined) return;
    all.push([attributes.dataItemId, attributes.timestamp, Number(attributes.sequence), said]);
    attributes = undefined;
  });
  parser.write(text).close();
  return all;
}
