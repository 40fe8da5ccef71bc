import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { type Browser } from 'playwright-core';
import sharp from 'sharp';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { StorePhoto } from '../../src/photo/application/store-photo.js';
import { Photos } from '../../src/photo/public.js';
import { documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { chooseStaff, fillPerson } from '../support/journeys.js';
import { cameraPicture } from '../support/photos.js';

/** An image element as far as this spec looks at it. */
interface Picture {
  complete: boolean;
  naturalWidth: number;
  naturalHeight: number;
}

let browser: Browser;
let house: House;
let visitor: Person;
let host: Person;
const sent: Buffer[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  house = await House.open({ now: '2026-11-23T09:00:00+08:00', runningClock: true });
  await seedSmallCampus(house.app);
  const url = await house.listen();
  [visitor, host] = [await Person.withPhone(browser, url), await Person.withPhone(browser, url)];
  // What the phone sent, before the server draws it anew: browsers do not tell of bodies that are files.
  const commands = house.app.get(CommandBus);
  const execute = commands.execute.bind(commands);
  commands.execute = (command: never) => {
    if ((command as unknown) instanceof StorePhoto) sent.push(Buffer.from((command as StorePhoto).bytes));
    return execute(command);
  };
});

afterAll(async () => {
  await browser.close();
  await house.close();
});

describe('a face photo from the phone', () => {
  const field = () => visitor.page.getByRole('group', { name: /人脸照片/ }).first();

  it('is turned upright, shrunk and freed of what the camera wrote, before it leaves the phone', async () => {
    const { page } = visitor;
    await page.goto('/visit/apply');
    await fillPerson(page, 'section[aria-labelledby=applicant-title]', {
      name: '陈明',
      document: documents.chen,
      mobile: '13912340001',
    });
    await page.getByRole('button', { name: '个人' }).click();
    await page.getByText('不传照片也能入校').first().waitFor();
    expect(await field().locator('input[capture=user]').count()).toBe(1);

    // Held upright, the camera writes 4032 × 3024 and "turn me": orientation 6.
    const camera = await cameraPicture(4032, 3024);
    expect((await sharp(camera).metadata()).orientation).toBe(6);
    const photo = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: camera };
    await field().locator('input[type=file]').last().setInputFiles(photo);
    await field().getByText('已上传').waitFor({ timeout: 20_000 });

    const preview = await field()
      .getByRole('img')
      .evaluate((image: unknown) => [(image as Picture).naturalWidth, (image as Picture).naturalHeight]);
    expect(preview).toEqual([960, 1280]);
    const uploaded = await sharp(sent[0]).metadata();
    expect(uploaded).toMatchObject({ format: 'jpeg', width: 960, height: 1280 });
    expect([uploaded.exif, uploaded.orientation]).toEqual([undefined, undefined]);
    expect(sent[0]?.length).toBeLessThanOrEqual(300 * 1024);
    await field().scrollIntoViewIfNeeded();
    await visitor.picture('photo-chosen');
  });

  it('that does not get through is sent again without choosing it again', async () => {
    const { page, context } = visitor;
    await field().getByRole('button', { name: '移除' }).click();
    await context.setOffline(true);
    const photo = { name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: await cameraPicture(1600, 1200) };
    await field().locator('input[type=file]').last().setInputFiles(photo);
    await field().getByRole('button', { name: '重试' }).waitFor();
    await visitor.picture('photo-offline');
    await context.setOffline(false);
    await field().getByRole('button', { name: '重试' }).click();
    await field().getByText('已上传').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('goes with a consent of its own, and the host sees it', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel(/^校区/).selectOption({ label: '东校区' });
    await page.getByRole('button', { name: /^单位/ }).click();
    await page.getByRole('searchbox').fill('计算机');
    await page.getByRole('button', { name: /计算机学院/ }).click();
    await page.getByRole('button', { name: /^被访人/ }).click();
    await page.getByRole('searchbox').fill('wj');
    await page.getByRole('button', { name: /王\*/ }).click();
    await page.getByRole('button', { name: /明天/ }).click();
    await page.getByRole('radio', { name: '学术交流' }).check();
    await page.getByLabel(/^说明/).fill('参加学术报告会');
    const consent = page.getByRole('checkbox', { name: /人脸照片/ });
    for (const box of await page.getByRole('checkbox').all()) expect(await box.isChecked()).toBe(false);
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await consent.uncheck();
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByText('上传了照片，请勾选同意；也可以移除照片').waitFor();
    await visitor.picture('photo-consent');
    await consent.check();
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByText('申请已提交').waitFor();

    await host.page.goto('/host/');
    await host.page.getByText('演示登录').click();
    await chooseStaff(host.page, '王静');
    await host.page.getByText('陈明').click();
    const face = host.page.getByRole('img', { name: '陈明 的照片' });
    await face.waitFor();
    await host.page.waitForFunction((image) => (image as unknown as Picture).complete, await face.elementHandle());
    expect(await face.evaluate((image: unknown) => (image as Picture).naturalHeight)).toBe(1280);
    await face.scrollIntoViewIfNeeded();
    await host.picture('photo-host');
    const { rows } = await house.database.query<{ id: string }>('select id from visit');
    const kept = await sharp((await house.app.get(Photos).face(rows[0]?.id ?? '', 0))?.bytes).metadata();
    expect([kept.exif, Math.max(kept.width, kept.height) <= 1280]).toEqual([undefined, true]);
  });

  it('leaves no complaint of the pages behind', () => {
    expect([...visitor.complaints, ...host.complaints]).toEqual([]);
  });
});
