import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { type ExpectedPhone, Invitations } from '../application/invitations.js';
import { type Invitation } from '../domain/invitation.js';
import { InvitationSchema } from './invitation.schema.js';

@Injectable()
export class MikroInvitations extends Invitations {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(invitation: Invitation): void {
    this.em.persist(invitation);
  }

  async withId(id: string): Promise<Invitation> {
    const invitation = await this.em.findOne(InvitationSchema, { id });
    if (!invitation) throw new DomainError('invitation.not-found');
    return invitation;
  }

  withHash(tokenHash: Uint8Array): Promise<Invitation | null> {
    return this.em.findOne(InvitationSchema, { tokenHash });
  }

  async left(id: string): Promise<number> {
    const row = await this.database.first(sql<{ left: number }>`
      select case when kind = 'personal' and people_used > 0 then 0 else people_cap - people_used end as left
      from invitation where id = ${id}
    `);
    return row?.left ?? 0;
  }

  async take(id: string, visitId: string, people: number, now: Date): Promise<boolean> {
    const taken = await this.database.first(sql<{ id: string }>`
      with taken as (
        update invitation set people_used = people_used + ${people}
        where id = ${id} and withdrawn_at is null and expires_at > ${now} and people_used + ${people} <= people_cap
          and (kind = 'group' or people_used = 0)
        returning id
      )
      insert into invitation_use (visit_id, invitation_id, people, pre_approved, at)
      select ${visitId}, id, ${people}, false, ${now}::timestamptz from taken returning invitation_id as id
    `);
    return taken !== null;
  }

  async ofVisit(visitId: string): Promise<Invitation | null> {
    const use = await this.database.first(
      sql<{ id: string }>`select invitation_id as id from invitation_use where visit_id = ${visitId}`,
    );
    return use && this.withId(use.id);
  }

  async madeSince(hostId: string, since: Date): Promise<number> {
    const row = await this.database.first(sql<{ made: number }>`
      select count(*)::int as made from invitation where host_id = ${hostId} and made_at > ${since}
    `);
    return row?.made ?? 0;
  }

  expected(hostId: string, mobileIndexes: string[], now: Date): Promise<ExpectedPhone[]> {
    return this.database.rows(sql<ExpectedPhone>`
      select mobile_index as "mobileIndex", period_from as from, period_until as until from invitation
      where host_id = ${hostId} and mobile_index = any(${mobileIndexes}::text[]) and withdrawn_at is null
        and expires_at > ${now} and period_from is not null
    `);
  }

  async noteAgreedBeforehand(visitId: string): Promise<void> {
    await this.database.run(sql`update invitation_use set pre_approved = true where visit_id = ${visitId}`);
  }
}
