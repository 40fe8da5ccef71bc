import { type Answer, type House } from './house.js';

/** A browser without pages: keeps cookies, follows nothing by itself. */
export class PhoneBrowser {
  private readonly jar = new Map<string, string>();

  constructor(private readonly house: House) {}

  async get<T = unknown>(url: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.keep(await this.house.get<T>(url, { cookie: this.cookie, headers }));
  }

  async post<T = unknown>(url: string, body: unknown = {}): Promise<Answer<T>> {
    return this.keep(await this.house.post<T>(url, body, { cookie: this.cookie }));
  }

  /** A form of another site: Lax cookies stay at home. */
  formFromElsewhere(url: string, fields: Record<string, string>): Promise<Answer<string>> {
    return form(this.house, url, fields, { origin: 'http://127.0.0.1:9' });
  }

  /** Who the session says this is; null without one. */
  async who(): Promise<string | null> {
    const { status, body } = await this.get<{ number: string }>('/api/auth/me');
    return status === 200 ? body.number : null;
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep<T>(answer: Answer<T>): Answer<T> {
    for (const { name, value } of answer.cookies) {
      if (value) this.jar.set(name, value);
      else this.jar.delete(name);
    }
    return answer;
  }
}

/** Posts a form as browsers and CAS servers write it. */
export async function form(
  house: House,
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer<string>> {
  const answer = await house.app
    .getHttpAdapter()
    .getInstance()
    .inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
  return {
    status: answer.statusCode,
    body: answer.body,
    headers: answer.headers,
    cookies: answer.cookies,
    raw: answer.rawPayload,
  };
}

export const locationOf = (answer: Answer): string => String(answer.headers.location);
