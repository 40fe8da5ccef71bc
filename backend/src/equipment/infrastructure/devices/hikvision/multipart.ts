import { randomBytes } from 'node:crypto';

export interface Part {
  type: string;
  content: Buffer;
}

const BLANK = Buffer.from('\r\n\r\n');

/** The parts of a multipart body. Nothing for a body that is none. */
export function readParts(body: Buffer, contentType: string): Part[] {
  const [, quoted, bare] = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (!boundary) return [];
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  for (let at = body.indexOf(mark); at >= 0;) {
    const begin = at + mark.length;
    const next = body.indexOf(mark, begin);
    if (next < 0) break;
    const block = body.subarray(begin, next);
    const blank = block.indexOf(BLANK);
    if (blank >= 0) {
      const [, type = ''] = /content-type:\s*([^\r\n]+)/i.exec(block.subarray(0, blank).toString('latin1')) ?? [];
      parts.push({ type: type.trim().toLowerCase(), content: withoutEnd(block.subarray(blank + BLANK.length)) });
    }
    at = next;
  }
  return parts;
}

const withoutEnd = (content: Buffer): Buffer =>
  content.subarray(-2).toString('latin1') === '\r\n' ? content.subarray(0, -2) : content;

/** A form with a JSON field and a JPEG. */
export function faceForm(field: string, json: object, picture: Buffer): { type: string; body: Buffer } {
  const boundary = `----${randomBytes(12).toString('hex')}`;
  const head = (name: string, more: string) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`);
  const body = Buffer.concat([
    head(field, '\r\nContent-Type: application/json'),
    Buffer.from(`${JSON.stringify(json)}\r\n`),
    head('img', '; filename="face.jpg"\r\nContent-Type: image/jpeg'),
    picture,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
