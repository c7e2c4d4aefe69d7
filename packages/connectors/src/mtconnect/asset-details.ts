import type { EquipmentDetail } from '@twinfloor/core';
import type { AssetNode } from './assets-document.js';

/** So much is told of one asset. */
const most = 100;

/**
 * What an asset says of the equipment that uses it: each text and each figure with its limits, under the asset's own
 * name. Of the cutting edges only their number is told; a file is a document with its address.
 */
export function assetDetails(asset: AssetNode): EquipmentDetail[] {
  const { assetId, deviceUuid: _, removed: __, ...about } = asset.attributes;
  const head = `${asset.name} ${assetId}`;
  const details: EquipmentDetail[] = Object.entries(about).map(([name, value]) => ({
    section: 'technicalData',
    name,
    value,
    group: [head],
  }));
  const add = (node: AssetNode, group: readonly string[]): void => {
    const { name, text, attributes, children } = node;
    const href = attributes['href'] ?? attributes['xlink:href'];
    if (href !== undefined) {
      const isAddress = /^https?:\/\//.test(href);
      details.push({
        section: 'documentation',
        name,
        value: href,
        group,
        ...(isAddress && { href }),
        ...(asset.attributes['mediaType'] && { contentType: asset.attributes['mediaType'] }),
      });
    } else if (name === 'CuttingItems') {
      details.push({ section: 'technicalData', name, value: String(children.length), group });
    } else if (children.length > 0) {
      for (const child of children) add(child, [...group, name]);
    } else if (text) {
      const { units, ...limits } = attributes;
      const unit = units && { unit: units };
      details.push({ section: 'technicalData', name, value: text, group, ...unit });
      for (const [limit, value] of Object.entries(limits))
        details.push({ section: 'technicalData', name: `${name} ${limit}`, value, group, ...unit });
    }
  };
  for (const child of asset.children) add(child, [head]);
  return details.slice(0, most);
}
