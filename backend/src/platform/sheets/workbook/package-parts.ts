import { xmlText } from './cell-text.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface NamedSheet {
  /** as its tab says */
  name: string;
  /** of its file, from 1 */
  file: number;
  /** columns of the heading that is printed on every page; 0 = no heading */
  columns: number;
}

/** The files that make a workbook out of sheets, which are shown in this order. */
export function packageParts(sheets: NamedSheet[], author: string): [name: string, xml: string][] {
  const overrides = sheets.map(
    ({ file }) => `<Override PartName="/xl/worksheets/sheet${file}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const tabs = sheets.map(
    ({ name, file }, at) => `<sheet name="${attribute(name)}" sheetId="${at + 1}" r:id="rId${file}"/>`,
  );
  const titles = sheets.flatMap(({ name, columns }, at) =>
    columns === 0
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${attribute(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
        ],
  );
  const relations = sheets.map(
    ({ file }) => `<Relationship Id="rId${file}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${file}.xml"/>`,
  );
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${xmlText(author)}</dc:creator></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${tabs.join('')}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="rIdStyles" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ];
}

const attribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;');
