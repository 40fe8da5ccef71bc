import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '../../src/platform/http/access.js';
import { type House } from './house.js';

export interface Route {
  name: string;
  method: string;
  path: string;
  access: Access | undefined;
}

/** Every handler of these controllers; what the class declares counts for its methods, as in the guard. */
export function routesOf(controllers: Type[]): Route[] {
  return controllers.flatMap((controller) => {
    const handlers = Object.getOwnPropertyNames(controller.prototype)
      .map((name) => [name, (controller.prototype as Record<string, unknown>)[name]] as const)
      .filter(([, handler]) => typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler));
    return handlers.flatMap(([name, handler]) =>
      [Reflect.getMetadata(PATH_METADATA, handler as object) as string | string[]].flat().map((address) => ({
        name: `${controller.name}.${name}`,
        method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler as object) as number] ?? '',
        path: [
          Reflect.getMetadata(PATH_METADATA, controller) === 'iclock' ? '' : '/api',
          Reflect.getMetadata(PATH_METADATA, controller),
          address,
        ]
          .map((part) => String(part ?? '').replace(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/')
          .replace(/^/, '/'),
        access: (Reflect.getMetadata(ACCESS, handler as object) ?? Reflect.getMetadata(ACCESS, controller)) as
          Access | undefined,
      })),
    );
  });
}

/** Every route of the application. */
export const routesOfHouse = (house: House): Route[] =>
  routesOf([...house.app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.keys()] as Type[]));
