/** Indexes into `cellXfs` below. */
export const STYLE = { plain: 0, heading: 1, moment: 2, total: 3, label: 4, wrapped: 5, title: 6 } as const;

const xf = (font: number, fill: number, format: number, alignment = '') =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1"` +
  (alignment ? ` applyAlignment="1">${alignment}</xf>` : '/>');

const font = (size: number, isBold: boolean) =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;

/** The few looks a workbook of ours knows. */
export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="3">${font(11, false)}${font(11, true)}${font(14, true)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EFFB"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${[
  xf(0, 0, 0),
  xf(1, 2, 0, '<alignment vertical="center"/>'),
  xf(0, 0, 164, '<alignment horizontal="left"/>'),
  xf(1, 2, 0),
  xf(1, 0, 0, '<alignment vertical="top"/>'),
  xf(0, 0, 0, '<alignment horizontal="left" vertical="top" wrapText="1"/>'),
  xf(2, 0, 0),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
