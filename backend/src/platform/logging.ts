import { type Params } from 'nestjs-pino';
import { currentScope } from './scope.js';
import { type Settings } from './settings.js';

/**
 * Structured logs without personal data: no bodies, no headers, no query strings (they can carry names), no addresses;
 * a request is known by its id, its route and its outcome.
 */
export const logging = (settings: Settings): Params => ({
  pinoHttp: {
    level: settings.LOG_LEVEL,
    quietReqLogger: true,
    autoLogging: settings.LOG_LEVEL === 'debug',
    serializers: { req: () => undefined, res: () => undefined },
    customProps: () => ({ requestId: currentScope().requestId }),
    ...(settings.isDemo && { formatters: { bindings: () => ({}) } }),
  },
});
