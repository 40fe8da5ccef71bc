import { DomainError, type FieldError } from '../../kernel/domain-error.js';

export interface AnnouncedDay {
  day: string;
  kind: 'holiday' | 'workday';
  name: string;
  nameEn: string;
}

const kinds: Record<string, AnnouncedDay['kind']> = {
  holiday: 'holiday',
  放假: 'holiday',
  休: 'holiday',
  workday: 'workday',
  上班: 'workday',
  调休上班: 'workday',
  班: 'workday',
};
const HEADINGS = /^(日期|date)$/i;
const LONGEST_NAME = 40;

/**
 * Reads the announced days of a year: lines of date, kind, name, English name, with commas or tabs between. A heading and
 * empty lines are passed over. Throws with every line that is wrong, by its number.
 */
export function announcedDays(csv: string, year: number): AnnouncedDay[] {
  const days = new Map<string, AnnouncedDay>();
  const wrong: FieldError[] = [];
  csv.split(/\r\n|\r|\n/).forEach((line, at) => {
    const cells = line.replace(/^\uFEFF/, '').split(/[,，\t;]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')); // prettier-ignore
    const [date = '', kindText = '', name = '', nameEn = ''] = cells;
    if (cells.every((cell) => cell === '') || HEADINGS.test(date)) return;
    const path = `csv.${at + 1}`;
    const day = dayOf(date, year);
    const kind = Object.hasOwn(kinds, kindText.toLowerCase()) ? kinds[kindText.toLowerCase()] : undefined;
    if (!day) wrong.push({ path, code: 'calendar.day-wrong' });
    else if (!kind) wrong.push({ path, code: 'calendar.kind-wrong' });
    else if (days.has(day)) wrong.push({ path, code: 'calendar.day-twice' });
    else
      days.set(day, { day, kind, name: name.slice(0, LONGEST_NAME), nameEn: (nameEn || name).slice(0, LONGEST_NAME) });
  });
  if (wrong.length > 0) throw new DomainError('request.invalid', {}, wrong.slice(0, 20));
  if (![...days.values()].some(({ kind }) => kind === 'holiday'))
    throw new DomainError('request.invalid', {}, [{ path: 'csv', code: 'calendar.day-wrong' }]);
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day));
}

function dayOf(text: string, year: number): string | null {
  const [, y = '', m = '', d = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  const isReal = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
  return isReal && Number(y) === year ? day : null;
}
