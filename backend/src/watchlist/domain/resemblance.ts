/** A real-looking month and day; the calendar is not asked, since a slip may make an impossible date. */
const isDay = (digits: string): boolean => {
  const [month, day] = [Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
};

/**
 * A birth date and what people make of it by a slip: month and day exchanged, two neighbouring digits exchanged. The
 * date itself comes first, `YYYYMMDD`.
 */
export function likelyBirths(birth: string): string[] {
  const digits = birth.replace(/\D/g, '');
  const exchanged = `${digits.slice(0, 4)}${digits.slice(6, 8)}${digits.slice(4, 6)}`;
  const slipped = Array.from({ length: 7 }, (_, at) => {
    const [left = '', right = ''] = [digits[at], digits[at + 1]];
    return `${digits.slice(0, at)}${right}${left}${digits.slice(at + 2)}`;
  });
  return [...new Set([digits, exchanged, ...slipped])].filter(isDay);
}
