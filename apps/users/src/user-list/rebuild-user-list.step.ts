import { Draft } from '#projections';
import { fillUserList, type Filling } from './fill-user-list.step.js';
import { userListShape } from './user-list.shape.js';

/** `file`: where the list stands; what is rebuilt stands beside it until the next start takes it over. */
type Options = Filling & Readonly<{ file: string }>;

/** Makes the user list anew from the log, beside the one that serves. Answers the position it knows everything up to. */
export const rebuildUserList = async ({ file, ...filling }: Options): Promise<number> => {
  const draft = new Draft({ file, shape: userListShape });
  try {
    const end = await fillUserList(draft, filling);
    await draft.publish();
    return end;
  } finally {
    await draft.end();
  }
};
