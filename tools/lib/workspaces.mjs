import { readFileSync } from 'node:fs';
import { inProject } from './places.mjs';

const packageIn = (folder) => JSON.parse(readFileSync(inProject(`${folder}/package.json`), 'utf8'));

/** Every workspace with its folder and its scripts, in the order of the root's package.json. */
export const workspaces = () =>
  packageIn('.').workspaces.map((folder) => ({ folder, scripts: packageIn(folder).scripts ?? {} }));
