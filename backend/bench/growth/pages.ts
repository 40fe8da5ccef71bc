import { campusDay } from '../../src/kernel/campus-time.js';
import { type Office } from './office.js';

export type Kind = 'search' | 'dashboard' | 'passages_page';

/** One page of the office, the same in both universities. */
export interface Page {
  kind: Kind;
  label: string;
  /** things of one sort that are asked for in turn */
  asked: ((office: Office) => Promise<string>)[];
}

/** What people really type: one character, whole names, spellings, ends of documents, plates whole and in part, numbers. */
const searches: [label: string, words: string[], lists: string[]][] = [
  ['one character', ['王', '李', '张', '刘', '陈'], ['visits', 'people', 'passages']],
  ['a frequent name', ['王伟', '李娜', '张伟', '刘洋', '陈静'], ['visits', 'people', 'passages']],
  ['pinyin', ['wangw', 'lina', 'zhangwei', 'liuy', 'chenj'], ['visits', 'people', 'passages']],
  ['end of a document', ['1234', '0427', '5550', '9311', '777X'], ['visits', 'people', 'passages']],
  ['phone', ['13800138000', '13912345678', '15000000001'], ['visits', 'people', 'passages']],
  ['plate', ['浙E00042', '浙E29002', '浙E28655'], ['visits', 'plates', 'passages']],
  ['part of a plate', ['E0004', 'E2900', '2865'], ['visits', 'plates', 'passages']],
  ['visit number', ['V000205000', 'V000205777', 'V000204444'], ['visits', 'passages']],
  ['pass number', ['20249000', '20249777', '20248444'], ['people', 'passages']],
  ['nobody', ['欧阳司马', 'xqzwv'], ['visits', 'people', 'passages']],
];

const gate = '00000000-0000-7000-8000-d10000000003';
const campus = '00000000-0000-7000-8000-c10000000001';

/** Every page that is timed; the days in them are those before `now`. */
export function pages(now: Date): Page[] {
  const day = (back: number) => campusDay(new Date(now.getTime() - back * 86_400_000));
  const plain = (kind: Kind, label: string, path: string): Page => ({
    kind,
    label,
    asked: [() => Promise.resolve(path)],
  });
  return [
    ...searches.flatMap(([label, words, lists]) =>
      lists.map((list): Page => ({
        kind: 'search',
        label: `${label}: ${list}`,
        asked: words.map(
          (typed) => async (office) => `${list}?words=${encodeURIComponent(await office.handleOf(typed))}`,
        ),
      })),
    ),
    plain('dashboard', 'all campuses', 'dashboard'),
    plain('dashboard', 'one campus', `dashboard?campus=${campus}`),
    plain('dashboard', 'wall', 'dashboard?view=wall'),
    plain('passages_page', 'newest', 'passages'),
    plain('passages_page', 'of a gate', `passages?gate=${gate}`),
    plain('passages_page', 'of a day', `passages?from=${day(3)}&until=${day(3)}`),
    plain('passages_page', 'refused at a campus', `passages?campus=${campus}&outcome=refused`),
    plain('passages_page', 'plates of yesterday', `passages?transport=car&from=${day(1)}&until=${day(1)}`),
    {
      kind: 'passages_page',
      label: 'second page',
      asked: [
        async (office) => {
          const { next } = (await office.json('passages')) as { next: string };
          return `passages?after=${encodeURIComponent(next)}`;
        },
      ],
    },
  ];
}
