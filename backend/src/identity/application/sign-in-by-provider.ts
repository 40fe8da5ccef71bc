import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ErrorCode } from '@gatehouse/contract';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { Settings } from '../../platform/settings.js';
import { type Claim } from '../domain/attribute-mapping.js';
import { type ProviderSession, StaffSession } from '../domain/staff-session.js';
import { sessionLimits } from './session-limits.js';
import { StaffSessions } from './sessions.js';
import { SignInJournal } from './sign-in-journal.js';

/** Why there is no session: a fact to be kept and therefore no exception. */
export interface SignInRefusal {
  refusal: ErrorCode;
}

/** The token of a fresh session, or why there is none. */
export type SignInOutcome = { token: string } | SignInRefusal;

/** The browser that signs in. */
export interface SigningBrowser {
  /** token of the session it had before: it ends, so that nobody can plant one */
  earlierToken: string | null;
  device: string;
}

/** Signs in the member of staff whom an identity provider has proven. No account is made up. */
export class SignInByProvider extends Command<SignInOutcome> {
  constructor(
    readonly provider: string,
    readonly claim: Claim,
    readonly browser: SigningBrowser,
    readonly session: ProviderSession = {},
  ) {
    super();
  }
}

const refusals = {
  'no-number': 'auth.staff-number-missing',
  'kind-not-allowed': 'auth.staff-kind-not-allowed',
} satisfies Record<string, ErrorCode>;

@CommandHandler(SignInByProvider)
export class SignInByProviderHandler implements ICommandHandler<SignInByProvider> {
  constructor(
    private readonly hosts: Hosts,
    private readonly sessions: StaffSessions,
    private readonly journal: SignInJournal,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ provider, claim, browser, session }: SignInByProvider): Promise<SignInOutcome> {
    const staff = 'refusal' in claim ? null : await this.hosts.withNumber(claim.staffNumber);
    const refusal = 'refusal' in claim ? refusals[claim.refusal] : staffRefusal(staff);
    if (refusal || !staff) {
      await this.journal.refused(provider, staff, refusal ?? 'auth.staff-unknown');
      return { refusal: refusal ?? 'auth.staff-unknown' };
    }
    const now = this.clock.now();
    if (browser.earlierToken) await this.sessions.revoke(browser.earlierToken, now);
    await this.journal.signedIn(staff, provider);
    const facts = { staffId: staff.id, provider, device: browser.device, ...session };
    return { token: await this.sessions.keep(StaffSession.begin(facts, sessionLimits(this.settings), now)) };
  }
}

function staffRefusal(staff: { active: boolean } | null): ErrorCode | null {
  if (!staff) return 'auth.staff-unknown';
  return staff.active ? null : 'auth.staff-left';
}
