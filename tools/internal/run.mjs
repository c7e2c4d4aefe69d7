import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a command in the folder of the repository and waits for its end.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{ quiet?: boolean, echo?: boolean, cwd?: string, timeout?: number, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 *   quiet: show nothing; timeout in milliseconds, default none
 * @returns {Promise<{ code: number, output: string }>} code is 1 when the command could not start or was ended
 */
export function run(command, parameters, options = {}) {
  const { quiet = false, cwd = root, timeout, env = process.env, shell = false } = options;
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd, env, timeout, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (target) => (chunk) => {
      output += chunk;
      if (!quiet) target.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${command}: ${error.message}\n` }));
    child.on('close', (code, signal) => {
      if (signal) output += `ended by ${signal}\n`;
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a script with this Node. Options as for run(). */
export function runNode(parameters, options) {
  return run(process.execPath, parameters, options);
}

/** Runs npm. On Windows npm is a script, which needs a shell. Options as for run(). */
export function runNpm(parameters, options) {
  return run('npm', parameters, { ...options, shell: process.platform === 'win32' });
}
