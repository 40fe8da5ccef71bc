import { type Errand } from '../../../application/provisioning-book.js';
import { type KnownEquipment } from '../../../application/gate-devices.js';
import { deviceDay, deviceSeconds } from './device-time.js';

/** Kinds of orders a terminal fetches. */
export const ORDER_KINDS = ['user', 'rights', 'photo', 'remove', 'unread', 'above'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

const EVERY_DAY = 1;
const VISIBLE_FACE = 9;
const OPEN_SECONDS = 5;

const line = (command: string, fields: [name: string, value: string | number][]): string =>
  `${command} ${fields.map(([name, value]) => `${name}=${value}`).join('\t')}`;

/** The person under a number only: neither terminal nor its screen learns a name. Visitors never administer a terminal. */
export function userCommand({ abilities }: KnownEquipment, { number, validFrom, validUntil }: Errand): string {
  const inSeconds = abilities.datefmtfunon === '1';
  const from = inSeconds ? deviceSeconds(validFrom) : deviceDay(validFrom);
  const until = inSeconds ? deviceSeconds(validUntil) : deviceDay(validUntil);
  return line('DATA UPDATE user', [
    ['CardNo', ''],
    ['Pin', number],
    ['Password', ''],
    ['Group', 0],
    ['StartTime', from],
    ['EndTime', until],
    ['Name', number],
    ['Privilege', 0],
  ]);
}

export const rightsCommand = ({ lanes }: KnownEquipment, { number }: Errand): string =>
  line('DATA UPDATE userauthorize', [
    ['Pin', number],
    ['AuthorizeTimezoneId', EVERY_DAY],
    ['AuthorizeDoorId', lanes.reduce((mask, { door }) => mask | (1 << (door - 1)), 0)],
  ]);

export function photoCommand({ number }: Errand, picture: Buffer): string {
  const content = picture.toString('base64');
  return line('DATA UPDATE biophoto', [
    ['PIN', number],
    ['Type', VISIBLE_FACE],
    ['Size', content.length],
    ['Content', content],
    ['Format', 0],
    ['Url', ''],
    ['PostBackTmpFlag', 0],
  ]);
}

export const removeCommand = ({ number }: Errand): string => line('DATA DELETE user', [['Pin', number]]);

export const unreadCommand = 'DATA QUERY tablename=transaction,fielddesc=*,filter=NewRecord';
export const aboveCommand = (index: number): string => line('ACCOUNT transaction', [['MaxIndex', index]]);

/** Opens a door for some seconds: two digits each for action, door, output and seconds. */
export const openCommand = (door: number): string => {
  const byte = (value: number) => value.toString(16).toUpperCase().padStart(2, '0');
  return `CONTROL DEVICE 01${byte(door)}01${byte(OPEN_SECONDS)}`;
};
