import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import vue from '@vitejs/plugin-vue';
import elementPlus from 'unplugin-element-plus/vite';
import { defaultClientConditions, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { earlyFiles } from './build/early-files';

const compress = promisify(brotliCompress);

/** Writes `x.br` beside every text file of the build, so that the server only has to send it. */
function precompress(): Plugin {
  let folder = '';
  return {
    name: 'gatehouse:precompress',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      const texts = files.filter((file) => /\.(js|css|html|svg)$/.test(file));
      for (const file of texts)
        await writeFile(join(folder, `${file}.br`), await compress(await readFile(join(folder, file))));
    },
  };
}

/** The parts of nearly every page: our own, and what they use of Element Plus. Its table is a file of its own. */
const ofPages =
  /src[\\/]shared[\\/]|element-plus[\\/]es[\\/](components[\\/](tooltip|popper|button|input|icon|scrollbar)|hooks|utils)|castArray/;
const ofTables = /element-plus[\\/]es[\\/]components[\\/](table|checkbox)/;

export default defineConfig(({ mode }) => ({
  base: '/console/',
  // Tests look at behaviour, so they do without the style sheets that this plugin adds to each import.
  plugins: [vue(), ...(mode === 'test' ? [] : [elementPlus({})]), earlyFiles(), precompress()],
  define: { __VUE_OPTIONS_API__: false },
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
    conditions: ['source', ...defaultClientConditions],
  },
  build: {
    manifest: true,
    rolldownOptions: {
      output: {
        // An office line takes longest to ask, six files at a time: what nearly every page needs comes in few files.
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], test: /^(?!.*(main\.ts|index\.html))/, priority: 4 },
            {
              name: 'forms',
              test: /parts[\\/](FailureNote|EmptyState|SkeletonRows)|use-submission|@tanstack/,
              priority: 3,
            },
            { name: 'pages', test: ofPages, minShareCount: 12, priority: 2 },
            { name: 'tables', test: ofTables, minShareCount: 12, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 5174, proxy: { '/api': 'http://localhost:8080', '/dev': 'http://localhost:8080' } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.spec.ts', 'build/**/*.spec.ts'],
    setupFiles: ['src/shared/testing/setup.ts'],
    testTimeout: 20_000,
  },
}));
