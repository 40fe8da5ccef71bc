import { type Contact } from '../domain/offered.js';

/** Blind indexes of staff's numbers and addresses, by which they are compared. */
export abstract class ContactKeys {
  abstract mobile(number: string): Promise<Contact>;
  abstract mail(address: string): Promise<Contact>;
}
