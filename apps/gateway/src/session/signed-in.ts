import type { Profile, Session } from '#contracts';

/** Somebody in a living session: what auth says of the session, what users says of its person. */
export type SignedIn = Readonly<{ session: Session; profile: Profile }>;
