import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { Settings } from '../settings.js';
import { type ClientPrincipal } from './access.js';
import { Authenticators } from './authenticators.js';
import { isSignedBy, TOLERANCE_SECONDS } from './request-signature.js';

/** Systems of the university that ask with signed requests, such as the service hall. Their secrets are in the settings. */
@Injectable()
export class SignedClients implements OnModuleInit {
  constructor(
    private readonly authenticators: Authenticators,
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.authenticators.register('client', (request) => this.authenticate(request));
  }

  private async authenticate({ headers, method, url }: FastifyRequest): Promise<ClientPrincipal | null> {
    const said = (name: string) => (typeof headers[name] === 'string' ? headers[name] : '');
    const client = said('gatehouse-client');
    const request = {
      client,
      method,
      target: url,
      time: said('gatehouse-time'),
      nonce: said('gatehouse-nonce'),
      staff: said('gatehouse-staff'),
    };
    const secret = this.settings.apiClients.get(client);
    const now = this.clock.now();
    if (!secret || !isSignedBy(request, said('gatehouse-signature'), secret, now)) return null;
    return (await this.isFirst(client, request.nonce, now))
      ? { kind: 'client', id: client, name: client, staffNumber: request.staff }
      : null;
  }

  /** A recorded request must not be played again, at whichever process it arrives. */
  private async isFirst(client: string, nonce: string, now: Date): Promise<boolean> {
    const forgotten = new Date(now.getTime() - 2 * TOLERANCE_SECONDS * 1000);
    await this.database.run(sql`delete from used_nonce where used_at < ${forgotten}`);
    const kept = await this.database.run(sql`
      insert into used_nonce (client, nonce, used_at) values (${client}, ${nonce}, ${now}) on conflict do nothing
    `);
    return kept === 1;
  }
}
