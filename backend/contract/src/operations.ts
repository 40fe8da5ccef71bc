/** What an administrator sees of the recurring work. */
export interface JobRow {
  name: string;
  everySeconds: number;
  /** null = it never ran since this system was set up */
  startedAt: string | null;
  seconds: number | null;
  failed: boolean;
  /** kind of the failure, never its words */
  error: string | null;
  lastSuccessAt: string | null;
  nextAt: string | null;
  /** whether it may be started here */
  mayRun: boolean;
}

/** GET /api/jobs → JobRow[] (permission job.read), failing ones first; POST /api/jobs/:name/runs → JobRow (job.write). */
export const INTEGRATION_KEYS = [
  'sms',
  'wecom',
  'mail',
  'sign-on',
  'directory',
  'webhooks',
  'storage',
  'gates',
  'equipment',
] as const;
export type IntegrationKey = (typeof INTEGRATION_KEYS)[number];

/** `off` = not configured; `unused` = never needed so far. */
export type IntegrationState = 'good' | 'failing' | 'off' | 'unused';

/** GET /api/integrations → IntegrationRow[] (permission job.read). */
export interface IntegrationRow {
  key: IntegrationKey;
  state: IntegrationState;
  lastSuccessAt: string | null;
  lastFailureAt: string | null;
  lastError: string | null;
  behind: number;
  mayTest: boolean;
}

/** POST /api/integrations/:key/tests → IntegrationTest (permission job.write). */
export interface IntegrationTest {
  ok: boolean;
  /** null when it worked */
  error: string | null;
  milliseconds: number;
}
