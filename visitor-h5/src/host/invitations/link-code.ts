import encodeQR from 'qr';
import { type QrPath } from '../../visitor/pass/qr-path.ts';

const QUIET_ZONE = 4;

/** The code of a link: its token tells small letters from capitals, which the code of a pass has no room for. */
export function linkCode(link: string): QrPath {
  const rows = encodeQR(link, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const dark = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size: rows.length, path: dark.join('') };
}
