import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Settings } from '../../platform/settings.js';
import { StaffSession } from '../domain/staff-session.js';
import { sessionLimits } from './session-limits.js';
import { StaffSessions } from './sessions.js';
import { type SigningBrowser } from './sign-in-by-provider.js';
import { SignInJournal } from './sign-in-journal.js';

export const LOCAL = 'local';

/** Opens the session of a local account whose owner has proven himself. Answers its token. */
@Injectable()
export class LocalSession {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly journal: SignInJournal,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async begin(account: { id: string; name: string }, { earlierToken, device }: SigningBrowser): Promise<string> {
    const now = this.clock.now();
    if (earlierToken) await this.sessions.revoke(earlierToken, now);
    await this.journal.signedIn(account, LOCAL);
    const facts = { staffId: account.id, provider: LOCAL, device };
    return this.sessions.keep(StaffSession.begin(facts, sessionLimits(this.settings), now));
  }
}
