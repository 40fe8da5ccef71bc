// What Lighthouse says of the pages one can arrive at, as on a phone. Its accessibility has to be 100 and its best
// practices at least 95; search engines are turned away on purpose, and times are the matter of `bench h5`.
import { createRequire } from 'node:module';
import { landings, openBrowser, servePages } from '../lib/canned-pages.mjs';
import { inProject } from '../lib/places.mjs';
import { say } from '../lib/say.mjs';

const PORT = 9333;
const LEAST = { accessibility: 100, 'best-practices': 95 };

const from = createRequire(inProject('backend/package.json'));
const { default: lighthouse } = await import(from.resolve('lighthouse'));
const server = await servePages();
const browser = await openBrowser([`--remote-debugging-port=${PORT}`]);
const worst = { accessibility: 100, 'best-practices': 100 };
try {
  for (const path of landings) {
    const { lhr } = await lighthouse(server.url + path, {
      port: PORT,
      onlyCategories: Object.keys(LEAST),
      logLevel: 'error',
    });
    const row = { path };
    for (const name of Object.keys(LEAST)) {
      row[name] = Math.round(lhr.categories[name].score * 100);
      worst[name] = Math.min(worst[name], row[name]);
    }
    row.failed = Object.values(lhr.audits)
      .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
      .map(({ id }) => id);
    say(JSON.stringify(row));
  }
  console.log(JSON.stringify({ bench: 'lighthouse', ...worst }));
  process.exitCode = Object.entries(LEAST).some(([name, least]) => worst[name] < least) ? 1 : 0;
} finally {
  await browser.close();
  server.close();
}
