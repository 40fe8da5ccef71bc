import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeAnswers } from './answers.js';

/** The API as a document; the gate part is meant to be enough for a device vendor to build from. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Gatehouse')
    .setDescription(
      'Campus visitor appointments and gate passes. Failures are application/problem+json with a stable `code`.',
    )
    .setVersion('1')
    // Its schemas are those of JSON Schema: null is a type like others.
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('gatehouse_staff', { type: 'apiKey', in: 'cookie' }, 'staff')
    .addCookieAuth('gatehouse_visitor', { type: 'apiKey', in: 'cookie' }, 'visitor')
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Device <deviceId>.<secret>' },
      'device',
    )
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
  return describeAnswers(document);
}
