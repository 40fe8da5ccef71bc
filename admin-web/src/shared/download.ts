import { send } from './http';

interface DownloadOptions {
  method?: 'GET' | 'POST';
  body?: unknown;
  signal?: AbortSignal;
  /** called as bytes arrive; `expected` is 0 while the server does not say how many will come */
  onProgress?: (received: number, expected: number) => void;
}

/** Fetches a file made by the server and saves it under the server's name. Resolves with that name. */
export async function download(path: string, options: DownloadOptions): Promise<string> {
  const { method = 'POST', body, signal, onProgress } = options;
  const response = await send(method, path, { body, signal });
  const name = fileNameOf(response.headers.get('Content-Disposition')) ?? 'export.xlsx';
  const expected = Number(response.headers.get('Content-Length') ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  for (const reader = response.body!.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    received += value.length;
    onProgress?.(received, expected);
  }
  saveFile(new Blob(parts, { type: response.headers.get('Content-Type') ?? '' }), name);
  return name;
}

/** Reads RFC 6266: the UTF-8 name when there is one, else the plain one. */
export function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
}

/** Hands a file to the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
