import { type Role } from '@gatehouse/contract';

export interface DemoPerson {
  number: string;
  name: string;
  /** what to try with this person, for the banner of the start */
  what: string;
  unit: string;
  title: string;
  /** national, as a visitor types it where hosts are matched by name and phone */
  mobile: string;
  isLeader?: boolean;
  role?: Role;
  /** number of the campus the role is bound to */
  campus?: number;
}

const computing = '计算机科学与技术学院';

/** The same people on every start, easy to recognise. */
export const demoPeople: DemoPerson[] = [
  {
    number: 'T1001',
    name: '王静',
    what: `被访人 host · ${computing} · 13800001001`,
    unit: computing,
    title: '教授',
    mobile: '13800001001',
  },
  {
    number: 'T1002',
    name: '李建国',
    what: `领导 leader · ${computing} · 13800001002`,
    unit: computing,
    title: '院长',
    mobile: '13800001002',
    isLeader: true,
  },
  {
    number: 'T1003',
    name: '陈晓明',
    what: `领导 leader · ${computing} · 13800001003`,
    unit: computing,
    title: '副院长',
    mobile: '13800001003',
    isLeader: true,
  },
  {
    number: 'T1004',
    name: '欧阳雪',
    what: '被访人 host · 外国语学院 · 13800001004',
    unit: '外国语学院',
    title: '讲师',
    mobile: '13800001004',
  },
  {
    number: 'S2001',
    name: '赵强',
    what: '保卫处值班 security office',
    unit: '保卫处',
    title: '科员',
    mobile: '13800002001',
    role: 'security-office',
  },
  {
    number: 'S2002',
    name: '孙丽',
    what: '安全管理员 security administrator',
    unit: '保卫处',
    title: '处长',
    mobile: '13800002002',
    isLeader: true,
    role: 'security-admin',
  },
  {
    number: 'S2003',
    name: '马超',
    what: '保卫处值班，只看东湖校区 security office, East Lake only',
    unit: '保卫处',
    title: '科员',
    mobile: '13800002003',
    role: 'security-office',
    campus: 2,
  },
  {
    number: 'A3001',
    name: '周涛',
    what: '系统管理员 system administrator',
    unit: '信息化办公室',
    title: '工程师',
    mobile: '13800003001',
    role: 'system-admin',
  },
  {
    number: 'U4001',
    name: '吴敏',
    what: '审计员 auditor',
    unit: '审计处',
    title: '审计员',
    mobile: '13800004001',
    role: 'auditor',
  },
];
