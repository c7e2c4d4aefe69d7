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
  const signals = new Map<string, number>();
  for (const { signal } of connectors.flatMap(({ bindings }) => bindings)) {
    const id = signal.slice(0, signal.indexOf('/'));
    signals.set(id, (signals.get(id) ?? 0) + 1);
  }
  lines.push(
    ...cut(
      machines.map(({ id, name, type }) => {
        const said = connectors.length > 0 && counted(signals.get(id) ?? 0, 'signal');
        const words = [textIn(name, 'en'), type ?? 'type not known', said];
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
