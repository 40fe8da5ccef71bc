import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { House } from './support/house.js';
import { type Route, routesOf, routesOfHouse } from './support/routes.js';

const undeclared = (routes: Route[]): string[] => routes.filter(({ access }) => !access).map(({ name }) => name);
const someId = '00000000-0000-7000-8000-000000000000';

let house: House;
let routes: Route[];

beforeAll(async () => {
  house = await House.open();
  routes = routesOfHouse(house);
});
afterAll(() => house.close());

describe('every route', () => {
  it('says who may call it', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(undeclared(routes)).toEqual([]);
  });

  it('would be found if it did not', () => {
    class Planted {
      forgotten(): void {}
    }
    Reflect.defineMetadata(PATH_METADATA, 'planted', Planted);
    Reflect.defineMetadata(METHOD_METADATA, RequestMethod.GET, Planted.prototype.forgotten);
    expect(undeclared(routesOf([Planted]))).toEqual(['Planted.forgotten']);
  });

  it('exists once', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path}`);
    expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
  });

  it.each(['staff', 'visitor', 'device'] as const)('for %s asks who is there', async (kind) => {
    const guarded = routes.filter(({ access }) => access?.kind === kind);
    expect(guarded).not.toEqual([]);
    for (const { method, path, name } of guarded) {
      const url = path.replace(/:\w+/g, someId);
      const { status } = await house.call(method as 'GET', url, method === 'GET' ? {} : { body: {} });
      expect({ name, status }).toEqual({ name, status: 401 });
    }
  });

  it('that is public is one of these', () => {
    const open = routes
      .filter(({ access }) => access?.kind === 'public')
      .map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'DELETE /api/auth/session',
      'DELETE /api/visitor/session',
      'GET /api/auth/cas/:provider/callback',
      'GET /api/auth/cas/:provider/login',
      'GET /api/auth/cas/callback',
      'GET /api/auth/cas/login',
      'GET /api/auth/dev/login',
      'GET /api/auth/providers',
      'GET /api/auth/saml/:provider/complete',
      'GET /api/auth/saml/:provider/leave',
      'GET /api/auth/saml/:provider/login',
      'GET /api/auth/saml/:provider/metadata',
      'GET /api/auth/saml/:provider/slo',
      'GET /api/auth/saml/complete',
      'GET /api/auth/saml/leave',
      'GET /api/auth/saml/login',
      'GET /api/auth/saml/metadata',
      'GET /api/auth/saml/slo',
      'GET /api/booking',
      'GET /api/dev/outbox',
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/hosts',
      'GET /api/invitations/by-token',
      'GET /api/metrics',
      'GET /api/notices',
      'GET /api/notices/:version',
      'GET /api/setup',
      'GET /api/units',
      'GET /iclock/cdata',
      'GET /iclock/getrequest',
      'GET /iclock/ping',
      'GET /iclock/push',
      'GET /iclock/rtdata',
      'POST /api/auth/cas/:provider/callback',
      'POST /api/auth/cas/callback',
      'POST /api/auth/dev/login',
      'POST /api/auth/local/sign-in',
      'POST /api/auth/saml/:provider/acs',
      'POST /api/auth/saml/:provider/slo',
      'POST /api/auth/saml/acs',
      'POST /api/auth/saml/slo',
      'POST /api/auth/sign-out',
      'POST /api/equipment/devices/hikvision/:token',
      'POST /api/equipment/devices/plate-camera/:token',
      'POST /api/equipment/devices/plate-camera/:token/heartbeat',
      'POST /api/gate/v1/devices/initialize',
      'POST /api/photos',
      'POST /api/setup',
      'POST /api/setup/look',
      'POST /api/visitor/codes',
      'POST /api/visitor/session',
      'POST /api/visitor/shared-passes',
      'POST /api/visits',
      'POST /iclock/cdata',
      'POST /iclock/devicecmd',
      'POST /iclock/push',
      'POST /iclock/querydata',
      'POST /iclock/registry',
    ]);
  });
});
