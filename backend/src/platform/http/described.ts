import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type ErrorCode } from '@gatehouse/contract';

/** How a route is described beyond what its types say. `openApiOf` turns these marks into answers and examples. */
export const REFUSAL_MARK = 'x-refusal-';
export const EXAMPLE_MARK = 'x-example';
export const KIND_MARK = 'x-kind';

/** The codes with which this route may refuse, besides those that every route of its kind has. */
export const Refuses = (...codes: ErrorCode[]): MethodDecorator & ClassDecorator =>
  applyDecorators(...codes.map((code) => ApiExtension(`${REFUSAL_MARK}${code}`, true)));

/** A conversation with this route as it really happens; a test holds the answer against its schema. */
export const Example = <A>(example: { request?: unknown; answer: A }): MethodDecorator =>
  ApiExtension(EXAMPLE_MARK, example);
