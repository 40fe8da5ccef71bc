import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRing } from '../../src/platform/crypto/key-ring.js';
import { UnitOfWork } from '../../src/platform/events/unit-of-work.js';
import { House } from '../support/house.js';

describe('the keys of an installation', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('outlive the command that first asked for them, even when it fails', async () => {
    const [ring, work] = [house.app.get(KeyRing), house.app.get(UnitOfWork)];
    let made = '';
    const failing = work.run(async () => {
      made = (await ring.secret('for-this-test')).secret.toString('hex');
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    const { rowCount } = await house.database.query("select from key_ring where purpose = 'for-this-test'");
    expect(rowCount).toBe(1);
    expect((await ring.secret('for-this-test')).secret.toString('hex')).toBe(made);
  });
});
