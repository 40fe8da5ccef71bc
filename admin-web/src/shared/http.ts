import { type FieldProblem, type Problem } from '@gatehouse/contract';

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail = '',
    readonly next = '',
    readonly fields: FieldProblem[] = [],
  ) {
    super(detail || code);
  }
}

type Query = Record<string, string | number | undefined>;
interface Options {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

let signedOut: () => void = () => undefined;

/** What to do when the server no longer knows this session. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

/** Sends a request and resolves with the successful response; everything else becomes an ApiError. */
export async function send(
  method: string,
  path: string,
  { query, body, headers: more, signal }: Options = {},
): Promise<Response> {
  const headers: Record<string, string> = { ...more, 'Accept-Language': document.documentElement.lang };
  const isFile = body instanceof Blob;
  if (body !== undefined) headers['Content-Type'] = isFile ? body.type : 'application/json';
  const content = isFile ? body : JSON.stringify(body);
  const response = await fetch(address(path, query), { method, headers, body: content, signal }).catch(
    (failure: unknown) => {
      if (signal?.aborted) throw failure;
      throw new ApiError(0, 'network.unreachable');
    },
  );
  if (response.ok) return response;
  if (response.status === 401) signedOut();
  throw await problemOf(response);
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return (await (await send('GET', path, { query, signal })).json()) as T;
}

/** Sends JSON, or a file as it is. */
export async function post<T>(
  path: string,
  body?: unknown,
  query?: Query,
  headers?: Record<string, string>,
): Promise<T> {
  const response = await send('POST', path, { body, query, headers });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length ? `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : path;
}

async function problemOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new ApiError(response.status, problem.code ?? 'server.error', problem.detail, problem.next, problem.fields);
}
