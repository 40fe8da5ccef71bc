import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../support/house.js';

const token = 'a-token-of-at-least-16-characters';
let house: House;

beforeAll(async () => {
  house = await House.open({ env: { METRICS_TOKEN: token } });
});
afterAll(() => house.close());

const metrics = (authorization?: string) =>
  house.get<string>('/api/metrics', { headers: authorization ? { authorization } : {} });

describe('metrics', () => {
  it('are for whoever has the token alone', async () => {
    expect((await metrics()).status).toBe(404);
    expect((await metrics('Bearer guessed')).status).toBe(404);
    expect((await metrics(`Bearer ${token}`)).status).toBe(200);
  });

  it('count requests by the pattern of their route and show the work that waits', async () => {
    await house.get('/api/visits/00000000-0000-7000-8000-000000000000');
    await house.database.query(
      `insert into delivery (id, event_type, subscriber, payload, state, next_attempt_at, created_at)
       values (gen_random_uuid(), 'visit.approved', 'NobodyListens', '{}', 'stuck', now(), now())`,
    );
    const { body, headers } = await metrics(`Bearer ${token}`);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(body).toMatch(
      /^gatehouse_http_request_seconds_count\{method="GET",route="\/api\/visits\/:id",status="4xx"\} 1$/m,
    );
    expect(body).toMatch(/^gatehouse_deliveries_stuck 1$/m);
    expect(body).toMatch(/^gatehouse_audit_unsealed \d+$/m);
    expect(body).toContain('process_resident_memory_bytes');
    expect(body).not.toContain('00000000-0000');
  });
});
