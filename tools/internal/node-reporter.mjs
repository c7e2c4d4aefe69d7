import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { root } from './root.mjs';

/**
 * Reports a run of node:test: one line a file, every failure in full, and `N passed, N failed` at the end.
 * Suites are not counted, nor is the entry that Node makes for a file whose tests all stand inside it.
 */
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  const perFile = new Map();
  /** Names of what has begun last, by file and depth. */
  const titles = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:start') titles.set(`${data.file} ${data.nesting}`, data.name);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && type === 'test:pass') continue;
    const file = pathOf(data.file ?? data.name);
    const isFile = pathOf(data.name) === file;
    if (type === 'test:pass') {
      if (isFile) continue;
      if (data.skip !== undefined || data.todo !== undefined) skipped += 1;
      else {
        passed += 1;
        perFile.set(file, (perFile.get(file) ?? 0) + 1);
      }
      continue;
    }
    const { error } = data.details;
    if (error?.failureType === 'subtestsFailed') continue;
    failed += 1;
    yield `\n✗ ${isFile ? file : `${file}: ${titleOf(data, titles)}`}\n${indent(explain(error))}\n\n`;
  }
  for (const [file, count] of [...perFile].sort()) yield `  ${String(count).padStart(5)}  ${file}\n`;
  if (skipped > 0) yield `${skipped} skipped\n`;
  yield `${passed} passed, ${failed} failed\n`;
}

function titleOf({ file, nesting, name }, titles) {
  const outer = Array.from({ length: nesting }, (_, depth) => titles.get(`${file} ${depth}`));
  return [...outer, name].join(' › ');
}

function pathOf(name) {
  const path = name.startsWith('file:') ? fileURLToPath(name) : name;
  return path.startsWith(root) ? relative(root, path) : path;
}

function explain(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause);
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}
