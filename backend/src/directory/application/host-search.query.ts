import { Injectable } from '@nestjs/common';
import { type HostChoice } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { searchCondition } from './name-search.query.js';
import { searchWords, type SearchWords } from './search-words.js';

const MOST_CHOICES = 5;

interface HostRow {
  id: string;
  name: string;
  number: string;
  unitName: string;
}

/** Lets strangers find a host they already know of, within one unit, without reading the staff list. */
@Injectable()
export class HostSearch {
  constructor(private readonly database: Database) {}

  /** Refuses what is too short to mean somebody: at least one Chinese character or two letters. */
  wordsOf(typed: string): SearchWords {
    const words = searchWords(typed);
    if (!words || (words.kind === 'pinyin' && words.letters.length < 2))
      throw new DomainError('request.invalid', {}, [{ path: 'q', code: 'field.shape' }]);
    return words;
  }

  async choices(unitId: string, words: SearchWords): Promise<HostChoice[]> {
    const rows = await this.database.rows(sql<HostRow>`
      select s.id, s.name, s.number, u.name as "unitName"
      from staff_member s join unit u on u.id = s.unit_id
      where s.unit_id = ${unitId} and s.active and u.active and ${searchCondition('s', words)}
      order by s.pinyin_full, s.number limit ${MOST_CHOICES}
    `);
    return rows.map(({ id, name, number, unitName }) => ({
      id,
      name: maskName(name),
      unitName,
      numberTail: number.slice(-2),
    }));
  }
}
