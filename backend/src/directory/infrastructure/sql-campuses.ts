import { Injectable } from '@nestjs/common';
import { type CampusInfo } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Campuses } from '../public.js';

@Injectable()
export class SqlCampuses extends Campuses {
  constructor(private readonly database: Database) {
    super();
  }

  all(): Promise<Omit<CampusInfo, 'gates'>[]> {
    return this.database.rows(sql`select id, name, name_en as "nameEn", address from campus order by sort, number`);
  }
}
