import { type ServerCodes } from '@gatehouse/contract';
import { signShort } from '@gatehouse/contract/pass/sign';
import { counterAt, startOfWindow, WINDOW_SECONDS } from '@gatehouse/contract/pass/window';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { ownPass } from './own-pass.query.js';
import { PassKeys } from './pass-keys.js';
import { PassViewQuery } from './pass-view.query.js';

const WINDOWS = (10 * 60) / WINDOW_SECONDS;

/** The codes of the next ten minutes, for a phone whose key the server holds. */
@Injectable()
export class ServerCodesQuery {
  constructor(
    private readonly database: Database,
    private readonly keys: PassKeys,
    private readonly view: PassViewQuery,
    private readonly clock: Clock,
  ) {}

  async of(mobileIndex: Uint8Array, passId: string): Promise<ServerCodes> {
    const pass = await ownPass(this.database, mobileIndex, passId);
    const now = this.clock.now();
    // Whoever is still inside after the end needs a code for the way out.
    if (pass.state !== 'active' || (now >= pass.period_until && !pass.inside)) throw new DomainError('pass.not-active');
    const held = pass.server_key_sealed && (await this.keys.unsealed(pass.person_key_id, pass.server_key_sealed));
    if (!held) throw new DomainError('pass.on-another-phone');
    const visibleFrom = await this.view.visibleFrom(pass);
    const isHidden = visibleFrom !== null && now < new Date(visibleFrom);
    const first = counterAt(now.getTime() / 1000);
    const counters = Array.from({ length: isHidden ? 0 : WINDOWS }, (_, ahead) => first + ahead);
    const codes = counters.map(async (counter) => ({
      counter,
      code: await signShort({ ...held, unixSeconds: startOfWindow(counter) }),
    }));
    return { codes: await Promise.all(codes), now: now.toISOString() };
  }
}
