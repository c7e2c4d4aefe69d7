// `npm start`: installs and builds what is missing, then serves the example site and prints its address.
// PORT names the port, default 8000; when it is taken, the next free one serves.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { installLibraries } from './internal/install.mjs';
import { root } from './internal/root.mjs';
import { runNode } from './internal/run.mjs';
import { buildIsStale } from './internal/sources.mjs';

await installLibraries();
if (buildIsStale()) {
  console.log('building');
  const { code, output } = await runNode(['tools/build.mjs'], { quiet: true });
  if (code !== 0) {
    console.log(output);
    process.exit(1);
  }
}

const { serve } = await import(pathToFileURL(join(root, 'examples/serve.mjs')).href);
const { url, close } = await listen(Number(process.env.PORT ?? 8000));
console.log(`\nThe workshop is at ${url}\n\nCtrl+C ends it.`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    void Promise.resolve(close()).finally(() => process.exit(0));
  });
}

async function listen(first) {
  for (let port = first; port < first + 100; port += 1) {
    try {
      return await serve({ port });
    } catch (error) {
      if (error?.code !== 'EADDRINUSE') throw error;
      console.log(`port ${port} is taken`);
    }
  }
  throw new Error(`no free port from ${first} to ${first + 99}`);
}
