import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { OptimisticLockError } from '@mikro-orm/core';
import {
  codes,
  type ErrorCode,
  type CodeText,
  type FieldProblem,
  type Locale,
  type Problem,
} from '@gatehouse/contract';
import { type FastifyReply } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { currentScope } from '../scope.js';
import { fieldSentence } from './field-sentences.js';

const byStatus: Record<number, ErrorCode> = {
  400: 'request.malformed',
  401: 'auth.sign-in-needed',
  403: 'auth.not-permitted',
  404: 'request.not-found',
  409: 'request.conflict',
  413: 'request.too-large',
  422: 'request.invalid',
  429: 'request.too-many',
  503: 'server.not-ready',
};

/** Turns every failure into `application/problem+json` (RFC 9457) with a stable code and a sentence in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { code, fields } = this.translate(error);
    const wait = error instanceof DomainError ? error.details.retryAfter : undefined;
    if (typeof wait === 'number') void reply.header('retry-after', String(Math.max(1, Math.ceil(wait))));
    const problem = problemOf(code, fields);
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }

  private translate(error: unknown): { code: ErrorCode; fields: FieldError[] } {
    if (error instanceof DomainError) return { code: error.code, fields: error.fields };
    if (error instanceof OptimisticLockError) return { code: 'request.conflict', fields: [] };
    const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    const known = status === undefined ? undefined : byStatus[status];
    if (known) return { code: known, fields: [] };
    this.logger.error({ requestId: currentScope().requestId, err: withoutValues(error) }, 'request failed');
    return { code: 'server.error', fields: [] };
  }
}

export function problemOf(code: ErrorCode, fields: FieldError[] = []): Problem {
  const { locale, requestId } = currentScope();
  const { status, text, next }: CodeText = codes[code];
  return {
    type: `urn:gatehouse:problem:${code}`,
    title: text.en,
    status,
    code,
    detail: text[locale],
    ...(next && { next: next[locale] }),
    ...(fields.length > 0 && { fields: fields.map((field) => fieldProblem(field, locale)) }),
    requestId,
  };
}

const fieldProblem = ({ path, code }: FieldError, locale: Locale): FieldProblem => ({
  path,
  code,
  message: fieldSentence(code, locale),
});

/** Database errors quote the values of the row: only name, code and stack may reach the log. */
function withoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: 'unknown' };
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, code: (error as { code?: unknown }).code, stack: frames?.slice(0, 12).join('\n') };
}
