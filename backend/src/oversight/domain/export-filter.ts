import { type ExportList } from '@gatehouse/contract';

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const word = /^[\w.-]{1,60}$/;
const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;
const month = /^\d{4}-\d\d$/;
const handle = /^[\w-]{1,500}$/;
const text = /^.{1,100}$/;

const days = { from: day, until: day };

/** What each list can be filtered by, as it stands in its address. */
const known: Record<ExportList, Record<string, RegExp>> = {
  visits: { words: handle, status: word, campus: id, unit: id, host: id, purpose: word, ...days },
  people: { words: handle, campus: id, unit: id, gate: id, presence: word, ...days },
  plates: { words: handle, campus: id },
  passages: {
    words: handle,
    visit: id,
    campus: id,
    gate: id,
    direction: word,
    outcome: word,
    reason: word,
    transport: word,
    from: moment,
    until: moment,
  },
  incidents: { words: handle, state: word, kind: word, campus: id, gate: id, ...days },
  blacklist: { words: handle, state: word, level: word, entry: id },
  hits: { entry: id, ...days },
  'hosts-ledger': { month },
  audit: { q: text, action: word, actor: text, subjectKind: word, subjectId: text, ...days },
  report: { kind: word, campus: id, ...days },
};

/** The names of filters that the list does not know, or whose values cannot be. */
export function faultsOfFilter(list: ExportList, filter: Record<string, unknown>): string[] {
  return Object.entries(filter).flatMap(([name, value]) => {
    const form = Object.hasOwn(known[list], name) ? known[list][name] : undefined;
    return form && typeof value === 'string' && form.test(value) && isDate(form, value) ? [] : [name];
  });
}

const isDate = (form: RegExp, value: string): boolean =>
  (form !== day && form !== moment) || !Number.isNaN(Date.parse(value.slice(0, 10)));
