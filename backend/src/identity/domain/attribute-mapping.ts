import { type AttributeMapping } from '@gatehouse/contract';

/** What a provider has proven about somebody: its own name for the person, and attributes with all their values. */
export interface Proof {
  user: string;
  attributes: Readonly<Record<string, readonly string[]>>;
}

/** A person as the mapping reads the attributes. Texts are shown, never trusted as markup; null = not sent. */
export interface ProvenPerson {
  staffNumber: string | null;
  name: string | null;
  unit: string | null;
  mobile: string | null;
  mail: string | null;
  type: string | null;
}

/** Who signs in by the directory's number, or why this proof names nobody. */
export type Claim = { staffNumber: string } | { refusal: 'no-number' | 'kind-not-allowed' };

/** The word in a mapping for the name that the provider itself gives. */
const OWN_NAME = 'user';
const LONGEST_NUMBER = 64;

/** An empty mapping reads the number from the usual attribute, and from the provider's own name without it. */
export const defaultMapping: AttributeMapping = {
  staffNumber: ['employeeNumber', 'urn:oid:2.16.840.1.113730.3.1.3', OWN_NAME],
  name: ['cn', 'urn:oid:2.5.4.3'],
  unit: ['departmentName', 'ou'],
  mobile: ['mobile'],
  mail: ['mail', 'urn:oid:0.9.2342.19200300.100.1.3'],
  type: [],
  allowedTypes: [],
};

/** Reads a person by a mapping: of each list the first attribute that carries a value counts. */
export function personOf(mapping: AttributeMapping, proof: Proof): ProvenPerson {
  const first = (names: readonly string[]) => valuesOf(names, proof)[0] ?? null;
  return {
    staffNumber: onlyNumber(valuesOf(mapping.staffNumber, proof)),
    name: first(mapping.name),
    unit: first(mapping.unit),
    mobile: first(mapping.mobile),
    mail: first(mapping.mail),
    type: first(mapping.type),
  };
}

/** Who a proof claims to be. With allowed kinds given, somebody of another or of no kind is refused. */
export function claimOf(mapping: AttributeMapping, proof: Proof): Claim {
  const { staffNumber } = personOf(mapping, proof);
  const kinds = valuesOf(mapping.type, proof);
  if (mapping.allowedTypes.length > 0 && !kinds.some((kind) => isAllowed(kind, mapping.allowedTypes)))
    return { refusal: 'kind-not-allowed' };
  return staffNumber === null ? { refusal: 'no-number' } : { staffNumber };
}

function valuesOf(names: readonly string[], { user, attributes }: Proof): string[] {
  for (const name of names) {
    const raw = name === OWN_NAME ? [user] : Object.hasOwn(attributes, name) ? (attributes[name] ?? []) : [];
    const values = raw.map((value) => value.trim()).filter(Boolean);
    if (values.length > 0) return values;
  }
  return [];
}

/** Several different numbers name nobody: choosing one would be guessing who signs in. */
function onlyNumber(values: string[]): string | null {
  const [number, ...others] = new Set(values);
  return number && others.length === 0 && number.length <= LONGEST_NUMBER ? number : null;
}

function isAllowed(kind: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const literal = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${literal.join('.*')}$`, 'iu').test(kind);
  });
}
