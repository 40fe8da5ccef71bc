import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const commandsFolder = fileURLToPath(new URL('../commands', import.meta.url));

const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const lockFile = inRoot('package-lock.json');
export const modules = inRoot('node_modules');
export const bin = inRoot('node_modules/.bin');
/** Node 24, which comes as an npm package on Linux x64. */
export const ownNode = inRoot('node_modules/.bin/node');
export const compiled = inRoot('backend/dist/src');
export const compiledBenches = inRoot('backend/dist/bench');

export const inProject = inRoot;
