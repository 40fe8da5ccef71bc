import { createHash, createHmac } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import { type GuardOnDuty, GuardPins, Guards, GuardSessions } from '../application/guards.js';
import { type Guard } from '../domain/guard.js';
import { GuardSchema } from './guard.schema.js';

@Injectable()
export class MikroGuards extends Guards {
  constructor(private readonly em: EntityManager) {
    super();
  }

  add(guard: Guard): void {
    this.em.persist(guard);
  }

  async withId(id: string): Promise<Guard> {
    const guard = await this.em.findOne(GuardSchema, { id });
    if (!guard) throw new DomainError('guard.not-found');
    return guard;
  }

  withNumber(campusId: string, number: string): Promise<Guard | null> {
    return this.em.findOne(GuardSchema, { campusId, number });
  }
}

@Injectable()
export class KeyedGuardPins extends GuardPins {
  constructor(
    private readonly keys: KeyRing,
    private readonly ids: Ids,
  ) {
    super();
  }

  make(): string {
    return this.ids.digits(6);
  }

  async hash(guardId: string, pin: string): Promise<Uint8Array> {
    const { secret } = await this.keys.secret('guard-pin');
    return new Uint8Array(createHmac('sha256', secret).update(`${guardId}|${pin}`).digest());
  }
}

const hashed = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class SqlGuardSessions extends GuardSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  async begin(guardId: string, deviceId: string, now: Date, expiresAt: Date): Promise<string> {
    await this.end(deviceId, now);
    const token = Buffer.from(this.ids.bytes(32)).toString('base64url');
    await this.database.run(sql`
      insert into guard_session (id, guard_id, device_id, token_hash, began_at, expires_at)
      values (${this.ids.uuid()}, ${guardId}, ${deviceId}, ${hashed(token)}, ${now}, ${expiresAt})
    `);
    return token;
  }

  onDuty(token: string, deviceId: string): Promise<GuardOnDuty | null> {
    return this.database.first(sql<GuardOnDuty>`
      select g.id, g.name, g.role, s.id as "sessionId", s.began_at as "beganAt"
      from guard_session s join guard g on g.id = s.guard_id
      where s.token_hash = ${hashed(token)} and s.device_id = ${deviceId} and s.ended_at is null
        and s.expires_at > ${this.clock.now()} and g.state = 'active'
    `);
  }

  async end(deviceId: string, now: Date): Promise<void> {
    await this.database.run(
      sql`update guard_session set ended_at = ${now} where device_id = ${deviceId} and ended_at is null`,
    );
  }

  async endOf(guardId: string, now: Date): Promise<void> {
    await this.database.run(
      sql`update guard_session set ended_at = ${now} where guard_id = ${guardId} and ended_at is null`,
    );
  }
}
