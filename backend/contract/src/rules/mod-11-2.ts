const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of 17 digits (ISO 7064 MOD 11-2, as GB 11643-1999 uses it). */
export function mod11Character(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** Whether the 18th character is the check character of the first 17. */
export function mod11Matches(number: string): boolean {
  return number.length === 18 && number[17] === mod11Character(number.slice(0, 17));
}
