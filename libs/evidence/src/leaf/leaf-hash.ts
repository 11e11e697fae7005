import { hash } from 'node:crypto';
import type { Hash } from '../merkle/hash.js';
import { type Leaf, leafText } from './leaf.js';

/** The hash that stands in the tree: SHA-256 over 0x00 and the leaf's text (RFC 6962 section 2.1). */
export const leafHash = (leaf: Leaf): Hash =>
  Buffer.from(hash('sha256', `\0${leafText(leaf)}`, 'binary'), 'binary');
