const TIMEOUT_MS = 10_000;

export interface Answer {
  /** null when nobody answered */
  status: number | null;
  /** a word, null when the call was taken; never an address or a text of the other side */
  error: 'timeout' | 'tls' | 'connection' | 'status' | null;
}

/** One POST. Taken is what is answered with 2xx within ten seconds; redirects are not followed. */
export async function callAddress(url: string, headers: Record<string, string>, body: string): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Gatehouse-Webhooks', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return { status: answer.status, error: answer.ok ? null : 'status' };
  } catch (error) {
    return { status: null, error: reasonOf(error as Error) };
  }
}

function reasonOf({ name, cause }: Error): 'timeout' | 'tls' | 'connection' {
  if (name === 'TimeoutError') return 'timeout';
  const { code = '' } = (cause ?? {}) as { code?: string };
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code) ? 'tls' : 'connection';
}
