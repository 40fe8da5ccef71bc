import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/settings.js';

/** Our addresses as a service provider; the metadata address is the entity id. */
@Injectable()
export class SpAddresses {
  constructor(private readonly settings: Settings) {}

  of(key: string): { entityId: string; acs: string; slo: string; leave: string } {
    const base = `${this.settings.PUBLIC_URL}/api/auth/saml${key === 'saml' ? '' : `/${key}`}`;
    return { entityId: `${base}/metadata`, acs: `${base}/acs`, slo: `${base}/slo`, leave: `${base}/leave` };
  }
}
