import type { RegisteredUser } from './user.js';

/** Words this user's key must not be built from (KEY-07): each part alone, and each whole. */
export const keyContext = (user: RegisteredUser, schoolName: string): readonly string[] => {
  const localParts = [user.addresses.first, user.addresses.second].flatMap((email) =>
    email === null ? [] : [email.slice(0, email.lastIndexOf('@'))],
  );
  const wholes = [user.identifier, user.name, schoolName, ...localParts].flatMap((whole) =>
    whole === null ? [] : [whole],
  );
  const parts = wholes.flatMap((whole) => whole.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 3);
  return [...new Set([...wholes, ...parts].map((word) => word.toLowerCase()))];
};
