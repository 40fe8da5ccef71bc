import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

const FRESH_MS = 15 * 60_000;

/** Whom a fresh verdict was about. */
@Injectable()
export class JudgedPersonQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null for verdicts of other devices and for those older than 15 minutes. */
  of(
    passageId: string,
    device: { id: string; campusId: string },
  ): Promise<{ visitId: string; personIndex: number } | null> {
    const since = new Date(this.clock.now().getTime() - FRESH_MS);
    return this.database.first(sql<{ visitId: string; personIndex: number }>`
      select p.visit_id as "visitId", p.person_index as "personIndex"
      from passage f join pass p on p.id = f.pass_id
      where f.id = ${passageId} and f.campus_id = ${device.campusId} and f.device_id = ${device.id} and f.learned_at > ${since}
    `);
  }
}
