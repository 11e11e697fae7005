import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { school } from '../school/school.js';
import type { PhoneOnFile } from './case-refusal.js';
import type { SupportCase } from './support-case.js';

type OnFile = PhoneOnFile & Readonly<{ managerUserId: string | null; number: string | null }>;

const none: OnFile = { changedAt: null, lastDigits: null, managerUserId: null, number: null };

/** The number on file of a school, read from its own stream (invariant 3). Only telephony gets to see the whole of it. */
@Injectable()
export class PhonesOnFile {
  constructor(private readonly aggregates: AggregateStore) {}

  async ofSchool(schoolId: string): Promise<OnFile> {
    const { state } = await this.aggregates.load(school, schoolId);
    if (state.status === 'unknown') return none;
    const { managerPhone: number, managerUserId, phoneChangedAt: changedAt } = state;
    return { changedAt, lastDigits: number?.slice(-2) ?? null, managerUserId, number };
  }

  ofCase(state: SupportCase): Promise<OnFile> {
    return state.status === 'unknown' ? Promise.resolve(none) : this.ofSchool(state.schoolId);
  }
}
