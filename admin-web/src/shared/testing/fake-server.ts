import { vi } from 'vitest';

export interface SentRequest {
  route: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

type Handler = (request: SentRequest) => object | Promise<Response>;
type Answer = object | Handler;

/** Answers `fetch` from a table of `METHOD /path`; everything else is 404. Returns what was asked, in order. */
export function fakeServer(answers: Record<string, Answer>): SentRequest[] {
  const requests: SentRequest[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address, 'http://console.test');
    const request = {
      route: `${init.method} ${url.pathname}`,
      query: Object.fromEntries(url.searchParams),
      headers: init.headers as Record<string, string>,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    requests.push(request);
    const answer: Answer = answers[request.route] ?? problem(404, 'request.not-found', '没有找到。');
    const given = typeof answer === 'function' ? await (answer as Handler)(request) : answer;
    return given instanceof Response ? given.clone() : Response.json(given);
  });
  return requests;
}

export const noContent = () => new Response(null, { status: 204 });

export function problem(status: number, code: string, detail: string, next = ''): Response {
  return Response.json({ type: 'about:blank', title: '', status, code, detail, next }, { status });
}
