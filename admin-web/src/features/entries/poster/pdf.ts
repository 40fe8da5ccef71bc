import { page, type Square } from './layout';

/** One page: everything but the code as a picture, the code itself as rectangles, crisp at any size. */
export interface PdfPage {
  jpeg: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
  /** in millimetres from the upper left corner */
  squares: Square[];
}

const POINTS_PER_MM = 72 / 25.4;
const points = (mm: number): string => (mm * POINTS_PER_MM).toFixed(3);
const PAGE_SIZE = `${points(page.width)} ${points(page.height)}`;
const latin = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A PDF 1.7 file of A4 pages. Objects: 1 catalogue, 2 page tree, 3 title, then page, drawing and picture of each page. */
export function pdfOf(pages: PdfPage[], title: string): Blob {
  const file = new Objects();
  const pageNumber = (index: number) => 4 + 3 * index;
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ');
  file.add('<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>');
  file.add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  file.add(`<< /Title <${utf16(title)}> >>`);
  pages.forEach((each, index) => {
    const first = pageNumber(index);
    const resources = `<< /XObject << /Poster ${first + 2} 0 R >> >>`;
    file.add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_SIZE}] /Contents ${first + 1} 0 R /Resources ${resources} >>`,
    );
    file.add('', latin(drawingOf(each)));
    file.add(
      `/Type /XObject /Subtype /Image /Width ${each.width} /Height ${each.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
      each.jpeg,
    );
  });
  return file.close();
}

function drawingOf({ squares }: PdfPage): string {
  const picture = `q ${points(page.width)} 0 0 ${points(page.height)} 0 0 cm /Poster Do Q`;
  const modules = squares.map(
    ({ x, y, width, height }) =>
      `${points(x)} ${points(page.height - y - height)} ${points(width)} ${points(height)} re`,
  );
  return `${picture}\n0 g\n${modules.join('\n')}\nf\n`;
}

const utf16 = (text: string): string =>
  `FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}`;

/** Numbers the objects and remembers where each begins, as the table at the end of the file wants it. */
class Objects {
  private readonly parts: Uint8Array<ArrayBuffer>[] = [latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  private readonly starts: number[] = [];
  private length = this.parts[0]!.length;

  /** A plain object, or with `stream` the entries of its dictionary. */
  add(entries: string, stream?: Uint8Array<ArrayBuffer>): void {
    this.starts.push(this.length);
    const head = `${this.starts.length} 0 obj\n`;
    if (!stream) return this.write(latin(`${head}${entries}\nendobj\n`));
    this.write(latin(`${head}<< ${entries} /Length ${stream.length} >>\nstream\n`));
    this.write(stream);
    this.write(latin('\nendstream\nendobj\n'));
  }

  close(): Blob {
    const size = this.starts.length + 1;
    const table = this.starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
    const begins = this.length;
    this.write(latin(`xref\n0 ${size}\n0000000000 65535 f \n${table}`));
    this.write(latin(`trailer\n<< /Size ${size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${begins}\n%%EOF\n`));
    return new Blob(this.parts, { type: 'application/pdf' });
  }

  private write(part: Uint8Array<ArrayBuffer>): void {
    this.parts.push(part);
    this.length += part.length;
  }
}
