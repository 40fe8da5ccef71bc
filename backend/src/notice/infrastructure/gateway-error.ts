/** A gateway did not take a message. Carries the gateway's code only: its sentences may quote a phone number. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';

  constructor(readonly code: string) {
    super(`gateway answered ${code}`);
  }
}

const PATIENCE_MS = 5_000;

/** The JSON a gateway answers within five seconds, from the configured address only. */
export async function askGateway(address: string, init: RequestInit): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(address, { ...init, redirect: 'error', signal }).catch((error: unknown) => {
    const { name, cause } = error as { name: string; cause?: { code?: string } };
    throw new GatewayError(cause?.code ?? name);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (answer && typeof answer === 'object') return answer as Record<string, unknown>;
  throw new GatewayError(`HTTP_${response.status}`);
}
