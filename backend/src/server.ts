import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { addSetupGate } from './identity/api/setup-gate.js';
import { SetupNeed } from './identity/application/setup-need.js';
import { type DatabaseAddress } from './platform/database/orm.js';
import { addDeviceBodies } from './platform/http/device-bodies.js';
import { addOriginCheck } from './platform/http/origin-check.js';
import { openApiOf } from './platform/http/openapi.js';
import { addRequestScope } from './platform/http/request-scope.js';
import { addRequestLog } from './platform/http/request-log.js';
import { addPlainSecurityHeaders } from './platform/http/security-headers.js';
import { addUploadBodies } from './platform/http/upload-bodies.js';
import { addSheetUploads } from './platform/http/sheet-uploads.js';
import { addWebApps } from './platform/http/web-apps.js';
import { Metrics } from './platform/metrics/metrics.js';
import { addRequestMetrics } from './platform/metrics/request-metrics.js';
import { projectRoot } from './platform/project-root.js';
import { type Settings } from './platform/settings.js';

/** Whose word on the visitor's address counts: a proxy on this machine or its private network, never a stranger. */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal'];
const MAX_BODY = 1024 * 1024;

/** Makes the application, ready to listen. */
export async function createServer(settings: Settings, address: DatabaseAddress): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ trustProxy: settings.TRUST_PROXY && PROXIES, bodyLimit: MAX_BODY });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(settings, address), adapter, {
    bufferLogs: true,
  });
  return prepareServer(app, settings);
}

/** Everything around the modules: hooks, headers, documents and web apps. Tests use it on their own application. */
export async function prepareServer(app: NestFastifyApplication, settings: Settings): Promise<NestFastifyApplication> {
  app.useLogger(app.get(Logger));
  // Terminals of one make know a host and nothing more: their addresses are fixed.
  app.setGlobalPrefix('api', { exclude: ['iclock/*path'] });
  const fastify = app.getHttpAdapter().getInstance();
  addRequestScope(fastify);
  addSetupGate(fastify, app.get(SetupNeed, { strict: false }));
  addOriginCheck(fastify, settings.PUBLIC_URL);
  await app.register(cookie);
  addUploadBodies(fastify);
  addDeviceBodies(fastify);
  addSheetUploads(fastify);
  addRequestLog(fastify, app.get(Logger), settings);
  addRequestMetrics(fastify, app.get(Metrics));
  addPlainSecurityHeaders(fastify, settings);
  await addWebApps(fastify, projectRoot, settings);
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/docs/openapi.json' });
  await app.init();
  return app;
}
