import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inProject } from '../lib/places.mjs';

const FAMILY = 'Noto Sans SC Variable';
const ADDRESS = '/own-font/';

/** Draws all text of a browser context in a font that comes with the project: pictures are the same on every machine. */
export async function useOwnFont(context) {
  const folder = dirname(createRequire(inProject('backend/package.json')).resolve('@fontsource-variable/noto-sans-sc'));
  const faces = readFileSync(join(folder, 'index.css'), 'utf8').replaceAll('./files/', ADDRESS);
  const rule = `* { font-family: '${FAMILY}', sans-serif !important; }`;
  await context.route(`**${ADDRESS}*`, (route) =>
    route.fulfill({
      path: join(folder, 'files', new URL(route.request().url()).pathname.slice(ADDRESS.length)),
      headers: { 'access-control-allow-origin': '*', 'content-type': 'font/woff2' },
    }),
  );
  await context.addInitScript(
    (css) =>
      document.addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style');
        style.textContent = css;
        document.head.append(style);
      }),
    `${faces}${rule}`,
  );
}
