import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type Departure } from '../application/saml-sign-on.js';
import {
  type KeptProof,
  type RequestTaken,
  type SignInAttempt,
  SignInAttempts,
  type SignInAttemptTaken,
} from '../application/sign-in-attempts.js';
import { tokenHash } from './session-token.js';

/** Everything here is used up by `delete … returning`: two requests at once never get the same row. */
@Injectable()
export class SqlSignInAttempts extends SignInAttempts {
  constructor(private readonly database: Database) {
    super();
  }

  async keep(handle: string, attempt: SignInAttempt, now: Date, expiresAt: Date): Promise<void> {
    await this.forgetOld(now);
    await this.database.run(sql`
      insert into sign_in_attempt (handle_hash, provider, purpose, browser_hash, request_id, next, departure, begun_at, expires_at)
      values (${tokenHash(handle)}, ${attempt.provider}, ${attempt.purpose}, ${tokenHash(attempt.browser)},
              ${attempt.requestId}, ${attempt.next}, ${attempt.departure ? JSON.stringify(attempt.departure) : null},
              ${now}, ${expiresAt})
    `);
  }

  async departureOf(handle: string, browser: string, now: Date): Promise<Departure | null> {
    const row = await this.database.first(sql<{ departure: Departure | null }>`
      select departure from sign_in_attempt
      where handle_hash = ${tokenHash(handle)} and browser_hash = ${tokenHash(browser)} and expires_at > ${now}
    `);
    return row?.departure ?? null;
  }

  takeNewest(browser: string, provider: string, now: Date): Promise<SignInAttemptTaken | null> {
    return this.database.first(sql<SignInAttemptTaken>`
      delete from sign_in_attempt where handle_hash = (
        select handle_hash from sign_in_attempt
        where browser_hash = ${tokenHash(browser)} and provider = ${provider} and request_id is null and expires_at > ${now}
        order by begun_at desc, handle_hash limit 1 for update
      )
      returning purpose, next
    `);
  }

  async isWaiting(requestId: string, provider: string, now: Date): Promise<boolean> {
    const row = await this.database.first(sql`
      select 1 from sign_in_attempt where request_id = ${requestId} and provider = ${provider} and expires_at > ${now}
    `);
    return row !== null;
  }

  takeRequest(
    { requestId, handle, provider }: { requestId: string; handle: string; provider: string },
    now: Date,
  ): Promise<RequestTaken | null> {
    return this.database.first(sql<RequestTaken>`
      delete from sign_in_attempt
      where request_id = ${requestId} and handle_hash = ${tokenHash(handle)} and provider = ${provider} and expires_at > ${now}
      returning purpose, next, browser_hash as "browserHash"
    `);
  }

  async useAssertion(provider: string, assertionId: string, expiresAt: Date): Promise<boolean> {
    const changed = await this.database.run(sql`
      insert into saml_assertion (provider, assertion_id, expires_at) values (${provider}, ${assertionId}, ${expiresAt})
      on conflict do nothing
    `);
    return changed === 1;
  }

  async keepProof(code: string, { next, provider, ...claim }: KeptProof, browser: Buffer, until: Date): Promise<void> {
    await this.database.run(sql`
      insert into sign_in_proof (code_hash, provider, browser_hash, claim, next, expires_at)
      values (${tokenHash(code)}, ${provider}, ${browser}, ${JSON.stringify(claim)}, ${next}, ${until})
    `);
  }

  async takeProof(code: string, browser: string, now: Date): Promise<KeptProof | null> {
    const row = await this.database.first(sql<{
      provider: string;
      claim: Pick<KeptProof, 'claim' | 'subject'>;
      next: string;
      isOwn: boolean;
    }>`
      delete from sign_in_proof where code_hash = ${tokenHash(code)}
      returning provider, claim, next, browser_hash = ${tokenHash(browser)} and expires_at > ${now} as "isOwn"
    `);
    return row?.isOwn ? { ...row.claim, provider: row.provider, next: row.next } : null;
  }

  private async forgetOld(now: Date): Promise<void> {
    await this.database.run(sql`delete from sign_in_attempt where expires_at < ${now}`);
    await this.database.run(sql`delete from sign_in_proof where expires_at < ${now}`);
    await this.database.run(sql`delete from saml_assertion where expires_at < ${now}`);
  }
}
