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

const MOMENT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/;
const isCampusMoment = (value: unknown): boolean =>
  isCampusDay(value) || (typeof value === 'string' && MOMENT.test(value) && isCampusDay(value.slice(0, 10)));

/** A date of the campus, or a time there: `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
export const IsCampusMoment = () => ValidateBy({ name: 'isCampusMoment', validator: { validate: isCampusMoment } });
