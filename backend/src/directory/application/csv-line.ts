export { csvLine } from '../domain/csv.js';
