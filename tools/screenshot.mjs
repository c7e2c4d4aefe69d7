// `node tools/screenshot.mjs`: makes the picture in the READMEs from the example site as it runs.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../examples/serve.mjs';
import { chromiumFlags, chromiumPath } from './internal/programs.mjs';
import { root } from './internal/root.mjs';

const server = await serve({ port: 0 });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(new URL('recorded-workshop/', server.url).href);
  // Long enough for the past to be read and the first minute of the fault to be seen.
  await page.waitForTimeout(8_000);
  const path = join(root, 'docs/images/recorded-workshop.png');
  await page.screenshot({ path });
  console.log(path);
} finally {
  await browser.close();
  await server.close();
}
