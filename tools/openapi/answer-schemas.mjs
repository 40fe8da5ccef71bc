import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { inProject } from '../lib/places.mjs';
import { Schemas } from './schemas.mjs';

const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
/** Answered by no route as it stands: what every route may answer, and what is signed inside a bundle. */
const ALSO = {
  'backend/contract/src/common.ts': ['Problem'],
  'backend/contract/src/bundle/format.ts': ['BundleContent', 'PassRecord', 'MusterEntry'],
};

/**
 * What every route answers, as JSON Schema, read from the types that the handlers themselves promise: nobody writes a shape
 * twice, and none can be forgotten.
 */
export function answerSchemas() {
  const controllers = controllerFiles(inProject('backend/src'));
  const config = ts.readConfigFile(inProject('backend/tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, inProject('backend'));
  // Straight from the sources of the contract: what is built may be older.
  const contract = inProject('backend/contract/src');
  const paths = {
    '@gatehouse/contract': [`${contract}/index.ts`],
    '@gatehouse/contract/*': [`${contract}/*.ts`, `${contract}/*/index.ts`],
  };
  const files = [...controllers, ...Object.keys(ALSO).map(inProject)];
  const program = ts.createProgram(files, { ...options, noEmit: true, paths });
  const checker = program.getTypeChecker();
  const schemas = new Schemas(checker);
  const operations = {};
  for (const file of controllers) {
    const source = program.getSourceFile(file);
    for (const statement of source?.statements ?? []) {
      if (!ts.isClassDeclaration(statement) || !decoratorsOf(statement).has('Controller')) continue;
      for (const method of statement.members) {
        if (!ts.isMethodDeclaration(method) || ![...decoratorsOf(method)].some((name) => VERBS.has(name))) continue;
        const schema = schemas.ofAnswer(answerOf(method, checker));
        if (schema) operations[`${statement.name.text.replace('Controller', '')}_${method.name.getText()}`] = schema;
      }
    }
  }
  for (const [file, names] of Object.entries(ALSO)) {
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(inProject(file))));
    for (const name of names) schemas.of(checker.getDeclaredTypeOfSymbol(exported.find((one) => one.name === name)));
  }
  return { operations: sorted(operations), schemas: sorted(schemas.named()) };
}

function answerOf(method, checker) {
  const signature = checker.getSignatureFromDeclaration(method);
  const type = checker.getReturnTypeOfSignature(signature);
  return checker.getAwaitedType(type) ?? type;
}

const decoratorsOf = (node) =>
  new Set(
    (ts.getDecorators(node) ?? []).map(({ expression }) => {
      const call = ts.isCallExpression(expression) ? expression.expression : expression;
      return call.getText();
    }),
  );

const controllerFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.controller.ts'))
    .sort()
    .map((file) => join(folder, file));

const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
