import { type KnownPerson } from '@gatehouse/contract/own-data';
import { emptyPerson, type Person } from '../apply/application.ts';

/** Somebody of an earlier visit, as a person of the form. */
export const keptPerson = (kept: KnownPerson): Person => ({ ...emptyPerson(), kept });
