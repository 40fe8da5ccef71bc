import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { AUDIT_FORMAT, lineOf } from './audit-file.js';
import { AuditSealer } from './audit-sealer.js';
import { Checkpoints } from './checkpoints.js';
import { type Link, SELECT_LINKS } from './link.js';

const CHUNK = 1_000;

/** The audit as JSON lines, see `audit-file.ts`. Read in small pieces, so memory stays the same however long it is. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly database: Database,
    private readonly sealer: AuditSealer,
    private readonly checkpoints: Checkpoints,
    private readonly clock: Clock,
  ) {}

  async *lines(from: number): AsyncGenerator<string> {
    await this.sealer.sweep();
    yield lineOf({ format: AUDIT_FORMAT, exportedAt: this.clock.now().toISOString(), from });
    for (const checkpoint of await this.checkpoints.all()) if (checkpoint.seq >= from - 1) yield lineOf({ checkpoint });
    let end = { seq: from - 1, hash: '' };
    for (;;) {
      const links = await this.after(end.seq);
      if (links.length === 0) break;
      yield links.map(lineOf).join('');
      end = links.map(({ seq, hash }) => ({ seq, hash })).at(-1) ?? end;
    }
    yield lineOf({ end });
  }

  private after(seq: number): Promise<Link[]> {
    return this.database.rows(
      sql<Link>`${sql.raw(SELECT_LINKS)} where seal.seq > ${seq} order by seal.seq limit ${CHUNK}`,
    );
  }
}
