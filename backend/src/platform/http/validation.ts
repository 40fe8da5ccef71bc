import { ValidationPipe } from '@nestjs/common';
import { type ValidationError } from 'class-validator';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';

const codeOf: Record<string, string> = {
  isNotEmpty: 'field.needed',
  isDefined: 'field.needed',
  minLength: 'field.needed',
  arrayMinSize: 'field.needed',
  maxLength: 'field.too-long',
  arrayMaxSize: 'field.too-long',
  isIn: 'field.choice',
  isEnum: 'field.choice',
  isUuid: 'field.choice',
  whitelistValidation: 'field.unknown',
};

/** Checks bodies and queries against their DTO classes; unknown fields are refused. */
export const validation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: (errors) =>
      new DomainError(
        'request.invalid',
        {},
        errors.flatMap((error) => fieldErrors(error)),
      ),
  });

function fieldErrors(error: ValidationError, parent = ''): FieldError[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const nested = (error.children ?? []).flatMap((child) => fieldErrors(child, path));
  const [constraint] = Object.keys(error.constraints ?? {});
  if (!constraint) return nested;
  const missing = error.value === undefined || error.value === null || error.value === '';
  return [{ path, code: missing ? 'field.needed' : (codeOf[constraint] ?? 'field.shape') }, ...nested];
}
