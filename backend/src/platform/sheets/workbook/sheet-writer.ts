import { type CellForm } from './cell-forms.js';
import { columnName, momentText, xmlText } from './cell-text.js';
import { STYLE } from './styles.js';
import { type ZipWriter } from './zip-writer.js';

export interface SheetForm {
  widths: number[];
  /** bold heading that stays in view, with filters */
  hasHeading: boolean;
  /** fast and small: no styles, moments as text */
  isPlain: boolean;
  /** stands large and pale on top of every printed page */
  watermark: string;
  /** stands below it */
  footer: string;
}

/** A cell ready to be written: what it holds, and how it looks. */
export interface StyledCell {
  value: string | number | Date | null;
  style?: number;
}

/** Writes the XML of one sheet, row after row. */
export class SheetWriter {
  rows = 0;
  private readonly names: string[];

  constructor(
    private readonly zip: ZipWriter,
    private readonly form: SheetForm,
  ) {
    this.names = form.widths.map((_, at) => columnName(at));
  }

  async begin(): Promise<void> {
    const { widths, hasHeading } = this.form;
    const pane = hasHeading ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
    const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
    await this.zip.text(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
        `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
        `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`,
    );
  }

  heading(cells: string[]): Promise<void> | void {
    return this.row(cells.map((value) => ({ value, style: STYLE.heading })));
  }

  /** A row of cells that are made already, and a text of ours at its end. */
  cells(cells: readonly CellForm[], last: string): Promise<void> | void {
    const at = String(++this.rows);
    let xml = `<row r="${at}">`;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]?.xml;
      if (cell) xml += `<c r="${this.names[column] ?? columnName(column)}${at}"${cell}`;
    }
    const end = `${this.names[cells.length] ?? columnName(cells.length)}${at}`;
    return this.zip.text(`${xml}${textCell(end, last, '')}</row>`);
  }

  row(cells: StyledCell[]): Promise<void> | void {
    const at = String(++this.rows);
    const xml = cells.map(({ value, style = 0 }, column) => {
      const name = `${this.names[column] ?? columnName(column)}${at}`;
      const look = style && !(this.form.isPlain && this.rows > 1) ? ` s="${style}"` : '';
      if (value === null || value === '') return '';
      if (typeof value === 'number') return `<c r="${name}"${look}><v>${value}</v></c>`;
      return textCell(name, typeof value === 'string' ? value : momentText(value), look);
    });
    return this.zip.text(`<row r="${at}">${xml.join('')}</row>`);
  }

  /** @param filtered the last row that filters apply to: a row of totals stays where it is */
  async end(filtered = this.rows): Promise<void> {
    const { hasHeading, watermark, footer, widths } = this.form;
    const filter = hasHeading ? `<autoFilter ref="A1:${columnName(widths.length - 1)}${Math.max(1, filtered)}"/>` : '';
    await this.zip.text(
      `</sheetData>${filter}<pageMargins left="0.4" right="0.4" top="0.8" bottom="0.6" header="0.3" footer="0.3"/>` +
        `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
        `<headerFooter><oddHeader>${xmlText(`&C&20&KC8C8C8${paper(watermark)}`)}</oddHeader>` +
        `<oddFooter>${xmlText(`&L${paper(footer)}&R&P / &N`)}</oddFooter></headerFooter></worksheet>`,
    );
  }
}

/** Header and footer hold 255 characters, and `&` begins a command there. */
const paper = (text: string): string => text.slice(0, 100).replaceAll('&', '&&');

function textCell(name: string, text: string, look: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${name}"${look} t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`;
}
