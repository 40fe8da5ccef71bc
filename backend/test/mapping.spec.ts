import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EntityMetadata, MikroORM } from '@mikro-orm/core';
import { freshAggregates } from './support/fresh-aggregates.js';
import { House } from './support/house.js';

let house: House;
let mapped: EntityMetadata[];

/** Names in the mapping that the class does not have, and fields of the class that are not stored. */
function differences(aggregate: object, properties: { name: string; version?: boolean | undefined }[]): string[] {
  const names = properties.filter(({ version }) => !version).map(({ name }) => name);
  const fields = Object.keys(aggregate);
  return [
    ...names.filter((name) => !fields.includes(name)).map((name) => `${name} is mapped but no field`),
    ...fields.filter((name) => !names.includes(name)).map((name) => `${name} is a field but not mapped`),
  ];
}

beforeAll(async () => {
  house = await House.open();
  mapped = [...house.app.get(MikroORM).getMetadata().getAll().values()];
});
afterAll(() => house.close());

describe('the mapping', () => {
  it('has a freshly built aggregate for every class', () => {
    expect(mapped.map(({ className }) => className).sort()).toEqual(Object.keys(freshAggregates).sort());
  });

  it('names exactly the fields of each class', () => {
    for (const { className, props } of mapped)
      expect({ className, faults: differences(freshAggregates[className] ?? {}, props) }).toEqual({
        className,
        faults: [],
      });
  });

  it('would show a misspelt and a forgotten field', () => {
    const planted = { id: '1', status: 'pending' };
    expect(differences(planted, [{ name: 'id' }, { name: 'statu' }, { name: 'version', version: true }])).toEqual([
      'statu is mapped but no field',
      'status is a field but not mapped',
    ]);
  });
});
