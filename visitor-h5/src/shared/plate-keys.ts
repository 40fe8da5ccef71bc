const provinces = ['京津沪渝冀豫云辽', '黑湘皖鲁新苏浙赣', '鄂桂甘晋蒙陕吉闽', '贵粤青藏川宁琼使'];
const offices = ['ABCDEF', 'GHJKLM', 'NPQRST', 'UVWXYZ'];
const digits = '0123456789';
const characters = [digits, 'ABCDEFGHJK', 'LMNPQRSTUV'];
const lastRow = 'WXYZ';
const endings = '挂学警港澳领';
const militaryLetters = ['VKHBSL', 'JNGCEZ'];

/** A new-energy plate has eight characters, most others seven; 应急 may make it nine. */
export const PLATE_LENGTH = 8;
const ORDINARY_LENGTH = 7;

/**
 * Rows of keys for the next character: province, then office letter, then digits and letters, at last an ending.
 * `special` begins as armed police, military and consular plates do.
 */
export function keysFor(plate: string, special = false): string[][] {
  if (plate.length === 0 && special) return [['WJ', '领'], ...militaryLetters.map((row) => [...row])];
  return [...rowsFor(plate).map((row) => [...row]), ...rareEndings(plate)];
}

function rowsFor(plate: string): string[] {
  if (plate.length === 0) return provinces;
  if (plate.startsWith('使') || plate.startsWith('领')) return [digits];
  if (plate === 'WJ') return [digits, ...provinces];
  if (plate.length === 1) return offices;
  return [...characters, plate.length === ORDINARY_LENGTH - 1 ? lastRow + endings : lastRow];
}

/** Temporary plates end with 临 or 超, those of fire engines and ambulances of the state's service with 应急. */
function rareEndings(plate: string): string[][] {
  if (plate.length < ORDINARY_LENGTH - 1 || plate.startsWith('WJ')) return [];
  return [/^.[SX]/.test(plate) ? ['临', '超', '应急'] : ['临', '超']];
}
