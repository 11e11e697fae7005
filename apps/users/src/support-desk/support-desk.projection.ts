import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent, Subscription } from '#event-store';
import { PLATFORM, type Platform } from '#platform';
import { ProjectionDatabase, runProjection, type Change, type Sql } from '#projections';
import { school } from '../school/school.js';
import type { SchoolEvent } from '../school/school.events.js';
import type { SupportCaseEvent } from '../support-case/support-case.events.js';
import { supportCase } from '../support-case/support-case.js';
import { caseNamed, putCase } from './case.table.js';
import { putSchool } from './school.table.js';
import { supportDeskShape } from './support-desk.shape.js';

const schools = `${school.category}-`;
const cases = `${supportCase.category}-`;

/** Keeps what operators look through: schools by name, and cases. Neither needs a protected field, so nothing is decrypted. */
@Injectable()
export class SupportDesk implements OnModuleInit, OnModuleDestroy {
  private database: ProjectionDatabase | undefined;
  private subscription: Subscription | undefined;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  onModuleInit(): void {
    const { background, readModel, events } = this.platform;
    if (!background) return;
    const database = ProjectionDatabase.open({ file: readModel('support-desk'), shape: supportDeskShape });
    this.database = database;
    this.subscription = runProjection<RecordedEvent>({
      database,
      name: 'support-desk',
      source: events,
      project: (event) => this.project(event),
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.subscription?.stop();
    this.database?.close();
    this.database = undefined;
  }

  /** The rows, or null where this process keeps none (at the command line). */
  get sql(): Sql | null {
    return this.database?.sql ?? null;
  }

  /** Resolves once everything up to that position is shown; rejects after `timeout` milliseconds (invariant 8). */
  async reached(position: number, timeout: number): Promise<void> {
    await this.subscription?.reached(position, timeout);
  }

  private project(event: RecordedEvent): Change {
    if (event.stream.startsWith(schools)) {
      const { type, data } = event as unknown as SchoolEvent;
      if (type !== 'SchoolRegistered') return null;
      return (sql) => putSchool(sql, event.stream.slice(schools.length), data.name);
    }
    if (!event.stream.startsWith(cases)) return null;
    const caseId = event.stream.slice(cases.length);
    return (sql) =>
      putCase(sql, caseId, supportCase.evolve(caseNamed(sql, caseId), event as unknown as SupportCaseEvent));
  }
}
