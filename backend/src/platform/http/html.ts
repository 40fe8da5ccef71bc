const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that is already safe. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | Html[] | string | number | null;

/** Writes markup; everything put into it is escaped unless it is `Html` itself. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(pieces.map((piece, at) => piece + (at < parts.length ? safe(parts[at] ?? null) : '')).join(''));
}

function safe(part: Part): string {
  if (part === null) return '';
  if (Array.isArray(part)) return part.map(({ text }) => text).join('');
  return part instanceof Html ? part.text : String(part).replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');
}
