import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLog, type Platform } from '#platform';
import { isTracing } from '#tracing';
import type { FastifyServerOptions } from 'fastify';
import { onClientError } from './answering/client-error.js';
import { addHooks, setHeaders } from './answering/hooks.js';
import { readJsonBodies } from './answering/json-body.js';
import { measureAnswers } from './answering/measure-answers.js';
import { traceAnswers } from './answering/trace-answers.js';
import { ChannelBus } from './channel/channel-bus.js';
import { GatewayModule } from './gateway.module.js';
import { addCookieCure } from './session/cookie-cure.js';
import { ProblemFilter } from './problem/problem.filter.js';

/** Largest body anybody needs to send us, in bytes (LOG-08). */
const BODY_LIMIT = 8 * 1024;

/** Longest path parameter, in characters: the signed links in mails. */
const LONGEST_PARAMETER = 1100;

/** Longest head of a request, in bytes: room for a browser full of strangers' cookies, which we then take away (WEB-05). */
const LONGEST_HEAD = 32 * 1024;

/**
 * How long a client may take to send its request, in milliseconds (TST-28). The head's time is said too: Node allows the greater of the
 * two for the whole request, and gives heads a minute unless told otherwise.
 */
const REQUEST_TIMEOUT_MS = 15_000;

/** How often somebody looks whose time is over, in milliseconds. */
const LOOKS_EVERY_MS = 5_000;

type FrameworkErrors = NonNullable<FastifyServerOptions['frameworkErrors']>;

const adapter = ({ settings }: Platform, refused: FrameworkErrors) =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: {
      maxHeaderSize: LONGEST_HEAD,
      headersTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: LOOKS_EVERY_MS,
    },
    // Without a configured proxy nobody's word is taken for where a request comes from (LOG-05).
    trustProxy: settings.trustedProxies.length > 0 && [...settings.trustedProxies],
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    skipMiddie: true,
    frameworkErrors: refused,
    clientErrorHandler: onClientError,
  });

/** A Nest module behind the gateway's HTTP: limits, cookies, forms, headers, log. */
export const openHttp = async (
  module: DynamicModule,
  platform: Platform,
): Promise<NestFastifyApplication> => {
  // An address that cannot even be decoded is refused before any hook: it gets the same headers and the same last resort.
  const refused: FrameworkErrors = (error, request, reply) => {
    setHeaders(request, reply);
    void app.get(ProblemFilter, { strict: false }).answer(error, request, reply);
  };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter(platform, refused), {
    bodyParser: false,
    logger: new NestLog(platform.log),
    abortOnError: false,
  });
  const http = app.getHttpAdapter().getInstance();
  http.removeContentTypeParser('text/plain');
  readJsonBodies(http);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  addCookieCure(http, new URL(platform.settings.publicUrl).protocol === 'https:');
  addHooks(http, platform.log);
  measureAnswers(http, platform.metrics);
  if (isTracing()) traceAnswers(http);
  return app;
};

/** The portal and the API as one HTTP application, not yet listening. */
export const createGateway = async (platform: Platform): Promise<NestFastifyApplication> => {
  const bus = new ChannelBus(platform.bus);
  const app = await openHttp(GatewayModule.with({ ...platform, bus }), platform);
  bus.watch(app.getHttpAdapter().getInstance());
  return app;
};
