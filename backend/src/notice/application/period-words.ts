const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });

/** A period in campus time: `2026-11-24 09:00–17:00`, with both days when it spans more than one. */
export function periodWords({ from, until }: { from: Date; until: Date }): string {
  const [first, last] = [day.format(from), day.format(until)];
  const end = first === last ? time.format(until) : `${last} ${time.format(until)}`;
  return `${first} ${time.format(from)}–${end}`;
}

/** An instant as the clock on campus shows it: `08:55`. */
export const timeWords = (at: Date): string => time.format(at);
