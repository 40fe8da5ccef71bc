import { type AttributeMapping } from '@gatehouse/contract';
import { defaultMapping } from './attribute-mapping.js';

const keys = Object.keys(defaultMapping) as (keyof AttributeMapping)[];

/**
 * A mapping from JSON: each key of the mapping with one name or a list of names. What is left out stays as usual.
 * Answers a sentence instead when it cannot be read.
 */
export function readMapping(json: string): AttributeMapping | string {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return 'is not JSON';
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'must be a JSON object';
  const unknown = Object.keys(given).filter((key) => !(keys as string[]).includes(key));
  if (unknown.length > 0) return `has unknown keys ${unknown.join(', ')}; known are ${keys.join(', ')}`;
  const entries = Object.entries(given).map(([key, value]): [string, unknown[]] => [key, [value].flat()]);
  const wrong = entries.find(([, names]) => !names.every((name) => typeof name === 'string' && name.length <= 200));
  if (wrong) return `${wrong[0]} must be a name or a list of names`;
  const mapping = { ...defaultMapping, ...(Object.fromEntries(entries) as Partial<AttributeMapping>) };
  return mapping.staffNumber.length > 0 ? mapping : 'staffNumber must name an attribute';
}
