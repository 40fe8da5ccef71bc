import { bestMask } from './qr-mask.ts';
import { alignment, bitsOf, blocksOf, byteOf, CHARACTERS, formatPlaces, SIZES } from './qr-standard.ts';

/** null: not laid out yet */
type Modules = (boolean | null)[][];

/** The modules of a QR code, alphanumeric, error correction M, the smallest of versions 1 to 10. */
export function qrCode(text: string): boolean[][] {
  const version = SIZES.findIndex(
    ({ data }, i) => i && 4 + (i < 10 ? 9 : 11) + Math.ceil(text.length * 5.5) <= data * 8,
  );
  if (version < 1) throw new RangeError('too long for a QR code of ours');
  const side = version * 4 + 17;
  const modules: Modules = Array.from({ length: side }, () => Array<null>(side).fill(null));
  drawFixed(modules, version);
  const isFixed = modules.map((row) => row.map((module) => module !== null));
  const bits = blocksOf(codewords(text, version), version);
  let next = 0;
  for (const [x, y] of path(side)) if (!isFixed[y]![x]) modules[y]![x] = bits[next++] === 1;
  return bestMask(modules as boolean[][], isFixed);
}

/** Mode, length, characters in pairs, and filling. */
function codewords(text: string, version: number): number[] {
  const { data } = SIZES[version]!;
  const bits = [...bitsOf(2, 4), ...bitsOf(text.length, version < 10 ? 9 : 11)];
  for (let i = 0; i < text.length; i += 2) {
    const [first, second] = [...text.slice(i, i + 2)].map((character) => CHARACTERS.indexOf(character));
    bits.push(...(second === undefined ? bitsOf(first!, 6) : bitsOf(first! * 45 + second, 11)));
  }
  bits.push(...Array<number>(Math.min(4, data * 8 - bits.length)).fill(0));
  while (bits.length % 8) bits.push(0);
  const bytes = Array.from({ length: bits.length / 8 }, (_, i) => byteOf(bits.slice(i * 8, i * 8 + 8)));
  for (let filler = 0xec; bytes.length < data; filler ^= 0xec ^ 0x11) bytes.push(filler);
  return bytes;
}

function drawFixed(modules: Modules, version: number): void {
  const side = modules.length;
  const set = (x: number, y: number, dark: boolean) => {
    if (modules[y] && x >= 0 && x < side) modules[y][x] = dark;
  };
  const square = (cx: number, cy: number, reach: number, light: readonly number[]) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++)
        set(cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let i = 8; i < side - 8; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const)
    square(x, y, 4, [2, 4]);
  const lines = alignment(version);
  const last = lines[lines.length - 1];
  for (const x of lines)
    for (const y of lines) if (!(x === 6 && (y === 6 || y === last)) && !(y === 6 && x === last)) square(x, y, 2, [1]);
  if (version >= 7)
    versionBits(version).forEach((bit, i) => {
      set(side - 11 + (i % 3), Math.floor(i / 3), bit === 1);
      set(Math.floor(i / 3), side - 11 + (i % 3), bit === 1);
    });
  formatPlaces(side).forEach(([x, y]) => set(x, y, false));
  set(8, side - 8, true);
}

function versionBits(version: number): number[] {
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  return bitsOf((version << 12) | rest, 18).reverse();
}

/** Two columns at a time from the right, up and down in turn, around the timing column. */
function* path(side: number): Generator<[x: number, y: number]> {
  for (let right = side - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right--;
    for (let i = 0; i < side; i++) {
      const y = up ? side - 1 - i : i;
      yield [right, y];
      yield [right - 1, y];
    }
  }
}
