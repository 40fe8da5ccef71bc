/** Numbers of ISO/IEC 18004 for alphanumeric codes with correction M; by version, the first is none. */
const TOTALS = [0, 26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
const CORRECTIONS = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

export const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export const SIZES = TOTALS.map((total, version) => ({
  total,
  blocks: BLOCKS[version]!,
  correction: CORRECTIONS[version]!,
  data: total - BLOCKS[version]! * CORRECTIONS[version]!,
}));

/** Centres of the small squares. */
export function alignment(version: number): number[] {
  const last = version * 4 + 10;
  if (version < 2) return [];
  return version < 7 ? [6, last] : [6, last / 2 + 3, last];
}

/** Both copies of the 15 bits that name correction and mask, lowest bit first. */
export function formatPlaces(side: number): [x: number, y: number][] {
  const first = Array.from({ length: 15 }, (_, i): [number, number] =>
    i < 8 ? [8, i < 6 ? i : i + 1] : [i === 8 ? 7 : 14 - i, 8],
  );
  const second = Array.from({ length: 15 }, (_, i): [number, number] =>
    i < 8 ? [side - 1 - i, 8] : [8, side - 15 + i],
  );
  return [...first, ...second];
}

export const bitsOf = (value: number, length: number): number[] =>
  Array.from({ length }, (_, i) => (value >> (length - 1 - i)) & 1);

export const byteOf = (bits: readonly number[]): number => bits.reduce((value, bit) => value * 2 + bit, 0);

/** The codewords cut into blocks, each with its correction, and dealt out in turn: as bits. */
export function blocksOf(data: readonly number[], version: number): number[] {
  const { total, blocks, correction } = SIZES[version]!;
  const short = Math.floor(total / blocks) - correction;
  const longFrom = blocks - (total % blocks);
  const divisor = divisorOf(correction);
  let from = 0;
  const cut = Array.from({ length: blocks }, (_, i) => data.slice(from, (from += short + (i < longFrom ? 0 : 1))));
  const corrected = cut.map((block) => remainder(block, divisor));
  const deal = (rows: number[][]) =>
    Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, i) =>
      rows.flatMap((row) => row.slice(i, i + 1)),
    ).flat();
  return [...deal(cut), ...deal(corrected)].flatMap((byte) => bitsOf(byte, 8));
}

/** Product in the field of 256 elements over x⁸ + x⁴ + x³ + x² + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

function divisorOf(degree: number): number[] {
  const divisor = Array<number>(degree).fill(0);
  divisor[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2))
    for (let j = 0; j < degree; j++) divisor[j] = times(divisor[j]!, root) ^ (divisor[j + 1] ?? 0);
  return divisor;
}

function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  const rest = Array<number>(divisor.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift()!;
    rest.push(0);
    divisor.forEach((coefficient, i) => (rest[i]! ^= times(coefficient, factor)));
  }
  return rest;
}
