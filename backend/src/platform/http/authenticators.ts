import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Principal } from './access.js';

type Authenticate = (request: FastifyRequest) => Promise<Principal | null>;

/** Contexts that own sessions or devices register here how a request proves who it is. */
@Injectable()
export class Authenticators {
  private readonly byKind = new Map<Principal['kind'], Authenticate>();

  register(kind: Principal['kind'], authenticate: Authenticate): void {
    this.byKind.set(kind, authenticate);
  }

  async principalOf(kind: Principal['kind'], request: FastifyRequest): Promise<Principal | null> {
    const authenticate = this.byKind.get(kind);
    return authenticate ? authenticate(request) : null;
  }
}
