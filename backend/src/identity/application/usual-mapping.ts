import { type AttributeMapping } from '@gatehouse/contract';
import { defaultMapping } from '../domain/attribute-mapping.js';

/** A mapping whose gaps are filled with the usual names. */
export function withUsualMapping(given: Partial<AttributeMapping>): AttributeMapping {
  const said = Object.fromEntries(Object.entries(given).filter(([, names]) => Array.isArray(names)));
  const mapping = { ...defaultMapping, ...said };
  return mapping.staffNumber.length > 0 ? mapping : { ...mapping, staffNumber: defaultMapping.staffNumber };
}
