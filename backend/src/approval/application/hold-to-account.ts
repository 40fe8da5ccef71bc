import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Rules, standingTerms } from '../../policy/public.js';
import { type HostStanding } from '../domain/host-standing.js';
import { Standings } from './standings.js';

type Act =
  | { kind: 'suspend'; until: Date; reason: string; by: string }
  | { kind: 'lift' }
  | { kind: 'appeal'; text: string }
  | { kind: 'answer'; text: string; upheld: boolean; by: string };

/** The office suspends a host, lifts that, or answers; the host appeals. Only where the policy holds hosts to account. */
export class HoldToAccount extends Command<void> {
  constructor(
    readonly hostId: string,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(HoldToAccount)
export class HoldToAccountHandler implements ICommandHandler<HoldToAccount> {
  constructor(
    private readonly standings: Standings,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async execute({ hostId, act }: HoldToAccount): Promise<void> {
    if (!standingTerms((await this.rules.current()).settings).enabled) throw new DomainError('standing.not-enabled');
    apply(await this.standings.of(hostId), act, this.clock.now());
  }
}

function apply(standing: HostStanding, act: Act, now: Date): void {
  if (act.kind === 'suspend') return standing.suspend(act.until, act.reason, act.by, now);
  if (act.kind === 'lift') return standing.lift(now);
  if (act.kind === 'appeal') return standing.appeal(act.text, now);
  standing.answer(act.text, act.upheld, act.by, now);
}
