/**
 * Compares the answers of the rows with the one held to be true. A faster wrong answer fails.
 *
 * @param {Record<string, Record<string, number> | undefined>} answers figures by row; a row without is not compared
 * @param {string} truth the row whose answer is the right one
 * @param {number} tolerance largest relative difference
 * @returns {{ words: string, wrong: string[] }}
 */
export function compareAnswers(answers, truth, tolerance) {
  const right = answers[truth];
  if (right === undefined) return { words: 'no answer to compare with', wrong: [] };
  const wrong = [];
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined);
  for (const [row, answer] of given) {
    for (const [key, expected] of Object.entries(right)) {
      const found = answer[key];
      const size = Math.max(Math.abs(expected), 1e-12);
      if (!(Math.abs(found - expected) <= tolerance * size))
        wrong.push(`${row}: ${key} ${found} instead of ${expected}`);
    }
  }
  const agreed = `${given.length} rows agree to ${tolerance} in ${Object.keys(right).join(', ')}`;
  return { words: wrong.length > 0 ? `WRONG: ${wrong.join('; ')}` : agreed, wrong };
}
