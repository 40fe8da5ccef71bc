import {
  band,
  codeBox,
  codeSquares,
  colors,
  footRule,
  type Line,
  linesOf,
  page,
  type Poster,
  stepMarks,
} from './layout';

const MM_PER_INCH = 25.4;
const FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** Draws the poster with the fonts of this computer. `withCode` false leaves the code's square white. */
export function drawPoster(poster: Poster, dpi: number, withCode = true): HTMLCanvasElement {
  const scale = dpi / MM_PER_INCH;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(page.width * scale);
  canvas.height = Math.round(page.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas in this browser');
  pen.fillStyle = colors.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.fillStyle = colors.band;
  pen.fillRect(band.x, band.y, band.width, band.height);
  drawMarks(pen);
  for (const line of linesOf(poster)) drawLine(pen, line);
  if (withCode) drawCode(pen, poster.address, scale);
  return canvas;
}

function drawLine(pen: CanvasRenderingContext2D, { text, x, y, size, width, color, bold }: Line): void {
  const font = (mm: number) => `${bold ? 700 : 400} ${mm}px ${FONT}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = color;
  pen.font = font(size);
  const needed = pen.measureText(text).width;
  if (needed > width) pen.font = font((size * width) / needed);
  pen.fillText(text, x, y);
}

function drawMarks(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = colors.pale;
  pen.fillRect(footRule.x, footRule.y, footRule.width, 0.4);
  pen.strokeStyle = colors.pale;
  pen.lineWidth = 0.6;
  pen.strokeRect(codeBox.x - 1, codeBox.y - 1, codeBox.side + 2, codeBox.side + 2);
  for (const { x, y, radius, text } of stepMarks) {
    pen.fillStyle = colors.band;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fill();
    drawLine(pen, { text, x, y: y + 2.6, size: 7.4, width: 10, color: colors.paper, bold: true });
  }
}

/** Modules end on whole pixels: a blurred edge is what a cheap scanner stumbles over. */
function drawCode(pen: CanvasRenderingContext2D, address: string, scale: number): void {
  pen.fillStyle = '#000000';
  for (const { x, y, width, height } of codeSquares(address, 1 / scale)) pen.fillRect(x, y, width, height);
}
