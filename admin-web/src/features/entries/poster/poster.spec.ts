import { expect, it } from 'vitest';
import { codeBox, codeSquares, linesOf, page, type Poster } from './layout';
import { pdfOf } from './pdf';
import { withResolution } from './png';

const poster: Poster = {
  organisation: '平湖大学',
  organisationEn: 'Pinghu University',
  campus: '文昌校区',
  campusEn: 'Wenchang Campus',
  gate: '东门',
  gateEn: 'East Gate',
  address: 'https://visit.example.edu.cn/visit/g/0a1b2c3d',
};
const squares = codeSquares(poster.address);

it('keeps four modules of white around the code', () => {
  const module = squares[0]!.height;
  const left = Math.min(...squares.map(({ x }) => x)) - codeBox.x;
  const right = codeBox.x + codeBox.side - Math.max(...squares.map(({ x, width }) => x + width));

  expect(left).toBeGreaterThanOrEqual(4 * module - 1e-9);
  expect(right).toBeGreaterThanOrEqual(4 * module - 1e-9);
});

it('ends every module on whole pixels of a raster', () => {
  const unit = 25.4 / 300;
  const offGrid = codeSquares(poster.address, unit).filter(({ x, y, width, height }) =>
    [x, y, width, height].some((mm) => Math.abs(mm / unit - Math.round(mm / unit)) > 1e-6),
  );

  expect(offGrid).toEqual([]);
});

it('says where, how and what to do without a phone, in both languages', () => {
  const words = linesOf(poster).map(({ text }) => text);

  expect(words.join('\n')).toMatch(
    /平湖大学[\s\S]*Pinghu University[\s\S]*文昌校区 {2}东门[\s\S]*East Gate, Wenchang Campus/,
  );
  expect(words).toContain('没有手机？请到门卫室登记');
  expect(words).toContain(poster.address);
});

it('makes a PDF of A4 pages whose table of objects is right', async () => {
  const one = { jpeg: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), width: 1, height: 1, squares };
  const bytes = new Uint8Array(await pdfOf([one, one, one], '校门海报').arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
  expect(text.match(/\/Type \/Page /g)).toHaveLength(3);
  expect(text).toContain('/Count 3');
  expect(text).toContain('/MediaBox [0 0 595.276 841.890]');
  const begins = Number(/startxref\n(\d+)/.exec(text)![1]);
  expect(text.slice(begins, begins + 4)).toBe('xref');
  const offsets = [...text.slice(begins).matchAll(/(\d{10}) 00000 n /g)].map(([, offset]) => Number(offset));
  expect(offsets.every((offset, index) => text.slice(offset).startsWith(`${index + 1} 0 obj`))).toBe(true);
});

it('tells the printer the resolution', () => {
  const png = withResolution(
    Uint8Array.from({ length: 60 }, (_, at) => at),
    300,
  );
  const view = new DataView(png.buffer);

  expect(String.fromCharCode(...png.subarray(37, 41))).toBe('pHYs');
  expect(view.getUint32(41)).toBe(11_811);
  expect(view.getUint32(50)).toBe(0x78a53f76);
  expect(page.width / page.height).toBeCloseTo(210 / 297);
});
