import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { entriesApart } from './build/entries-apart.ts';
import { firstScreen, pageStart } from './build/first-screen.ts';
import { offlineWorker } from './build/offline-worker.ts';
import { ownProtocol } from './build/own-protocol.ts';
import { ownWords } from './build/own-words.ts';
import { pageUrls } from './build/page-urls.ts';
import { pageWords } from './build/page-words.ts';
import { precompress } from './build/precompress.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const entries = ['visitor', 'host', 'guard'].filter((name) => existsSync(here(`./${name}.html`)));
const api = process.env.GATEHOUSE_API ?? 'http://localhost:8080';

/** What every page needs at once. */
const inBase =
  /preload-helper|contract\/src\/rules\/rule-code|rolldown\/runtime|@vue|node_modules\/vue\/|src\/shared\/((?!period|plate|document)[^/]+\.(ts|css)|parts\/(?!Plate|Picker|Period|Choice|Check|Sheet|sheet|Confirm|\w*Field|Segmented|Steps))/;

export default defineConfig({
  base: '/h5/',
  plugins: [
    vue(),
    ownWords(),
    ownProtocol(),
    pageUrls(),
    pageWords(),
    pageStart(),
    firstScreen(),
    entriesApart(),
    offlineWorker(),
    precompress(),
  ],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  server: { port: 5174, proxy: { '/api': api } },
  build: {
    target: ['chrome87', 'safari14'],
    manifest: true,
    modulePreload: {
      polyfill: false,
      // what the first page of each app brings is there already; each name costs the bytes of its fingerprint
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => !/(base|visitor|host|guard|runtime)-[^/]+$/.test(file)),
    },
    assetsInlineLimit: 2048,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(entries.map((name) => [name, here(`./${name}.html`)])),
        'visit-sw': here('./src/worker/offline-sw.ts'),
      },
      output: {
        // the worker keeps its name: a browser looks for a newer one under the same address
        entryFileNames: ({ name }) => (name === 'visit-sw' ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            // a function sees the runtime of the bundler too, whose name begins with a null character
            { name: 'base', test: (id) => inBase.test(id) },
            { name: 'fields', test: /src\/shared\/parts\/((Text|Select|Pick)?Field|Segmented|Steps)\.vue/ },
            {
              name: 'host',
              test: /src\/host\/(?!locales|pages)([^/]+|parts\/(ApprovalCard|StepsCard|state-tone).*)\.(ts|vue)/,
            },
            {
              name: 'visitor',
              test: /contract\/src\/rules\/mobile-number|src\/visitor\/([^/]+|apply\/(form-context|kept-draft|idempotency|result)|records\/(sign-in|status)|pass\/pass-store)\.(ts|vue)$/,
            },
          ],
        },
      },
    },
  },
  test: { environment: 'node', include: ['src/**/*.spec.ts', 'build/**/*.spec.ts'] },
});
