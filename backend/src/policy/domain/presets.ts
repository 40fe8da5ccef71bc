import { type PolicySettings, type Purpose, type RequiredDocument } from '@gatehouse/contract';

const purpose = (key: string, zh: string, en: string): Purpose => ({ key, text: { zh, en }, documents: [] });

/** The two screenshots that the 2020 manual asks for; today they stand for whatever a campus asks for. */
const screenshots: RequiredDocument[] = [
  {
    key: 'health-code',
    text: { zh: '健康码截图', en: 'Health code screenshot' },
    guidance: {
      zh: '在支付宝或“豫事办”打开健康码，截下整屏，姓名和时间要看得清。',
      en: 'Open your health code in its app and take a screenshot of the whole screen; name and time must be readable.',
    },
  },
  {
    key: 'travel-code',
    text: { zh: '通信行程卡截图', en: 'Travel record screenshot' },
    guidance: {
      zh: '打开“通信行程卡”小程序，查询后截下整屏。',
      en: 'Open the travel record mini program, look yourself up and take a screenshot of the whole screen.',
    },
  },
];

const purposes: Purpose[] = [
  purpose('business', '公务洽谈', 'Official business'),
  purpose('academic', '学术交流', 'Academic exchange'),
  purpose('delivery', '送货维修', 'Delivery or repair'),
  purpose('family', '探亲访友', 'Family or friends'),
  purpose('event', '参加活动', 'Attending an event'),
  purpose('other', '其他', 'Other'),
];

/** 湖州师范学院 2025: hosts picked from lists, any start and end, the host decides alone. */
const huzhou: PolicySettings = {
  preset: 'huzhou',
  host: { input: 'pick' },
  period: {
    mode: 'span',
    maxDays: 7,
    maxAheadDays: 30,
    leadMinutes: 0,
    dailyFrom: '00:00',
    dailyUntil: '24:00',
    graceMinutes: 30,
    closedDays: [],
  },
  party: { maxCompanions: 9 },
  approval: { leader: 'host-may-add', leaderFromPartySize: 0 },
  changeUntilMinutes: 0,
  pass: { entries: null, reserveSeconds: 20, visibleBeforeMinutes: null },
  face: { enabled: true, keepHours: 24 },
  documents: { keepDays: 30 },
  presence: { closeAfterHours: 48 },
  invitation: { preApproved: true },
  purposes,
  longTerm: {
    purposes: ['academic', 'delivery'],
    maxDays: 180,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    dailyFrom: '06:00',
    dailyUntil: '22:00',
    leader: 'always',
  },
};

/** 郑州大学 2020: host typed by name and phone, whole days from 07:00 to 23:00, a leader always decides second. */
const zhengzhou: PolicySettings = {
  ...huzhou,
  preset: 'zhengzhou',
  host: { input: 'match' },
  period: {
    ...huzhou.period,
    mode: 'daily',
    maxDays: 1,
    maxAheadDays: 14,
    dailyFrom: '07:00',
    dailyUntil: '23:00',
    graceMinutes: 0,
  },
  approval: { leader: 'always', leaderFromPartySize: 0 },
  face: { ...huzhou.face, enabled: false },
  invitation: { preApproved: false },
  purposes: purposes.map((one) => (one.key === 'business' ? { ...one, documents: screenshots } : one)),
  changeUntilMinutes: 120,
  longTerm: { ...huzhou.longTerm!, purposes: [], dailyFrom: '07:00', dailyUntil: '23:00' },
};

export const presets = { huzhou, zhengzhou };
