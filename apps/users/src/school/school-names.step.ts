import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { NO_SCHOOL } from '#contracts';
import { school } from './school.js';

/** What those who belong to no school see in its place. */
const VENDOR = 'Trousseau';

/** What a school is called; empty for one that is not known. */
@Injectable()
export class SchoolNames {
  constructor(private readonly aggregates: AggregateStore) {}

  async of(schoolId: string): Promise<string> {
    if (schoolId === NO_SCHOOL) return VENDOR;
    const { state } = await this.aggregates.load(school, schoolId);
    return state.status === 'registered' ? state.name : '';
  }
}
