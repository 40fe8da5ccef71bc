import { readFile } from 'node:fs/promises';
import { refuse } from '../lib/say.mjs';

const DIRECTIONS = ['entry', 'exit'];

/**
 * One scan a line: a code as a scanner reads it (GH1:…, GH2:…), a pass number of 8 digits, `plate 浙E12345`, or
 * `document resident-id|33…`. In front of it `entry` or `exit` where it is not what the call says. # begins a remark.
 */
export async function scansIn(file, direction) {
  const text = await readFile(file, 'utf8').catch(() => refuse(`读不了这个文件 Cannot be read: ${file}`));
  const lines = text.split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#'));
  return lines.map((line) => scanOf(line, direction));
}

export function scanOf(line, direction) {
  // Codes use the space: only what stands before them may be cut off.
  const [, named, rest = ''] = /^(?:(entry|exit) )?(.*)$/.exec(line) ?? [];
  const [, kind, value] = /^(plate|document|number|face) (.+)$/.exec(rest) ?? [];
  const credential = kind ? { kind, value } : { kind: /^\d{8}$/.test(rest) ? 'number' : 'code', value: rest };
  return { direction: DIRECTIONS.includes(named) ? named : direction, credential };
}
