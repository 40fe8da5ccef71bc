import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { personKeys } from '../../directory/public.js';
import { PINYIN_MARK } from '../../kernel/sought.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';

const AT_ONCE = 500;

interface Unspelt {
  visit_id: string;
  person_index: number;
  name: string;
}

/** Adds the pinyin of new names to what people are found by: seconds after the visit came, which then need not wait for it. */
@Injectable()
export class NameSpelling implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.jobs.every(2, 'spell-names', () => this.spell());
  }

  async spell(): Promise<void> {
    for (;;) {
      const people = await this.database.rows(sql<Unspelt>`
        select p.visit_id, p.person_index, p.name from person_of_visit p
        where p.visit_id in (select visit_id from person_words where not spelt limit ${AT_ONCE})
      `);
      if (people.length === 0) return;
      const rows = people.map(({ visit_id, person_index, name }) => ({
        visit_id,
        person_index,
        words: readingsOf(name),
      }));
      const spelt = await this.database.run(sql`
        update person_words w set words = w.words || said.words, spelt = true
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said (visit_id uuid, person_index smallint, words text[])
        where w.visit_id = said.visit_id and w.person_index = said.person_index and not w.spelt
      `);
      if (spelt === 0) return;
    }
  }
}

/** Every beginning of the full reading and of the initials: whoever types stops where he likes. */
export function readingsOf(name: string): string[] {
  const { full, initials } = personKeys(name);
  const beginnings = [full, initials].flatMap((reading) =>
    [...reading].map((_, index) => PINYIN_MARK + reading.slice(0, index + 1)),
  );
  return [...new Set(beginnings)];
}
