import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { join } from 'node:path';
import type { EventStore } from '#event-store';
import type { Secrets } from '#secrets';
import { LeafLog } from '../leaf-log/leaf-log.js';
import type { NoteSigner } from '../note/sign-note.js';
import type { CheckpointPublisher } from './checkpoint-publisher.js';
import { FolderPublisher } from './folder-publisher.js';
import { Notary, type NotaryOptions } from './notary.js';

/** The signer of an installation: its notary's key, under the name that was made with it. */
export const notarySigner = ({ notary }: Pick<Secrets, 'notary'>): NoteSigner => ({
  name: String(notary.publicJwk.kid),
  privateKey: createPrivateKey({ format: 'jwk', key: notary.privateJwk as JsonWebKey }),
});

/** Where an installation keeps its leaves, inside its data folder. They belong into every backup of the store. */
export const leavesFile = (dataFolder: string): string => join(dataFolder, 'leaves.db');

/** Where an installation publishes its checkpoints unless told otherwise: to be copied where its machine cannot rewrite. */
export const checkpointsFolder = (dataFolder: string): string => join(dataFolder, 'checkpoints');

/** A running notary, and what it keeps. `stop` ends it and closes its file. */
export type RunningNotary = Readonly<{ notary: Notary; leaves: LeafLog; stop(): Promise<void> }>;

/** Starts the notary of an installation; it publishes to its folder, and to `elsewhere` too, which is closed with it. */
export const startNotary = async (
  dataFolder: string,
  secrets: Pick<Secrets, 'notary'>,
  options: Pick<NotaryOptions, 'now' | 'onError' | 'schedule'> & {
    store: EventStore;
    elsewhere?: readonly CheckpointPublisher[];
  },
): Promise<RunningNotary> => {
  const leaves = LeafLog.open(leavesFile(dataFolder));
  const publishers = [new FolderPublisher(checkpointsFolder(dataFolder)), ...(options.elsewhere ?? [])];
  const notary = new Notary({ ...options, leaves, publishers, signer: notarySigner(secrets) });
  await notary.start();
  return {
    notary,
    leaves,
    stop: async () => {
      await Promise.all([notary.stop(), ...publishers.map((publisher) => publisher.close())]);
      leaves.close();
    },
  };
};
