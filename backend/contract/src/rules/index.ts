export * from './calendar-day.js';
export * from './identity-document.js';
export * from './mobile-number.js';
export * from './mod-11-2.js';
export * from './person-name.js';
export * from './plate-number.js';
export * from './rule-code.js';
export * from './rule-text.js';
