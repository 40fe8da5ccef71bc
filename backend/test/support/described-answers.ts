import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Response {
  $ref?: string;
  content?: Record<string, { schema?: object }>;
}
interface Operation {
  operationId: string;
  responses: Record<string, Response>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; responses: Record<string, Response> };
}
interface Given {
  method: string;
  url: string;
  status: number;
  type: string;
  body: unknown;
}

const file = join(import.meta.dirname, '../../../docs/api/openapi.json');

/** Holds what the server really answers against docs/api/openapi.json, for every call of a gate in every scenario. */
class DescribedAnswers {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  private readonly document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  private readonly routes = Object.keys(this.document.paths).map((path) => ({
    path,
    parameters: path.split('{').length,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  private readonly validators = new Map<string, ValidateFunction>();

  constructor() {
    this.ajv.addSchema({ $id: 'api', components: this.document.components });
  }

  /** What is wrong with an answer; nothing for one that no document is promised for. */
  faults({ method, url, status, type, body }: Given): string {
    const path = url.split('?')[0] ?? '';
    // The route with the fewest parameters is the one the server takes, too.
    const fitting = this.routes.filter(({ pattern }) => pattern.test(path)).sort((a, b) => a.parameters - b.parameters);
    const operation = fitting.map((route) => this.document.paths[route.path]?.[method.toLowerCase()]).find(Boolean);
    if (!operation) return '';
    const named = operation.responses[String(status)] ?? operation.responses.default;
    const said = named?.$ref ? this.document.components.responses[named.$ref.split('/').pop() ?? ''] : named;
    const schema = said?.content?.[type]?.schema;
    if (!schema || !type.includes('json')) return '';
    const validate = this.validator(`${operation.operationId} ${status}`, schema);
    if (validate(body)) return '';
    return `${operation.operationId} ${status}: ${this.ajv.errorsText(validate.errors, { dataVar: 'answer' })}`;
  }

  private validator(name: string, schema: object): ValidateFunction {
    const known = this.validators.get(name);
    if (known) return known;
    const made = this.ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as object,
    );
    this.validators.set(name, made);
    return made;
  }
}

let described: DescribedAnswers | undefined;

/** Throws when an answer is not what docs/api/openapi.json promises. */
export function asDescribed(given: Given): void {
  described ??= new DescribedAnswers();
  const faults = described.faults(given);
  if (faults) throw new Error(`The answer is not as docs/api/openapi.json describes it (npm run openapi?). ${faults}`);
}
