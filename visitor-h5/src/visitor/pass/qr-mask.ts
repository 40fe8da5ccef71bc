import { bitsOf, formatPlaces } from './qr-standard.ts';

const MASKS: ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** The code under the mask that is easiest to read, by the penalties of the standard. */
export function bestMask(modules: boolean[][], isFixed: boolean[][]): boolean[][] {
  const masked = MASKS.map((mask, number) => {
    const rows = modules.map((row, y) => row.map((dark, x) => (isFixed[y]![x] ? dark : dark !== (mask(x, y) === 0))));
    formatPlaces(rows.length).forEach(([x, y], i) => (rows[y]![x] = formatBit(number, i % 15)));
    return { rows, penalty: penaltyOf(rows) };
  });
  return masked.reduce((best, other) => (other.penalty < best.penalty ? other : best)).rows;
}

/** Correction M is 00. */
function formatBit(mask: number, index: number): boolean {
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  return bitsOf(((mask << 10) | rest) ^ 0x5412, 15)[14 - index] === 1;
}

function penaltyOf(rows: boolean[][]): number {
  const side = rows.length;
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x]!))].map((line) =>
    line.map((dark) => (dark ? 1 : 0)).join(''),
  );
  let penalty = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2;
    // a finder look-alike, light on one side; overlapping ones count too
    penalty += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  let dark = 0;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const module = rows[y]![x];
      if (module) dark++;
      const below = rows[y + 1];
      if (below && x + 1 < side && module === rows[y]![x + 1] && module === below[x] && module === below[x + 1])
        penalty += 3;
    }
  return penalty + 10 * Math.floor(Math.abs((dark * 20) / side ** 2 - 10));
}
