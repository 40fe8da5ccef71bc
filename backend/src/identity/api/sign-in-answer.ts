import { Injectable } from '@nestjs/common';
import { codes } from '@gatehouse/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { currentScope } from '../../platform/scope.js';
import { type CompletedSignIn } from '../application/cas-sign-in.js';
import { deviceLabelOf } from '../application/device-of.js';
import { type SigningBrowser, type SignInRefusal } from '../application/sign-in-by-provider.js';
import { type Departure } from '../application/saml-sign-on.js';
import { departurePage, departurePolicy } from './departure.page.js';
import { ownPath } from './own-path.js';
import { SessionCookies } from './session-cookies.js';
import { signInFailedPage } from './sign-in-failed.page.js';
import { failedSignInPath } from './sign-in-landing.js';

/** Ends every sign-in with a redirect: tickets and codes leave the address bar whether they held or not. */
@Injectable()
export class SignInAnswer {
  constructor(private readonly cookies: SessionCookies) {}

  browserOf(request: FastifyRequest): SigningBrowser {
    const device = deviceLabelOf(request.headers['user-agent'] ?? '');
    return { earlierToken: this.cookies.read('staff', request), device };
  }

  send({ next, outcome }: CompletedSignIn, reply: FastifyReply): void {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (outcome !== null && 'refusal' in outcome) {
      void reply.header('location', failedSignInPath(next, outcome.refusal, currentScope().requestId));
      return;
    }
    if (outcome) this.cookies.write('staff', outcome.token, reply);
    void reply.header('location', ownPath(next));
  }

  /** Sends the browser off to a provider, by redirect or with a form. */
  leave(departure: Departure, reply: FastifyReply): string {
    void reply.header('cache-control', 'no-store');
    if (departure.fields === null) {
      void reply.status(303).header('location', departure.url);
      return '';
    }
    void reply.status(200).headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': departurePolicy,
    });
    return departurePage(departure);
  }

  /** For a message that carries no cookie: nobody knows yet whose page to go back to. */
  failedPage({ refusal: code }: SignInRefusal, reply: FastifyReply): string {
    void reply.status(codes[code].status).header('content-type', 'text/html; charset=utf-8');
    void reply.header('cache-control', 'no-store');
    return signInFailedPage(code, currentScope().requestId);
  }
}
