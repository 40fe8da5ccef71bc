import { type INestApplicationContext } from '@nestjs/common';
import { personKeys, unitKeys } from '../src/directory/pinyin-keys.js';
import { StaffMobiles } from '../src/directory/infrastructure/staff-mobiles.js';
import { Database } from '../src/platform/database/database.js';
import { chineseName } from './chinese-names.js';
import { demoPeople } from './demo-people.js';
import { type Place, places } from './demo-places.js';
import { englishNameOf } from './demo-unit-names.js';
import { insertAll } from './insert-all.js';
import { type Random } from './random.js';

export interface DemoGate {
  id: string;
  name: string;
  car: boolean;
}

export interface DemoCampus {
  id: string;
  place: Place;
  gates: DemoGate[];
}

export interface DemoUnit {
  id: string;
  name: string;
  campus: DemoCampus;
}

export interface DemoMember {
  id: string;
  number: string;
  name: string;
  title: string;
  isLeader: boolean;
  mobile: string;
  unit: DemoUnit;
}

export interface DemoDirectory {
  campuses: DemoCampus[];
  units: DemoUnit[];
  staff: DemoMember[];
}

const LEADER_TITLES = { college: ['院长', '副院长', '副院长'], office: ['处长', '副处长'] };
const TITLES = {
  college: ['教授', '副教授', '讲师', '讲师', '实验师', '辅导员'],
  office: ['科长', '副科长', '科员', '科员', '工程师'],
};

/** Makes campuses, gates, units, staff and roles, and stores them. */
export async function addDemoDirectory(
  app: INestApplicationContext,
  random: Random,
  now: Date,
): Promise<DemoDirectory> {
  const database = app.get(Database, { strict: false });
  const campuses = places.map((place): DemoCampus => {
    const gates = place.gates.map(({ name, car }) => ({ id: random.uuid(now), name, car }));
    return { id: random.uuid(now), place, gates };
  });
  const units = campuses.flatMap((campus) =>
    campus.place.units.map((name): DemoUnit => ({ id: random.uuid(now), name, campus })),
  );
  const staff = [...namedPeople(units, random, now), ...units.flatMap((unit) => otherStaff(unit, random, now))].map(
    (member, position): DemoMember => ({ ...member, number: member.number || staffNumber(position, random) }),
  );
  await addPlaces(database, campuses, units);
  await addStaff(app, database, staff);
  await addRoles(database, random, now, staff, campuses);
  return { campuses, units, staff };
}

function namedPeople(units: DemoUnit[], random: Random, now: Date): DemoMember[] {
  return demoPeople.map(({ number, name, title, isLeader = false, mobile, unit: unitName }) => {
    const unit = units.find((candidate) => candidate.name === unitName);
    if (!unit) throw new Error(`no unit ${unitName} in the demo`);
    return { id: random.uuid(now), number, name, title, isLeader, mobile, unit };
  });
}

/** Colleges are larger than offices; each has leaders of its own. */
function otherStaff(unit: DemoUnit, random: Random, now: Date): DemoMember[] {
  const kind = /学院|研究|医院/.test(unit.name) ? 'college' : 'office';
  const size = kind === 'college' ? random.between(30, 48) : random.between(10, 18);
  return Array.from({ length: size }, (_, place) => {
    const leaderTitle = LEADER_TITLES[kind][place];
    const title = leaderTitle ?? random.of(TITLES[kind]);
    const isLeader = leaderTitle !== undefined;
    const mobile = `1380${random.between(100, 999)}${random.digits(4)}`;
    return { id: random.uuid(now), number: '', name: chineseName(random), title, isLeader, mobile, unit };
  });
}

/** Year of entry and a running number. */
const staffNumber = (position: number, random: Random): string =>
  `${random.between(1992, 2025)}${String(position).padStart(4, '0')}`;

async function addPlaces(database: Database, campuses: DemoCampus[], units: DemoUnit[]): Promise<void> {
  await insertAll(
    database,
    'campus',
    campuses.map(({ id, place: { number, name, nameEn, address } }) => ({
      id,
      number,
      name,
      name_en: nameEn,
      address,
      sort: number,
    })),
  );
  await insertAll(
    database,
    'gate',
    campuses.flatMap((campus) =>
      campus.place.gates.map(({ code, name, nameEn, hint, car }, sort) => {
        const transports = car ? ['car', 'foot'] : ['foot'];
        return {
          id: campus.gates[sort]?.id,
          campus_id: campus.id,
          code,
          name,
          name_en: nameEn,
          hint,
          transports,
          sort,
        };
      }),
    ),
  );
  await insertAll(
    database,
    'unit',
    units.map(({ id, name, campus }, position) => {
      const { full, initials } = unitKeys(name);
      const code = `U${String(position + 1).padStart(3, '0')}`;
      return {
        id,
        campus_id: campus.id,
        code,
        name,
        name_en: englishNameOf(name),
        pinyin_full: full,
        pinyin_initials: initials,
        active: true,
      };
    }),
  );
}

async function addStaff(app: INestApplicationContext, database: Database, staff: DemoMember[]): Promise<void> {
  const mobiles = app.get(StaffMobiles, { strict: false });
  const rows = staff.map(async ({ id, number, name, unit, title, isLeader, mobile }) => {
    const { full, initials } = personKeys(name);
    return {
      id,
      number,
      name,
      unit_id: unit.id,
      title,
      is_leader: isLeader,
      mobile_index: await mobiles.index(mobile),
      mobile_sealed: await mobiles.seal(id, `+86${mobile}`),
      pinyin_full: full,
      pinyin_initials: initials,
      active: true,
    };
  });
  await insertAll(database, 'staff_member', await Promise.all(rows));
}

async function addRoles(
  database: Database,
  random: Random,
  now: Date,
  staff: DemoMember[],
  campuses: DemoCampus[],
): Promise<void> {
  const grants = demoPeople.filter(({ role }) => role);
  await insertAll(
    database,
    'role_grant',
    grants.map(({ number, role, campus }) => ({
      id: random.uuid(now),
      staff_id: staff.find((member) => member.number === number)?.id,
      role,
      campus_id: campuses.find(({ place }) => place.number === campus)?.id ?? null,
      granted_at: now,
    })),
  );
}
