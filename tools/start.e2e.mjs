import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { root } from './internal/root.mjs';

describe('npm start', () => {
  it('prints the address at which the example site answers, the next free port when the first is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address();
    const child = spawn(process.execPath, ['tools/start.mjs'], {
      cwd: root,
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const url = await printedAddress(child.stdout);
      assert.notEqual(Number(new URL(url).port), port);
      const response = await fetch(new URL('/twinfloor.js', url));
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /javascript/);
      assert.equal(
        response.headers.get('content-security-policy'),
        "default-src 'self'; require-trusted-types-for 'script'",
      );
      await response.body?.cancel();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      // Windows knows no SIGTERM: there the process is ended from outside.
      if (process.platform !== 'win32') assert.deepEqual(await ended, [0, null]);
    } finally {
      child.kill('SIGKILL');
      holder.close();
    }
  });
});

async function printedAddress(output) {
  let printed = '';
  for await (const chunk of output.setEncoding('utf8')) {
    printed += chunk;
    const address = /http:\/\/\S+/.exec(printed)?.[0];
    if (address) return address;
  }
  throw new Error(`no address in: ${printed}`);
}
