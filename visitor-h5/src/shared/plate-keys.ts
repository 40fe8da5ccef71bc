const provinces = ['京津沪渝冀豫云辽', '黑湘皖鲁新苏浙赣', '鄂桂甘晋蒙陕吉闽', '贵粤青藏川宁琼使'];
const offices = ['ABCDEF', 'GHJKLM', 'NPQRST', 'UVWXYZ'];
const digits = '0123456789';
const characters = [digits, 'ABCDEFGHJK', 'LMNPQRSTUV'];
const lastRow = 'WXYZ';
const endings = '挂学警港澳领';

/** A new-energy plate has eight characters, all others seven. */
export const PLATE_LENGTH = 8;
const ORDINARY_LENGTH = 7;

/** Rows of keys for the next character: province, then office letter, then digits and letters, at last an ending. */
export function keysFor(plate: string): string[][] {
  return rowsFor(plate).map((row) => [...row]);
}

function rowsFor(plate: string): string[] {
  if (plate.length === 0) return provinces;
  if (plate.startsWith('使')) return [digits];
  if (plate.length === 1) return offices;
  return [...characters, plate.length === ORDINARY_LENGTH - 1 ? lastRow + endings : lastRow];
}
