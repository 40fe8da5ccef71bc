import { writeFileSync } from 'node:fs';
import { inProject } from '../lib/places.mjs';
import { answerSchemas } from './answer-schemas.mjs';

/** Writes docs/api/answers.json, or the file named, from the types of the handlers. */
const file = process.argv[2] ?? inProject('docs/api/answers.json');
writeFileSync(file, `${JSON.stringify(answerSchemas(), null, 1)}\n`);
