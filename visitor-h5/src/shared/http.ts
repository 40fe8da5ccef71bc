import { type FieldProblem, type Problem } from '@gatehouse/contract/common';
import { locale, t } from './i18n.ts';

/** A request that failed. `message` is a sentence for the person in front of the screen, `next` what to do about it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    readonly next?: string,
    readonly fields: FieldProblem[] = [],
    /** seconds to wait before the same is worth another try */
    readonly retryAfter = 0,
  ) {
    super(detail);
  }

  get isOffline(): boolean {
    return this.code === 'network.offline';
  }
}

export interface Options {
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  /** milliseconds */
  timeout?: number;
}

export const get = <T>(path: string, options?: Options) => send<T>('GET', path, undefined, options);
export const post = <T>(path: string, body?: unknown, options?: Options) => send<T>('POST', path, body, options);
export const put = <T>(path: string, body?: unknown, options?: Options) => send<T>('PUT', path, body, options);
export const remove = <T>(path: string, options?: Options) => send<T>('DELETE', path, undefined, options);

async function send<T>(method: string, path: string, body: unknown, options: Options = {}): Promise<T> {
  const answer = await reach(method, path + queryOf(options.query), body, options);
  if (!answer.ok) throw await problemOf(answer);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function reach(method: string, url: string, body: unknown, options: Options): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), options.timeout ?? 20_000);
  try {
    return await fetch(url, {
      method,
      credentials: 'same-origin',
      signal: patience.signal,
      headers: {
        accept: 'application/json',
        'accept-language': locale.value === 'zh' ? 'zh-CN' : 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError('network.offline', 0, t('ui.offline'), t('ui.offlineNext'));
  } finally {
    clearTimeout(timer);
  }
}

async function problemOf(answer: Response): Promise<ApiError> {
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  const detail = problem.detail ?? problem.title ?? t('ui.failed', { status: answer.status });
  const wait = Number(answer.headers.get('retry-after')) || 0;
  return new ApiError(problem.code ?? 'server.error', answer.status, detail, problem.next, problem.fields, wait);
}

function queryOf(query: Options['query'] = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return pairs.length ? `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}` : '';
}
