import { Injectable } from '@nestjs/common';
import {
  INTEGRATION_KEYS,
  type IntegrationKey,
  type IntegrationRow,
  type IntegrationState,
  type IntegrationTest,
} from '@gatehouse/contract';
import { type IntegrationHealth, Integrations } from '../../platform/health/integrations.js';
import { IntegrationsView } from '../application/integrations-view.js';

const PATIENCE_MS = 15_000;

@Injectable()
export class RegisteredIntegrations extends IntegrationsView {
  constructor(private readonly integrations: Integrations) {
    super();
  }

  async rows(): Promise<IntegrationRow[]> {
    const rows: IntegrationRow[] = [];
    for (const key of INTEGRATION_KEYS) {
      const health = await this.integrations.named(key)?.health();
      if (!health) continue;
      rows.push({
        key,
        state: stateOf(health),
        lastSuccessAt: health.lastSuccessAt?.toISOString() ?? null,
        lastFailureAt: health.lastFailureAt?.toISOString() ?? null,
        lastError: health.lastError,
        behind: health.behind,
        mayTest: health.isConfigured && this.mayTest(key),
      });
    }
    return rows;
  }

  mayTest(key: IntegrationKey): boolean {
    return this.integrations.named(key)?.attempt !== undefined;
  }

  async test(key: IntegrationKey): Promise<IntegrationTest> {
    const began = performance.now();
    const error = await attempted(this.integrations.named(key)?.attempt);
    return { ok: error === null, error, milliseconds: Math.round(performance.now() - began) };
  }
}

function stateOf({ isConfigured, lastSuccessAt, lastFailureAt, behind }: IntegrationHealth): IntegrationState {
  if (!isConfigured) return 'off';
  if (lastFailureAt && (!lastSuccessAt || lastFailureAt > lastSuccessAt)) return 'failing';
  if (behind > 0) return 'failing';
  return lastSuccessAt ? 'good' : 'unused';
}

/** A code, never a sentence: those quote addresses and accounts. */
async function attempted(attempt: (() => Promise<void>) | undefined): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(), { code: 'timeout' })), PATIENCE_MS);
  });
  try {
    await Promise.race([attempt?.(), late]);
    return null;
  } catch (error) {
    const { code, name } = error as { code?: string | number; name?: string };
    return String(code ?? name ?? 'failed').slice(0, 60);
  } finally {
    clearTimeout(timer);
  }
}
