import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Ids } from '../../kernel/ids.js';
import { Settings } from '../../platform/settings.js';

const BROWSER = 'gatehouse_sign_in';
const GATEWAY = 'gatehouse_gateway';
const PATH = '/api/auth';

/**
 * Binds a sign-in to the browser that began it. Lax: it is not sent with the provider's cross-site POST, but with the
 * redirect that follows. One value for all tabs, renewed with each beginning.
 */
@Injectable()
export class SignInCookies {
  constructor(
    private readonly settings: Settings,
    private readonly ids: Ids,
  ) {}

  /** The browser's token, given out now if it has none. */
  bind(request: FastifyRequest, reply: FastifyReply): string {
    const token = this.browser(request) ?? Buffer.from(this.ids.bytes(32)).toString('base64url');
    void reply.setCookie(BROWSER, token, { ...this.attributes(), maxAge: 600 });
    return token;
  }

  browser(request: FastifyRequest): string | null {
    const token = request.cookies[BROWSER];
    return token && /^[\w-]{43}$/.test(token) ? token : null;
  }

  /** Remembers that the gateway knew nobody, so that a page that asks again is not sent round in circles. */
  noteGateway(reply: FastifyReply): void {
    void reply.setCookie(GATEWAY, '1', { ...this.attributes(), maxAge: 300 });
  }

  gatewayWasTried(request: FastifyRequest): boolean {
    return request.cookies[GATEWAY] !== undefined;
  }

  private attributes() {
    const secure = this.settings.PUBLIC_URL.startsWith('https:');
    return { httpOnly: true, sameSite: 'lax' as const, secure, path: PATH };
  }
}
