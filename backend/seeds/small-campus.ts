import { type INestApplicationContext } from '@nestjs/common';
import { type Role } from '@gatehouse/contract';
import { sql } from 'kysely';
import { personKeys, unitKeys } from '../src/directory/pinyin-keys.js';
import { StaffMobiles } from '../src/directory/infrastructure/staff-mobiles.js';
import { Database } from '../src/platform/database/database.js';
import { UnitOfWork } from '../src/platform/events/unit-of-work.js';

const id = (tail: string): string => `00000000-0000-7000-8000-${tail.padStart(12, '0')}`;

/** Two campuses. */
export const campuses = {
  east: { id: id('c1'), number: 1, name: '东校区', nameEn: 'East Campus', address: '平湖市文昌路 1 号' },
  west: { id: id('c2'), number: 2, name: '西校区', nameEn: 'West Campus', address: '平湖市学苑路 88 号' },
};

/** Three gates: two in the east, one in the west. */
export const gates = {
  eastMain: {
    id: id('d1'),
    campus: campuses.east,
    code: 'E1',
    name: '东门',
    nameEn: 'East Gate',
    transports: ['car', 'foot'],
  },
  eastSouth: {
    id: id('d2'),
    campus: campuses.east,
    code: 'E2',
    name: '南门',
    nameEn: 'South Gate',
    transports: ['foot'],
  },
  westMain: {
    id: id('d3'),
    campus: campuses.west,
    code: 'W1',
    name: '西门',
    nameEn: 'West Gate',
    transports: ['car', 'foot'],
  },
};

/** Four units; the college of foreign languages is in the west. */
export const units = {
  computing: { id: id('e1'), campus: campuses.east, code: 'CS', name: '计算机学院', nameEn: 'School of Computing' },
  languages: {
    id: id('e2'),
    campus: campuses.west,
    code: 'FL',
    name: '外国语学院',
    nameEn: 'School of Foreign Languages',
  },
  security: { id: id('e3'), campus: campuses.east, code: 'BWC', name: '保卫处', nameEn: 'Security Office' },
  office: { id: id('e4'), campus: campuses.east, code: 'XB', name: '学校办公室', nameEn: 'University Office' },
};

interface SmallStaff {
  id: string;
  number: string;
  name: string;
  unit: (typeof units)[keyof typeof units];
  title: string;
  mobile: string;
  isLeader?: boolean;
  role?: Role;
}

const person = (tail: string, staff: Omit<SmallStaff, 'id'>): SmallStaff => ({ id: id(tail), ...staff });

/** Eight people, one of each kind. */
export const people = {
  /** host */
  wangJing: person('f1', {
    number: 'T1001',
    name: '王静',
    unit: units.computing,
    title: '教授',
    mobile: '+8613800001001',
  }),
  /** leader of the host's unit */
  liJianguo: person('f2', {
    number: 'T1002',
    name: '李建国',
    unit: units.computing,
    title: '院长',
    mobile: '+8613800001002',
    isLeader: true,
  }),
  /** second leader of the host's unit */
  chenXiaoming: person('f3', {
    number: 'T1003',
    name: '陈晓明',
    unit: units.computing,
    title: '副院长',
    mobile: '+8613800001003',
    isLeader: true,
  }),
  /** host in the west */
  ouyangXue: person('f4', {
    number: 'T1004',
    name: '欧阳雪',
    unit: units.languages,
    title: '讲师',
    mobile: '+8613800001004',
  }),
  /** clerk of the security office */
  zhaoQiang: person('f5', {
    number: 'S2001',
    name: '赵强',
    unit: units.security,
    title: '科员',
    mobile: '+8613800002001',
    role: 'security-office',
  }),
  /** security administrator, leader of the security office */
  sunLi: person('f6', {
    number: 'S2002',
    name: '孙丽',
    unit: units.security,
    title: '处长',
    mobile: '+8613800002002',
    isLeader: true,
    role: 'security-admin',
  }),
  zhouTao: person('f7', {
    number: 'A3001',
    name: '周涛',
    unit: units.office,
    title: '系统管理员',
    mobile: '+8613800003001',
    role: 'system-admin',
  }),
  wuMin: person('f8', {
    number: 'U4001',
    name: '吴敏',
    unit: units.office,
    title: '审计员',
    mobile: '+8613800004001',
    role: 'auditor',
  }),
};

/**
 * Fills the empty house of a scenario: `await seedSmallCampus(house.app)`. Goes through the application's own services,
 * so that numbers are sealed and indexed with its keys.
 */
export async function seedSmallCampus(app: INestApplicationContext): Promise<void> {
  const database = app.get(Database, { strict: false });
  const mobiles = app.get(StaffMobiles, { strict: false });
  await app.get(UnitOfWork, { strict: false }).run(async () => {
    await addCampuses(database);
    await addGates(database);
    await addUnits(database);
    for (const member of Object.values(people)) await addMember(database, mobiles, member);
  });
}

async function addCampuses(database: Database): Promise<void> {
  for (const campus of Object.values(campuses)) {
    await database.run(sql`
      insert into campus (id, number, name, name_en, address, sort)
      values (${campus.id}, ${campus.number}, ${campus.name}, ${campus.nameEn}, ${campus.address}, ${campus.number})
    `);
  }
}

async function addGates(database: Database): Promise<void> {
  for (const [sort, gate] of Object.values(gates).entries()) {
    await database.run(sql`
      insert into gate (id, campus_id, code, name, name_en, hint, transports, sort)
      values (${gate.id}, ${gate.campus.id}, ${gate.code}, ${gate.name}, ${gate.nameEn}, '', ${gate.transports}::text[], ${sort})
    `);
  }
}

async function addUnits(database: Database): Promise<void> {
  for (const unit of Object.values(units)) {
    const { full, initials } = unitKeys(unit.name);
    await database.run(sql`
      insert into unit (id, campus_id, code, name, name_en, pinyin_full, pinyin_initials)
      values (${unit.id}, ${unit.campus.id}, ${unit.code}, ${unit.name}, ${unit.nameEn}, ${full}, ${initials})
    `);
  }
}

async function addMember(database: Database, mobiles: StaffMobiles, member: SmallStaff): Promise<void> {
  const { full, initials } = personKeys(member.name);
  const index = await mobiles.index(member.mobile);
  const sealed = await mobiles.seal(member.id, member.mobile);
  await database.run(sql`
    insert into staff_member (id, number, name, unit_id, title, is_leader, mobile_index, mobile_sealed, pinyin_full, pinyin_initials)
    values (${member.id}, ${member.number}, ${member.name}, ${member.unit.id}, ${member.title}, ${member.isLeader ?? false},
            ${index}, ${sealed}, ${full}, ${initials})
  `);
  if (!member.role) return;
  await database.run(sql`
    insert into role_grant (id, staff_id, role, granted_at) values (gen_random_uuid(), ${member.id}, ${member.role}, now())
  `);
}
