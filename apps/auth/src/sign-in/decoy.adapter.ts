import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyHasher } from '../key-hashing/key-hasher.js';

/** A hash with today's parameters whose key nobody knows: what unknown and disabled accounts are compared with (LOG-02). */
@Injectable()
export class Decoy implements OnModuleInit {
  private made: string | null = null;

  constructor(private readonly hasher: KeyHasher) {}

  async onModuleInit(): Promise<void> {
    this.made = await this.hasher.hash(randomBytes(32).toString('base64url'));
  }

  isReady(): boolean {
    return this.made !== null;
  }

  get hash(): string {
    if (this.made === null) throw new Error('the decoy is made before the first request is answered');
    return this.made;
  }
}
