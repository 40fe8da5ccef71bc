import { Injectable } from '@nestjs/common';
import { type EarlierVisit, type KnownPerson, type VisitorProfile } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { type PartyMember } from '../domain/party-member.js';
import { periodOf, visitColumns, type VisitSqlRow, visitTables } from './visit-row.js';

/** As far back as a form can still be of use. */
const NEWEST = 40;
const VISITS = 5;
const PEOPLE = 20;

type ProfileRow = VisitSqlRow & { host_active: boolean };

/** What is known of somebody who comes again, masked: enough to choose from, nothing to read off. */
@Injectable()
export class VisitorProfileQuery {
  constructor(private readonly database: Database) {}

  async of(mobileIndex: string, mobileMasked: string): Promise<VisitorProfile> {
    const rows = await this.database.rows(sql<ProfileRow>`
      ${ownVisits(mobileIndex)}
      order by v.requested_at desc, v.id desc limit ${NEWEST}
    `);
    const known = rows.filter(isKnown);
    return {
      mobileMasked,
      people: first(known.flatMap(peopleOf), PEOPLE, ({ key }) => key).map(({ person }) => person),
      visits: first(known, VISITS, sameAgain).map(earlierVisit),
    };
  }

  /** One visit of one's own, for applying for the same again. */
  async earlier(mobileIndex: string, visitId: string): Promise<EarlierVisit> {
    const row = await this.database.first(sql<ProfileRow>`${ownVisits(mobileIndex)} and v.id = ${visitId}`);
    if (!row || !isKnown(row)) throw new DomainError('visit.not-found');
    return earlierVisit(row);
  }
}

const ownVisits = (mobileIndex: string) => sql`
  select ${visitColumns}, h.active as host_active from ${visitTables}
  where v.party @> ${JSON.stringify([{ index: 0, mobileIndex }])}::jsonb
`;

/** Erased people have no document any more. */
const isKnown = ({ party }: VisitSqlRow): boolean => party.every(({ documentSealed }) => documentSealed);

interface Keyed {
  key: string;
  person: KnownPerson;
}

const peopleOf = (row: VisitSqlRow): Keyed[] =>
  row.party.map((member) => ({ key: member.documentIndex, person: knownPerson(row.id, member) }));

const knownPerson = (visitId: string, member: PartyMember): KnownPerson => ({
  keep: { visitId, personIndex: member.index },
  isApplicant: member.index === 0,
  name: maskName(member.name),
  documentKind: member.documentKind,
  documentMasked: member.documentMasked,
  mobileMasked: member.mobileMasked,
  organisation: member.organisation,
});

const earlierVisit = (row: ProfileRow): EarlierVisit => ({
  id: row.id,
  campus: { id: row.campus_id, name: row.campus_name },
  unit: { id: row.unit_id, name: row.unit_name },
  host: row.host_active ? { id: row.host_id, name: maskName(row.host_name) } : null,
  transport: row.transport,
  plate: row.plate,
  purpose: row.purpose,
  reason: row.reason,
  period: periodOf(row),
  people: row.party.map((member) => knownPerson(row.id, member)),
});

/** Two visits that would make the same form. */
const sameAgain = ({ host_id, purpose, party, plate }: VisitSqlRow): string =>
  [host_id, purpose, plate, ...party.map(({ documentIndex }) => documentIndex)].join('|');

function first<T>(items: T[], most: number, keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()].slice(0, most);
}
