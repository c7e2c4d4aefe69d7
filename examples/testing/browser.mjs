import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../tools/internal/programs.mjs';
import { serve } from '../serve.mjs';

/**
 * Serves the examples and opens a browser for the tests of one file; both end with it.
 *
 * @param {{ original?: boolean, connect?: string[], handle?: Function }} [options] as for `serve`
 */
export async function examples(options = {}) {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error('no browser found: install Chromium or name it in CHROMIUM');
  const server = await serve({ port: 0, ...options });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  after(async () => {
    await browser.close();
    await server.close();
  });

  return {
    url: server.url,
    /** A context for pages that share what pages of one browser share, such as a worker. */
    context: () => browser.newContext({ viewport: { width: 1440, height: 900 } }),
    /**
     * Opens an example, in a context of its own if none is given. `complaints` collects what a page must not have: errors, refused resources, violations of
     * the content security policy, requests to other hosts.
     */
    async open(path, { width = 1440, height = 900, context } = {}) {
      const page = await (context?.newPage() ?? browser.newPage({ viewport: { width, height } }));
      const complaints = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error}`));
      page.on('console', (message) => {
        // A software renderer has to say how slow it is; that is no matter of the page.
        if (/GL Driver Message \(OpenGL, Performance/.test(message.text())) return;
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url)) complaints.push(`request to ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
      });
      await page.addInitScript(() => {
        window.violations = [];
        // For the tests: waits until something holds, and gives up after 20 seconds.
        window.until = async (holds) => {
          const end = Date.now() + 20_000;
          while (!holds()) {
            if (Date.now() > end) throw new Error(`waited in vain until ${holds}`);
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        };
        document.addEventListener('securitypolicyviolation', (event) => {
          window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
        });
      });
      await page.goto(new URL(path, server.url).href);
      return { page, complaints };
    },
  };
}

/** What `open` collected, and the violations that the page itself counted. */
export async function complaintsOf({ page, complaints }) {
  return [...complaints, ...(await page.evaluate(() => window.violations))];
}
