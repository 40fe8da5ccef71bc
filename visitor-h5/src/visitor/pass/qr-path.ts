import { qrCode } from './qr-code.ts';

const QUIET_ZONE = 4;

export interface QrPath {
  /** modules a side, quiet zone included */
  size: number;
  /** one SVG path, a rectangle for each run of dark modules in a row */
  path: string;
}

/** Error correction M: a scratched screen still reads, and the short code stays at version 5. */
export function qrPath(text: string): QrPath {
  const rows = qrCode(text);
  const runs: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      runs.push(`M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  });
  return { size: rows.length + 2 * QUIET_ZONE, path: runs.join('') };
}
