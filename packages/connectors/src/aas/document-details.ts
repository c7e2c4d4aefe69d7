import type { EquipmentDetail, Text } from '@twinfloor/core';
import { fileOf, valueOf } from './details.js';
import type { SubmodelElement } from './environment.js';

/**
 * The documents of a handover documentation (IDTA 02004, after VDI 2770): for each file of each version one line, called by
 * its title, under the class of the document.
 */
export function documentDetails(
  elements: readonly SubmodelElement[],
  address: (path: string) => string | undefined,
): EquipmentDetail[] {
  return elements.flatMap((element) => {
    const parts = element.children.flatMap((child) =>
      child.idShort === 'DocumentVersions' ? child.children : [child],
    );
    const versions = parts.filter(isVersion);
    if (versions.length === 0) return documentDetails(element.children, address);
    const kind = inside(element, 'ClassName').map(valueOf).find(Boolean);
    return versions.flatMap((version) => versionDetails(version, kind, address));
  });
}

function versionDetails(
  version: SubmodelElement,
  kind: Text | undefined,
  address: (path: string) => string | undefined,
): EquipmentDetail[] {
  const title = version.children
    .filter(({ idShort = '' }) => /^Title/.test(idShort))
    .map(valueOf)
    .find(Boolean);
  const number = version.children
    .find(({ idShort = '' }) => /^(DocumentVersionId|Version)$/.test(idShort))
    ?.value?.trim();
  const files = version.children
    .filter(({ idShort = '' }) => /^DigitalFile/.test(idShort))
    .flatMap((file) => (file.kind === 'File' ? [file] : file.children))
    .filter(({ kind, value }) => kind === 'File' && value);
  const group = [kind, number].flatMap((one) =>
    one === undefined ? [] : typeof one === 'string' ? one : (one['en'] ?? Object.values(one)[0]),
  );
  return files.map((file) => ({
    section: 'documentation' as const,
    name: file.idShort ?? 'DigitalFile',
    value: title ?? nameOf(file.value!),
    ...(group.length > 0 && { group }),
    ...fileOf(file, address),
  }));
}

function isVersion({ idShort = '', path, children }: SubmodelElement): boolean {
  return (
    children.length > 0 &&
    (/^DocumentVersion\d*$/.test(idShort) || /(^|\.)DocumentVersions\[\d+\]$/.test(path))
  );
}

/** The elements of a name, at any depth. */
function inside({ children }: SubmodelElement, name: string): SubmodelElement[] {
  return children.flatMap((child) => (child.idShort === name ? [child] : inside(child, name)));
}

/** The last part of a path or address. */
function nameOf(path: string): string {
  return path.slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1);
}
