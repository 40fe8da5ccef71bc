import { type Outcome, type OutcomeAnswer } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { freed, presenceAfter, settle } from '../../domain/settlement.js';
import { type GateFact, GateFacts } from '../gate-facts.js';
import { HotTransactions } from './hot-transactions.js';
import { type LockedPass, lockPasses } from './known-passes.js';
import {
  lockPassages,
  type OutcomeRow,
  outcomeRow,
  type PassageSqlRow,
  outcomeValues,
  writeOutcomes,
} from './outcome-rows.js';
import { type Confirmation } from './confirmation.js';
import { PassageAnnouncements } from './passage-announcements.js';
import { holderOf } from './question.js';

/** Settles a batch of outcomes in one transaction; presence moves together with its passage. */
@Injectable()
export class OutcomeBatch {
  constructor(
    private readonly transactions: HotTransactions,
    private readonly gates: GateFacts,
    private readonly announcements: PassageAnnouncements,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async settle(confirmations: Confirmation[]): Promise<(OutcomeAnswer | Error)[]> {
    const gates = await this.gates.all();
    const { ofAdmissions, ofExits, ofRefusals } = this.announcements;
    const answers = await this.transactions.run(async (client, finish) => {
      const now = this.clock.now();
      const passages = await lockPassages(client, confirmations, now);
      const passIds = [...passages.values()].flatMap(({ pass_id }) => pass_id ?? []);
      const passes = new Map((await lockPasses(client, [], passIds, gates)).map((pass) => [pass.id, pass]));
      const settled = confirmations.map((one) => this.settleOne(one, passages.get(one.passageId), passes, gates, now));
      const rows = settled.flatMap(({ row }) => row ?? []);
      const presences = [...new Set(rows.flatMap(({ pass_id }) => pass_id ?? []))].flatMap(
        (id) => passes.get(id) ?? [],
      );
      const values = outcomeValues(rows, presences, now, { ofAdmissions, ofExits, ofRefusals });
      await finish({ name: 'write-outcomes', text: writeOutcomes, values });
      return settled.map(({ answer }) => answer);
    });
    this.announcements.wake([...ofAdmissions, ...ofExits, ...ofRefusals]);
    return answers;
  }

  private settleOne(
    { device, passageId, input, scope }: Confirmation,
    passage: PassageSqlRow | undefined,
    passes: Map<string, LockedPass>,
    gates: Map<string, GateFact>,
    now: Date,
  ): { answer: OutcomeAnswer | Error; row?: OutcomeRow } {
    if (!passage || passage.device_id !== device.id) return { answer: new DomainError('passage.not-found') };
    const { outcome } = input;
    const judged = {
      verdict: passage.verdict,
      outcome: passage.outcome,
      expiresAt: passage.expires_at?.getTime() ?? null,
      confirmed: passage.outcome_by !== null,
    };
    const settlement = settle(judged, outcome, now.getTime());
    if (settlement.kind === 'conflict') return { answer: new DomainError('passage.outcome-conflict') };
    if (settlement.kind === 'duplicate')
      return { answer: { passage: passageId, outcome: passage.outcome, duplicate: true } };

    const happened = within(new Date(input.at), passage.at, now);
    const pass = passage.pass_id ? passes.get(passage.pass_id) : undefined;
    if (pass) this.move(pass, passage, outcome, gates, happened);
    Object.assign(passage, { outcome, outcome_by: input.by });
    const row = outcomeRow(this.audit, scope, passage, input, { forced: settlement.forced, happened, now });
    return { answer: { passage: passageId, outcome, duplicate: false }, row };
  }

  private move(
    pass: LockedPass,
    passage: PassageSqlRow,
    outcome: Outcome,
    gates: Map<string, GateFact>,
    at: Date,
  ): void {
    const nonce = holderOf(passage.device_id, passage.nonce);
    if (outcome !== 'admitted') {
      pass.presence = freed(pass.presence, nonce);
      return;
    }
    const { direction, counter, gate_id: gateId } = passage;
    const gateName = gates.get(gateId)?.name ?? '';
    pass.presence = presenceAfter(pass.presence, { direction, counter, nonce, gateId, gateName }, at.getTime());
    pass.lastPassageId = passage.id;
  }
}

/** A device that was cut off says later when it happened: never before the verdict, never after now. */
const within = (said: Date, from: Date, until: Date): Date => new Date(Math.max(+from, Math.min(+said, +until)));
