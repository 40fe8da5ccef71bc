import { expect, it } from 'vitest';
import { fileNameOf } from './download';

it('prefers the UTF-8 name of the server', () => {
  expect(fileNameOf(`attachment; filename="x.xlsx"; filename*=UTF-8''%E9%80%9A%E8%A1%8C.xlsx`)).toBe('通行.xlsx');
});

it('takes the plain name otherwise', () => {
  expect(fileNameOf('attachment; filename="passages 1.xlsx"')).toBe('passages 1.xlsx');
  expect(fileNameOf('attachment; filename=passages.xlsx')).toBe('passages.xlsx');
});

it('knows no name without one', () => {
  expect(fileNameOf('attachment')).toBeUndefined();
  expect(fileNameOf(null)).toBeUndefined();
});
