import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

export interface GateFact {
  id: string;
  campusId: string;
  name: string;
  nameEn: string;
}

const FRESH_MS = 5_000;

/** The gates, read every five seconds at most. */
@Injectable()
export class GateFacts {
  private known: { gates: Promise<Map<string, GateFact>>; readAt: number } | null = null;

  constructor(private readonly database: Database) {}

  all(): Promise<Map<string, GateFact>> {
    const now = performance.now();
    if (!this.known || now - this.known.readAt > FRESH_MS) {
      const gates = this.read();
      this.known = { gates, readAt: now };
      gates.catch(() => (this.known = null));
    }
    return this.known.gates;
  }

  private async read(): Promise<Map<string, GateFact>> {
    const rows = await this.database.rows(sql<GateFact>`
      select id, campus_id as "campusId", name, name_en as "nameEn" from gate order by sort, code
    `);
    return new Map(rows.map((gate) => [gate.id, gate]));
  }
}
