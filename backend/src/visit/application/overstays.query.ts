import {
  type OverstayBoard,
  type OverstayFilter,
  type OverstayPerson,
  type OverstayVisit,
  type StayStep,
  type WeeklyHours,
} from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { type JournalEntry } from '../domain/journal.js';
import { ASK_BEFORE_END, latestProlonging, stageAt } from '../domain/stay.js';
import { type VisitScope, within } from './staff-visits.query.js';
import { periodOf } from './visit-row.js';

interface StaySqlRow {
  id: string;
  number: string;
  status: string;
  campus: OverstayVisit['campus'];
  unit_name: string;
  host_name: string;
  plate: string | null;
  period_from: Date;
  period_until: Date;
  weekly: WeeklyHours | null;
  /** of whoever should have left first */
  stay_until: Date;
  since: Date;
  journal: JournalEntry[];
  people: OverstayPerson[];
}

const AT_MOST = 200;

/** Visits whose people are inside although the end is near or over. Reads the view `presence_fact`, which passage owns. */
@Injectable()
export class OverstaysQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async board({ campus, step }: OverstayFilter, scope: VisitScope): Promise<OverstayBoard> {
    const now = this.clock.now();
    const rows = await this.database.rows(sql<StaySqlRow>`
      select v.id, v.number, v.status, jsonb_build_object('id', c.id, 'name', c.name) as campus, v.plate, v.period_from,
        v.period_until, v.weekly, v.journal, min(f.since) as since,
        case when v.weekly is null then v.period_until else min(f.stay_until) end as stay_until, min(f.unit_name) as unit_name, min(f.host_name) as host_name,
        jsonb_agg(jsonb_build_object('index', f.person_index, 'name', f.person_name, 'confidence', f.confidence,
          'gateName', f.gate_name, 'since', f.since, 'lastEvidence', f.last_evidence, 'lastEvidenceAt', f.last_evidence_at)
          order by f.person_index) as people
      from presence_fact f join visit v on v.id = f.visit_id join campus c on c.id = v.campus_id
      where case when v.weekly is null then v.period_until else f.stay_until end <= ${new Date(now.getTime() + ASK_BEFORE_END)} and ${within(scope)}
        and ${campus ? sql`v.campus_id = ${campus}` : sql`true`}
      group by v.id, c.id order by stay_until, v.id
    `);
    const visits = rows.map((row) => stayOf(row, now));
    const count = (wanted: StayStep) => visits.filter((visit) => visit.step === wanted).length;
    return {
      asOf: now.toISOString(),
      counts: {
        ending: count('ending'),
        over: count('over'),
        office: count('office'),
        'said-left': count('said-left'),
      },
      visits: visits.filter((visit) => !step || visit.step === step).slice(0, AT_MOST),
    };
  }
}

const steps: StayStep[] = ['ending', 'ending', 'over', 'office'];

function stayOf(row: StaySqlRow, now: Date): OverstayVisit {
  const { id, number, campus, plate, weekly, journal, stay_until: until } = row;
  const people = row.people.map((person) => ({
    ...person,
    name: maskName(person.name),
    since: instant(person.since),
    lastEvidenceAt: instant(person.lastEvidenceAt),
  }));
  const everybodyLeft = people.every(({ confidence }) => confidence === 'presumed-left');
  const mayProlong = !weekly && (row.status === 'approved' || row.status === 'expired');
  return {
    id,
    number,
    step: everybodyLeft ? 'said-left' : (steps[stageAt(until, now)] ?? 'office'),
    campus,
    unitName: row.unit_name,
    hostName: row.host_name,
    plate,
    period: periodOf(row),
    overMinutes: Math.floor((now.getTime() - until.getTime()) / 60_000),
    people,
    // What was said of an earlier day says nothing of this one.
    answer: answerIn(weekly ? journal.filter(({ at }) => Date.parse(at) >= row.since.getTime()) : journal),
    askedAt: journal.findLast(({ kind }) => kind === 'office-asked')?.at ?? null,
    prolongUntil: mayProlong ? (latestProlonging(until, now)?.toISOString() ?? null) : null,
  };
}

/** What the host last said, unless the end was moved since: then he is asked anew. */
function answerIn(journal: JournalEntry[]): OverstayVisit['answer'] {
  const last = journal.findLast(
    ({ kind }) => kind.startsWith('host-said') || kind === 'end-moved' || kind === 'office-prolonged',
  );
  if (!last?.kind.startsWith('host-said')) return null;
  return { answer: last.kind === 'host-said-left' ? 'left' : 'unknown', by: last.who ?? '', at: last.at };
}

const instant = (text: string | null): string | null => text && new Date(text).toISOString();
