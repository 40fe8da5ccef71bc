import { type CasProvider } from '../../application/cas-sign-on.js';
import { ProviderUnreachable } from '../../application/refused-sign-in.js';
import { type Proof } from '../../domain/attribute-mapping.js';
import { FetchFailed, fetchOnce } from '../fetch-once.js';
import { decodeAnswer } from './charset.js';
import { readServiceResponse } from './service-response.js';

/** Attributes of one person fit many times over; parsing more would only cost. */
const LARGEST_ANSWER = 64 * 1024;

export interface Validation {
  service: string;
  ticket: string;
  renew: boolean;
}

/** Asks the CAS server what a ticket proves: one attempt, no redirect, only 200, within five seconds. */
export async function validateTicket(
  { settings }: CasProvider,
  { service, ticket, renew }: Validation,
  caFile?: string,
): Promise<Proof> {
  const url = new URL(settings.baseUrl + settings.validatePath);
  url.search = new URLSearchParams({ service, ticket, ...(renew && { renew: 'true' }) }).toString();
  try {
    const { body, contentType } = await fetchOnce(url, LARGEST_ANSWER, caFile);
    return readServiceResponse(decodeAnswer(body, contentType));
  } catch (error) {
    throw error instanceof FetchFailed ? new ProviderUnreachable(`cas.${error.reason}`) : error;
  }
}
