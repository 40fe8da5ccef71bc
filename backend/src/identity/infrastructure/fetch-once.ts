import { readFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest, type RequestOptions } from 'node:https';
import { rootCertificates } from 'node:tls';

const TIMEOUT_MS = 5_000;

export interface Fetched {
  body: Buffer;
  contentType: string;
}

/** Why nothing was fetched: a word, never an address or an answer. */
export class FetchFailed extends Error {
  constructor(readonly reason: 'timeout' | 'status' | 'too-large' | 'tls' | 'connection') {
    super(reason);
    this.name = 'FetchFailed';
  }
}

/**
 * One GET, never repeated: a ticket may be used up by a request whose answer was lost. Follows no redirect, takes only 200,
 * stops at `limit` bytes, always verifies TLS (`caFile` adds an own authority to the known ones).
 */
export function fetchOnce(url: URL, limit: number, caFile?: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const options: RequestOptions = {
      signal,
      agent: false,
      rejectUnauthorized: true,
      headers: { accept: 'application/xml, text/xml, */*;q=0.1', 'user-agent': 'gatehouse' },
      ...(caFile && url.protocol === 'https:' && { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] }),
    };
    const fail = (error: Error) => reject(new FetchFailed(signal.aborted ? 'timeout' : reasonOf(error)));
    const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      if (answer.statusCode !== 200) {
        request.destroy();
        return reject(new FetchFailed('status'));
      }
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= limit) return;
        reject(new FetchFailed('too-large'));
        request.destroy();
      });
      answer.on('end', () => {
        if (!answer.complete) return reject(new FetchFailed('connection'));
        resolve({ body: Buffer.concat(chunks), contentType: answer.headers['content-type'] ?? '' });
      });
      answer.on('error', fail);
    });
    request.on('error', fail);
    request.end();
  });
}

const reasonOf = (error: Error): 'tls' | 'connection' =>
  /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test((error as NodeJS.ErrnoException).code ?? '') ? 'tls' : 'connection';
