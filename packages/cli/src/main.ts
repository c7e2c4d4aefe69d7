/**
 * What `twinfloor` does on the command line.
 *
 * @param parameters - what stands behind it
 * @returns the exit code
 */
export async function main(parameters: readonly string[]): Promise<number> {
  process.stdout.write(`twinfloor ${parameters.join(' ')}\n`);
  return 0;
}
