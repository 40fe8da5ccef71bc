import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

export const SAMPLE_MS = 10 * 60_000;
const KEPT_DAYS = 15;
const FIRST_FILL_DAYS = 8;
const DAY_MS = 86_400_000;

interface Move {
  bucket: Date;
  campus_id: string;
  unit_id: string;
  change: number;
}
interface Place {
  campus_id: string;
  unit_id: string;
  people: number;
}

/**
 * How many were inside, noted every ten minutes as it was known then: what today is compared with. A number that is worked
 * out afterwards would differ from the one the office saw.
 */
@Injectable()
export class PresenceSamples {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes the present; the first time also the days before, worked out backwards from the passages. */
  async take(): Promise<void> {
    const at = sampleAt(this.clock.now());
    const present = await this.present();
    const known = await this.database.first(
      sql<{ newest: Date | null }>`select max(at) as newest from presence_sample`,
    );
    if (!known?.newest) await this.fill(at, present);
    await this.store([{ at, places: present }]);
    const oldest = new Date(at.getTime() - KEPT_DAYS * DAY_MS);
    await this.database.run(sql`delete from presence_sample where at < ${oldest}`);
  }

  async forget(): Promise<void> {
    await this.database.run(sql`delete from presence_sample`);
  }

  private present(): Promise<Place[]> {
    return this.database.rows(sql<Place>`
      select campus_id, unit_id, sum(people)::int as people from (
        select campus_id, coalesce(unit_id, '') as unit_id, 1 as people from presence_fact
        union all select id, '', 0 from campus
      ) as places group by 1, 2
    `);
  }

  /** Whoever first passes a gate outwards was inside before, and whoever first passes it inwards was not. */
  private async fill(until: Date, present: Place[]): Promise<void> {
    const from = new Date(until.getTime() - FIRST_FILL_DAYS * DAY_MS);
    const moves = await this.database.rows(sql<Move>`
      with steps as (
        select at, campus_id, coalesce(unit_id, '') as unit_id, (direction = 'entry')::int as inside,
               lag((direction = 'entry')::int) over (partition by pass_id order by at, id) as before
        from passage_fact where outcome = 'admitted' and pass_id is not null and at > ${from}
      )
      select date_bin('10 minutes', at - interval '1 microsecond', '2000-01-01Z') as bucket, campus_id, unit_id,
             sum(inside - coalesce(before, 1 - inside))::int as change
      from steps group by 1, 2, 3
    `);
    const people = new Map(present.map((place) => [`${place.campus_id} ${place.unit_id}`, { ...place }]));
    const byBucket = new Map<number, Move[]>();
    for (const move of moves) byBucket.set(+move.bucket, [...(byBucket.get(+move.bucket) ?? []), move]);
    const samples = [];
    for (let at = until.getTime(); at > from.getTime(); at -= SAMPLE_MS) {
      for (const { campus_id, unit_id, change } of byBucket.get(at) ?? []) {
        const place = people.get(`${campus_id} ${unit_id}`) ?? { campus_id, unit_id, people: 0 };
        people.set(`${campus_id} ${unit_id}`, { ...place, people: place.people - change });
      }
      samples.push({ at: new Date(at), places: [...people.values()] });
    }
    await this.store(samples);
  }

  private async store(samples: { at: Date; places: Place[] }[]): Promise<void> {
    const rows = samples.flatMap(({ at, places }) =>
      places
        .filter(({ people, unit_id }) => people > 0 || unit_id === '')
        .map((place) => ({ at, ...place, people: Math.max(0, place.people) })),
    );
    await this.database.run(sql`
      insert into presence_sample (at, campus_id, unit_id, people)
      select * from unnest(${rows.map(({ at }) => at)}::timestamptz[], ${rows.map(({ campus_id }) => campus_id)}::uuid[],
        ${rows.map(({ unit_id }) => unit_id)}::text[], ${rows.map(({ people }) => people)}::int[])
      on conflict do nothing
    `);
  }
}

const sampleAt = (now: Date): Date => new Date(Math.floor(now.getTime() / SAMPLE_MS) * SAMPLE_MS);
