import { type Params } from 'nestjs-pino';
import { type LoggerOptions } from 'pino';
import { currentScope } from './scope.js';
import { type Settings } from './settings.js';

type LogHook = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;

const routeLists = new Set(['RouterExplorer', 'RoutesResolver', 'InstanceLoader']);

/** Nest names every route and module at each start: the OpenAPI document does that better. */
const withoutRouteLists: LogHook = function (entry, method) {
  const [facts] = entry as [{ context?: string } | undefined];
  if (!routeLists.has(facts?.context ?? '')) method.apply(this, entry);
};

/**
 * Structured logs without personal data: no bodies, no headers, no query strings (they can carry names), no addresses;
 * a request is known by its id, its route and its outcome.
 */
export const logging = (settings: Settings): Params => ({
  // No logger per request: it would cost the gate more than its database statement. See http/request-log.
  forRoutes: [],
  pinoHttp: {
    level: settings.LOG_LEVEL,
    hooks: { logMethod: withoutRouteLists },
    mixin: () => ({ requestId: currentScope().requestId }),
    ...(settings.isDemo && { formatters: { bindings: () => ({}) } }),
  },
});
