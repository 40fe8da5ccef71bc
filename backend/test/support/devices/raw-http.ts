import { request } from 'node:http';

export interface RawAnswer {
  status: number;
  body: string;
}

interface RawCall {
  method: 'GET' | 'POST';
  url: string;
  type?: string;
  body?: string | Buffer;
}

/** One request on a connection of its own, as devices make them. */
export function speak({ method, url, type, body }: RawCall): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(type && { 'content-type': type }),
      ...(body && { 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends a request and cuts the connection before any answer can come. */
export function speakAndHangUp({ method, url, type, body = '' }: RawCall): Promise<void> {
  return new Promise((resolve) => {
    const headers = { ...(type && { 'content-type': type }), 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method, headers, agent: false });
    sent.on('error', () => undefined);
    sent.on('close', () => resolve());
    sent.end(body, () => sent.destroy());
  });
}
