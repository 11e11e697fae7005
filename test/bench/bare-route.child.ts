// A bare Nest/Fastify application: one route that answers a constant, one that verifies one hash. No hooks, no guards, no log.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { hash, verify } from '@node-rs/argon2';
import { bareArgon2 } from './bare-argon2.js';

const key = 'une clé pour mesurer';
const stored = await hash(key, bareArgon2);

@Controller()
class BareController {
  @Get('session')
  session(): object {
    return {
      level: 'full',
      user: { identifier: 'moniteur.0', name: 'Camille' },
      expiresAt: '2026-01-01T00:00:00Z',
    };
  }

  @Get('verification')
  async verification(): Promise<object> {
    return { matches: await verify(stored, key) };
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(0, '127.0.0.1');
process.send?.(Number(new URL(await app.getUrl()).port));
