import { type Twin, wordsOf } from '@twinfloor/core';

/**
 * Why an equipment is in its state, in the plant's own words: its `reason` signal, else the message of a fault that
 * is active, else the word of the source (`PROGRAM_STOPPED` reads "Program stopped"). Empty where nothing is said.
 *
 * @param time - milliseconds since the epoch
 * @param tag - the language, as a BCP 47 tag: what the workshop file has a word for is told in it
 */
export function reasonAt(twin: Twin, equipment: string, time: number, tag: string): string {
  const told = (said: string) => wordsOf(twin.workshop, said, tag);
  const state = twin.series(`${equipment}/state`, 'state')?.at(time);
  const reason = twin.series(`${equipment}/reason`, 'text')?.at(time);
  // What was said of an earlier state does not explain this one.
  if (reason?.text && reason.time >= (state?.since ?? -Infinity)) return told(reason.text);
  if (state === undefined || state.state === 'running') return '';
  if (state.state === 'fault') {
    const active = twin.series(`${equipment}/conditions`, 'condition')?.activeAt(time);
    const worst = active?.find(({ level, text }) => level === 'fault' && text);
    if (worst?.text) return told(worst.text);
  }
  const source = told(state.source);
  return source === state.source ? inSentenceCase(source, state.state) : source;
}

/** A word that shouts, calmed down; nothing if it only repeats the state. */
function inSentenceCase(word: string, state: string): string {
  if (word.toLowerCase() === state.toLowerCase()) return '';
  if (!/^[A-Z][A-Z0-9_ ]+$/.test(word)) return word;
  const calm = word.toLowerCase().replaceAll('_', ' ');
  return calm[0].toUpperCase() + calm.slice(1);
}
