import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenAPIObject } from '@nestjs/swagger';
import { codes, type CodeText, type ErrorCode } from '@gatehouse/contract';
import { projectRoot } from '../project-root.js';
import { EXAMPLE_MARK, KIND_MARK, REFUSAL_MARK } from './described.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
interface Answers {
  operations: Record<string, Schema>;
  schemas: Record<string, Schema>;
}
interface Conversation {
  request?: unknown;
  answer: unknown;
}

/** What a route of each kind may always refuse with. */
const always: Record<string, ErrorCode[]> = {
  staff: ['auth.sign-in-needed', 'auth.not-permitted'],
  visitor: ['auth.sign-in-needed'],
  device: ['auth.device-unknown'],
  client: ['auth.signature-wrong'],
  public: [],
};
const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const;
const PROBLEM = { $ref: '#/components/schemas/Problem' };

/**
 * Completes the document: what each route answers (`docs/api/answers.json`, made from the types of the handlers), how it
 * refuses, who may call it, and examples.
 */
export function describeAnswers(document: OpenAPIObject): OpenAPIObject {
  const file = join(projectRoot, 'docs/api/answers.json');
  const answers = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Answers)
    : { operations: {}, schemas: {} };
  document.components ??= {};
  document.components.schemas = { ...answers.schemas, ...document.components.schemas };
  const shared: Responses = {};
  for (const path of Object.values(document.paths))
    for (const verb of verbs) if (path[verb]) describe(path[verb], answers, shared);
  document.components.responses = sorted({ ...document.components.responses, ...shared });
  return document;
}

function describe(operation: Operation, answers: Answers, shared: Responses): void {
  const marks = operation as unknown as Record<string, unknown>;
  const kind = typeof marks[KIND_MARK] === 'string' ? marks[KIND_MARK] : 'public';
  const example = marks[EXAMPLE_MARK] as Conversation | undefined;
  const own = Object.keys(marks).filter((mark) => mark.startsWith(REFUSAL_MARK));
  const refusals = [...(always[kind] ?? []), ...own.map((mark) => mark.slice(REFUSAL_MARK.length) as ErrorCode)];
  for (const mark of [...own, KIND_MARK, EXAMPLE_MARK]) delete marks[mark];
  if (['staff', 'visitor', 'device'].includes(kind)) operation.security = [{ [kind]: [] }];

  const schema = answers.operations[operation.operationId ?? ''];
  const [, good] = Object.entries(operation.responses).find(([status]) => status.startsWith('2')) ?? [];
  if (schema && good && 'description' in good) {
    good.description ||= 'What was asked for.';
    good.content = { 'application/json': { schema, ...(example && { example: example.answer }) } };
  }
  const body = operation.requestBody;
  const asked = body && 'content' in body ? body.content['application/json'] : undefined;
  if (asked && example?.request) asked.example = example.request;
  if (body) refusals.push('request.invalid');
  Object.assign(operation.responses, refusalsOf([...new Set(refusals)], shared));
}

/** One answer per status with its codes, and the one that any request may get; the same everywhere, they stand once. */
function refusalsOf(refusals: ErrorCode[], shared: Responses): Operation['responses'] {
  const statuses = [...new Set(refusals.map((code) => codes[code].status))].sort();
  const byStatus = statuses.map((status) => {
    const here = refusals.filter((code) => codes[code].status === status).sort();
    const name = here.join('_');
    const examples = Object.fromEntries(here.map((code) => [code, { value: problemExample(code) }]));
    shared[name] = {
      description: here.map((code) => `\`${code}\`: ${codes[code].text.en}`).join('\n\n'),
      ...(status === 429 && { headers: { 'Retry-After': { description: 'seconds', schema: { type: 'integer' } } } }),
      content: { 'application/problem+json': { schema: PROBLEM, examples } },
    };
    return [String(status), { $ref: `#/components/responses/${name}` }] as const;
  });
  shared.failure = { description: 'Any other failure.', content: { 'application/problem+json': { schema: PROBLEM } } };
  return { ...Object.fromEntries(byStatus), default: { $ref: '#/components/responses/failure' } };
}

const sorted = (responses: Responses): Responses =>
  Object.fromEntries(Object.entries(responses).sort(([a], [b]) => (a < b ? -1 : 1)));

function problemExample(code: ErrorCode): Record<string, unknown> {
  const { status, text, next }: CodeText = codes[code];
  const isForm = code === 'request.invalid';
  return {
    type: `urn:gatehouse:problem:${code}`,
    title: text.en,
    status,
    code,
    detail: text.en,
    ...(next && { next: next.en }),
    ...(isForm && { fields: [{ path: 'nonce', code: 'field.shape', message: 'This does not have the right shape.' }] }),
    requestId: '0d9c7a52-5c1e-4a51-8f5f-1f0b6d2e7a90',
  };
}
