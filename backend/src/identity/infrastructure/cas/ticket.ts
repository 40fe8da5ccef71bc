import { createHash } from 'node:crypto';

/**
 * Service tickets begin with `ST-`. CAS 3.0.3, 3.1.1: at least 32 characters must be accepted, 256 should be; 400 leaves room
 * for the host name that some servers put in. Nothing in the alphabet can end a parameter of the validation address.
 */
const TICKET = /^ST-[A-Za-z0-9._-]{1,400}$/;

/** A ticket as it came in the query; null for a list (the parameter came twice) and for everything that is none. */
export const readTicket = (value: unknown): string | null =>
  typeof value === 'string' && TICKET.test(value) ? value : null;

/** What is kept of a ticket: single sign-out names it, and nobody can name it from the table. */
export const ticketHash = (ticket: string): Buffer => createHash('sha256').update(ticket).digest();
