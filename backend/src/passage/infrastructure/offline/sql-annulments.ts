import { ANNUL_WITHIN_MINUTES } from '@gatehouse/contract/gate-batch';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { type Annulled, Annulments, type Annuller } from '../../application/annulments.js';
import { presenceFrom } from '../../domain/settlement.js';
import { GateFacts } from '../gate-facts.js';
import { lockPasses } from '../gate/known-passes.js';
import { commandClient } from './find-shown.js';
import { PassageBook, type StoredPassage } from './passage-book.js';

@Injectable()
export class SqlAnnulments extends Annulments {
  constructor(
    private readonly database: Database,
    private readonly book: PassageBook,
    private readonly gates: GateFacts,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(passageId: string, campusIds: string[] | null, who: Annuller, reason: string): Promise<Annulled> {
    const stored = await this.book.withId(campusIds, passageId);
    if (!stored) throw new DomainError('passage.not-found');
    if (who.deviceId && !who.isSupervisor && stored.device_id !== who.deviceId)
      throw new DomainError('passage.not-found');
    if (stored.outcome === 'annulled') return { duplicate: true };
    if (stored.outcome !== 'admitted') throw new DomainError('passage.not-admitted');
    if (who.deviceId && !who.isSupervisor && !mayStillAnnul(stored, who.at))
      throw new DomainError('passage.annulment-too-late');
    await this.annul(stored, who.name, reason, this.clock.now());
    return { duplicate: false };
  }

  /** Nobody passed after all: the record stays and says so, and presence is what the other passages say. */
  async annul(stored: StoredPassage, by: string, reason: string, now: Date): Promise<void> {
    const gates = await this.gates.all();
    const passId = stored.pass_id;
    const [pass] = passId ? await lockPasses(commandClient(this.database), [], [passId], gates) : [];
    await this.database.run(sql`
      update passage set outcome = 'annulled', annulled_at = ${now}, annulled_by = ${by}, annul_reason = ${reason}
      where campus_id = ${stored.campus_id} and id = ${stored.id} and at = ${stored.at}
    `);
    if (pass) {
      const left = await this.book.admitted(pass.id);
      const presence = presenceFrom(left, (id) => gates.get(id)?.name ?? '');
      const { reservation } = pass.presence;
      await this.book.keepPresence(pass, { ...presence, reservation }, left.at(-1)?.id ?? null);
    }
    await this.book.announce({ ...stored, outcome: 'annulled' }, 'passage.annulled', {}, now);
  }
}

/** By the device's own clock, which works without network: what it showed then, and what it shows now. */
export function mayStillAnnul({ said, learned_at, skew_seconds }: StoredPassage, deviceNow: Date): boolean {
  const then = said ? Date.parse(said) : learned_at.getTime() + skew_seconds * 1000;
  return deviceNow.getTime() - then <= ANNUL_WITHIN_MINUTES * 60_000;
}
