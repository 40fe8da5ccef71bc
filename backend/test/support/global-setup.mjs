import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

// Jest maps `.js` to `.ts` and compiles for tests, but not for what a global setup imports: Node does both here.
registerHooks({
  resolve(specifier, context, next) {
    const file = specifier.startsWith('.') ? new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL) : null;
    return file?.pathname.endsWith('.ts') && existsSync(file)
      ? { url: file.href, shortCircuit: true }
      : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { filename });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

export default async function globalSetup() {
  const { default: startDatabase } = await import('./start-database.ts');
  await startDatabase();
}
