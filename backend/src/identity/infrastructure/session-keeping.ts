import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { KeptKinds } from '../../platform/retention/kept-kinds.js';
import { keptRows } from '../../platform/retention/kept-rows.js';

const tables = {
  visitor_session: 'token_hash',
  staff_session: 'token_hash',
  one_time_code: 'id',
  sign_in_attempt: 'handle_hash',
  sign_in_proof: 'code_hash',
  saml_assertion: 'provider, assertion_id',
  setup_link: 'id',
};

/** Sessions, codes and links that ended, for retention. Who signed in when, the audit knows. */
@Injectable()
export class SessionKeeping {
  constructor(kinds: KeptKinds, database: Database) {
    for (const [table, key] of Object.entries(tables))
      kinds.add('session', keptRows(database, { table, key, at: 'kept.expires_at', where: 'true' }));
  }
}
