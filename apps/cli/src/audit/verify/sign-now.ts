import { FolderPublisher, checkpointsFolder, startNotary } from '#evidence';
import { openPlatform } from '#platform';
import { readSettings } from '#settings';

/** What came of signing: how many places the log has, the last signed note, or why nothing is signed any more. */
export type SignedNow = Readonly<{
  signed: boolean;
  size: number;
  note: string | undefined;
  refusal: string | null;
}>;

/** Signs a checkpoint over everything there is, whether the server runs or not. */
export const signNow = async (): Promise<SignedNow> => {
  const settings = readSettings({ TROUSSEAU_LOG_LEVEL: 'error', ...process.env });
  const platform = await openPlatform(settings, [], { background: false });
  const { notary, leaves, stop } = await startNotary(settings.dataFolder, platform.secrets, {
    store: platform.events,
    now: () => platform.clock.now(),
  });
  try {
    const signed = await notary.sign();
    const last = await new FolderPublisher(checkpointsFolder(settings.dataFolder)).latest();
    return { signed, size: leaves.size, note: last?.note, refusal: notary.refusal() };
  } finally {
    await stop();
    await platform.events.close();
  }
};
