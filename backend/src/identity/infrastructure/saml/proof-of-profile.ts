import { type Profile } from '@node-saml/passport-saml';
import { type Proof } from '../../domain/attribute-mapping.js';
import { type SamlSubject } from '../../domain/staff-session.js';

/**
 * Reads subject and attributes of a verified profile. The library also spreads attributes over the profile itself, where
 * they could pose as its own fields: only `attributes` is read. Values come as text or as a list.
 */
export function proofOf(profile: Profile, sessionIndex: string | null): Proof & { subject: SamlSubject } {
  const given = (profile.attributes ?? {}) as Record<string, unknown>;
  const attributes = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, [value].flat().filter((one) => typeof one === 'string')]),
  );
  const optional = {
    format: profile.nameIDFormat,
    nameQualifier: profile.nameQualifier,
    spNameQualifier: profile.spNameQualifier,
    sessionIndex: sessionIndex ?? undefined,
  };
  const said = Object.fromEntries(Object.entries(optional).filter(([, value]) => typeof value === 'string'));
  return { user: profile.nameID, attributes, subject: { nameId: profile.nameID, ...said } };
}
