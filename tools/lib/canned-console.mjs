/** A few answers of the API for the console alone: for measuring the pages and not the server. */
const now = Date.now();
const iso = (at) => new Date(at).toISOString();
const id = (number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const campus = { id: id(1), name: '东校区' };
const period = { from: iso(now - 3_600_000), until: iso(now + 3_600_000) };
const besides = { inside: 80, expected: { visits: 120, people: 150 }, entries: 90, exits: 20, refused: 3 };

export const staff = {
  id: id(2),
  number: 'S2001',
  name: '赵强',
  unitName: '保卫处',
  isLeader: false,
  roles: ['staff', 'security-office'],
  permissions: ['approval.decide', 'dashboard.read', 'visit.read', 'passage.read', 'passage.export', 'blacklist.read'],
};

const visit = (number) => ({
  id: id(100 + number),
  number: `2026112300${String(number).padStart(4, '0')}`,
  status: 'approved',
  applicantName: '陈*',
  applicantMobileMasked: '139****0001',
  partySize: 1 + (number % 3),
  plate: number % 2 ? '浙E12345' : null,
  campus,
  unit: { id: id(3), name: '计算机学院' },
  hostName: '王静',
  hostLeft: false,
  unanswered: false,
  period,
  purpose: 'academic',
  requestedAt: iso(now - 86_400_000),
});

export const answers = {
  '/api/auth/providers': [{ key: 'cas', zh: '统一身份认证', en: 'Unified identity', url: '/api/auth/cas/login' }],
  '/api/booking': {
    organisation: '平湖大学',
    organisationEn: 'Pinghu University',
    campuses: [{ ...campus, nameEn: 'East', gates: [] }],
    policy: { purposes: [] },
    notice: {},
    now: iso(now),
    demo: false,
  },
  '/api/approvals': { items: [], next: null },
  '/api/visits': { items: Array.from({ length: 50 }, (_, index) => visit(index)), next: null, total: 50, exact: true },
  '/api/dashboard': {
    date: iso(now).slice(0, 10),
    asOf: iso(now),
    insideNow: 86,
    overstayed: 2,
    insideYesterdaySameTime: 80,
    expected: { visits: 130, people: 160 },
    visitsToday: { all: 150, approved: 130, pending: 12, declined: 8 },
    waiting: { count: 12, oldestMinutes: 95 },
    entriesToday: 97,
    exitsToday: 31,
    vehiclesToday: 20,
    refusedToday: { all: 4, byReason: [{ reason: 'TOO_EARLY', count: 4 }] },
    beside: {
      yesterday: { date: '2026-11-22', until: '10:00', ...besides },
      lastWeek: { date: '2026-11-16', until: '10:00', ...besides },
    },
    byCampus: [
      { campus, inside: 86, overstayed: 2, expected: { visits: 130, people: 160 }, entries: 97, exits: 31, refused: 4 },
    ],
    byHour: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      entries: hour,
      exits: 24 - hour,
      refused: 1,
      entriesYesterday: hour,
      entriesLastWeek: hour,
    })),
    byGate: [
      {
        gate: { id: id(4), name: '东门' },
        campusId: campus.id,
        campusName: '东校区',
        onFoot: 77,
        byCar: 20,
        exits: 31,
        refused: 4,
        inside: 86,
        overstayed: 2,
      },
    ],
    latest: [],
    overstays: [],
  },
};
