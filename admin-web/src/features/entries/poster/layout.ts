import encodeQR from 'qr';

/** Everything on a poster is measured in millimetres of an A4 page. */
export const page = { width: 210, height: 297 };
const QUIET_MODULES = 4;

/** What one poster says. */
export interface Poster {
  organisation: string;
  organisationEn: string;
  campus: string;
  campusEn: string;
  gate: string;
  gateEn: string;
  address: string;
}

export interface Line {
  text: string;
  x: number;
  y: number;
  size: number;
  /** a longer text is set smaller until it fits */
  width: number;
  color: string;
  bold?: boolean;
}

export const colors = { band: '#163e92', ink: '#16202e', soft: '#51607a', paper: '#ffffff', pale: '#d5e0f7' };
export const band = { x: 0, y: 0, width: page.width, height: 52 };
/** The white square of the code, its quiet zone included. */
export const codeBox = { x: 52, y: 91, side: 106 };

const middle = page.width / 2;
const columns = [42, 105, 168];
const steps = [
  ['扫码填写预约', 'Scan and apply'],
  ['等被访人同意', 'Your host agrees'],
  ['出示访客码入校', 'Show your pass here'],
] as const;

export const stepMarks = columns.map((x, index) => ({ x, y: 221, radius: 6.5, text: String(index + 1) }));
export const footRule = { x: 20, y: 257, width: 170 };

const line = (text: string, y: number, size: number, color: string, bold = false): Line => ({
  text,
  x: middle,
  y,
  size,
  width: 180,
  color,
  bold,
});

/** All words of the poster; each is centred on its `x`, `y` is its base line. */
export function linesOf(poster: Poster): Line[] {
  return [
    line(poster.organisation, 22, 13, colors.paper, true),
    line(poster.organisationEn, 32, 5.4, colors.pale),
    line('访客预约入校 · Visitor entry', 44, 6.2, colors.paper),
    line(`${poster.campus}  ${poster.gate}`, 71, 15, colors.ink, true),
    line(`${poster.gateEn}, ${poster.campusEn}`, 82, 6.4, colors.soft),
    line('用微信或手机相机扫一扫 · Scan with WeChat or your camera', 205, 5.2, colors.ink),
    ...columns.flatMap((x, index): Line[] => [
      { text: steps[index]![0], x, y: 238, size: 6.2, width: 58, color: colors.ink, bold: true },
      { text: steps[index]![1], x, y: 246, size: 4.4, width: 58, color: colors.soft },
    ]),
    line('没有手机？请到门卫室登记', 269, 7, colors.ink, true),
    line('No phone? Please register at the gate office.', 277, 4.8, colors.soft),
    line(poster.address, 288, 3.6, colors.soft),
  ];
}

export interface Square {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The dark modules, one rectangle per run; `unit` rounds a module down to whole pixels of a raster. */
export function codeSquares(address: string, unit = 0): Square[] {
  const rows = encodeQR(address, 'raw', { ecc: 'quartile', border: QUIET_MODULES });
  const exact = codeBox.side / rows.length;
  const module = unit ? Math.floor(exact / unit) * unit : exact;
  const edge = (codeBox.side - module * rows.length) / 2;
  const start = (at: number) => (unit ? Math.round((at + edge) / unit) * unit : at + edge);
  const [left, top] = [start(codeBox.x), start(codeBox.y)];
  return rows.flatMap((row, y) =>
    runsOf(row).map(([from, length]) => ({
      x: left + from * module,
      y: top + y * module,
      width: length * module,
      height: module,
    })),
  );
}

function runsOf(row: boolean[]): [from: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}
