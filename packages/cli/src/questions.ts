import { createInterface, type Interface } from 'node:readline/promises';

/** Asks the person at the terminal. What is typed ahead is the answer to the next question. */
export class Questions {
  readonly #lines: Interface;
  readonly #answers: AsyncIterator<string>;

  constructor(signal: AbortSignal) {
    this.#lines = createInterface({ input: process.stdin, output: process.stdout });
    this.#answers = this.#lines[Symbol.asyncIterator]();
    // A terminal in line mode hands Ctrl+C to the interface, not to the process.
    this.#lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    signal.addEventListener('abort', () => this.end(), { once: true });
  }

  /**
   * @returns the answer without blanks around it; empty: none was given
   * @throws {Error} if the input has ended
   */
  async ask(question: string): Promise<string> {
    this.#lines.setPrompt(question);
    this.#lines.prompt();
    const { done, value } = await this.#answers.next();
    if (done) throw new Error('\nno answer: nothing is written');
    return value.trim();
  }

  /** Lets the terminal go. */
  end(): void {
    this.#lines.close();
  }
}
