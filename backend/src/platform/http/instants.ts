import { ValidateBy } from 'class-validator';
import { campusDay, campusInstant } from '../../kernel/campus-time.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

const isCampusDay = (value: unknown): boolean => {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const noon = campusInstant(value, '12:00');
  return !Number.isNaN(noon.getTime()) && campusDay(noon) === value;
};

/** ISO 8601 with an offset or Z: without one the server's own time zone would decide. */
export const IsInstant = () => ValidateBy({ name: 'isInstant', validator: { validate: isInstant } });

/** A real date of the campus, `YYYY-MM-DD`. */
export const IsCampusDay = () => ValidateBy({ name: 'isCampusDay', validator: { validate: isCampusDay } });
