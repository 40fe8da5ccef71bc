import { drawPoster } from './draw';
import { codeSquares, type Poster } from './layout';
import { pdfOf, type PdfPage } from './pdf';
import { withResolution } from './png';

const PRINT_DPI = 300;

/** A4 at 300 dpi. */
export async function pngOf(poster: Poster): Promise<Blob> {
  const drawn = await bytesOf(drawPoster(poster, PRINT_DPI), 'image/png');
  return new Blob([withResolution(drawn, PRINT_DPI)], { type: 'image/png' });
}

/** One file, a page for each poster. One after the other: a page takes 35 MB while it is drawn. */
export async function pdfOfPosters(posters: Poster[], title: string): Promise<Blob> {
  const pages: PdfPage[] = [];
  for (const poster of posters) {
    const canvas = drawPoster(poster, PRINT_DPI, false);
    const { width, height } = canvas;
    pages.push({ jpeg: await bytesOf(canvas, 'image/jpeg'), width, height, squares: codeSquares(poster.address) });
    canvas.width = 0;
  }
  return pdfOf(pages, title);
}

async function bytesOf(canvas: HTMLCanvasElement, type: string): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.92));
  if (!blob) throw new Error('the canvas gave no picture');
  return new Uint8Array(await blob.arrayBuffer());
}
