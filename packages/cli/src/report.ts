import { textIn } from '@twinfloor/core';
import type { Proposal } from './proposal.js';

/** So many lines of one kind are shown; the rest is counted. */
const mostLines = 20;

/** What was found, in lines for people. */
export function reportOf({ parts, notes }: Proposal): string {
  const { equipment, connectors, refusals } = parts;
  const machines = equipment.filter(({ level }) => level === 'workUnit');
  const lines = [`found ${counted(machines.length, 'machine')}`];
  for (const { type, bindings } of connectors) {
    lines.push(`  ${type}: ${counted(bindings.length, 'signal')}`);
  }
  lines.push(
    ...cut(
      machines.map(({ id, name, type }) => {
        const signals = connectors
          .flatMap(({ bindings }) => bindings)
          .filter((one) => one.signal.startsWith(`${id}/`));
        const words = [
          textIn(name, 'en'),
          type ?? 'type not known',
          connectors.length > 0 && counted(signals.length, 'signal'),
        ];
        return `  ${id}: ${words.filter(Boolean).join(', ')}`;
      }),
    ),
  );
  if (refusals.length > 0) {
    lines.push('not proposed:');
    lines.push(
      ...cut(refusals.map(({ place, found, allowed }) => `  ${place}: found ${found}, allowed: ${allowed}`)),
    );
  }
  if (notes.length > 0) lines.push('to be looked at:', ...cut(notes.map((note) => `  ${note}`)));
  return `${lines.join('\n')}\n`;
}

function cut(lines: readonly string[]): string[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines), `  … and ${lines.length - mostLines} more`];
}

/** `1 machine`, `2 machines`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
