import { Injectable } from '@nestjs/common';
import { AggregateStore } from '#aggregate-store';
import { school } from './school.js';

/** What a school is called; empty for one that is not known. */
@Injectable()
export class SchoolNames {
  constructor(private readonly aggregates: AggregateStore) {}

  async of(schoolId: string): Promise<string> {
    const { state } = await this.aggregates.load(school, schoolId);
    return state.status === 'registered' ? state.name : '';
  }
}
