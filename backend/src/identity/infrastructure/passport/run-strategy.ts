/** What a passport strategy made of a request. */
export type StrategyResult<U> =
  { kind: 'user'; user: U } | { kind: 'redirect'; url: string } | { kind: 'refused'; why: unknown };

/** The little of a request that a strategy may see. Nothing else of the real one reaches it. */
export interface StrategyRequest {
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  user?: unknown;
}

interface Runnable {
  authenticate(request: never, options: never): unknown;
}

/**
 * Runs any passport strategy without Express and without passport's own middleware: its five outcomes become a value, or a
 * rejected promise for `error`. `pass` counts as refused: here nobody comes after the strategy.
 */
export function runStrategy<U>(strategy: Runnable, request: StrategyRequest, options = {}): Promise<StrategyResult<U>> {
  return new Promise((resolve, reject) => {
    const run = Object.assign(Object.create(strategy) as object, {
      success: (user: U) => resolve({ kind: 'user', user }),
      redirect: (url: string) => resolve({ kind: 'redirect', url }),
      fail: (why: unknown) => resolve({ kind: 'refused', why }),
      pass: () => resolve({ kind: 'refused', why: 'passed' }),
      error: reject,
    }) as unknown as Runnable;
    try {
      void Promise.resolve(run.authenticate({ headers: {}, ...request } as never, { ...options } as never)).catch(
        reject,
      );
    } catch (error) {
      reject(error instanceof Error ? error : new Error('the strategy threw no error'));
    }
  });
}
