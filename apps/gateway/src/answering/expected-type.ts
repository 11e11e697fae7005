const mediaType = (header: string) => header.split(';', 1)[0]!.trim().toLowerCase();

/** Why a body of this type is not taken: the API takes JSON, the pages take forms; null when it is right, or there is none. */
export const refusedType = (
  api: boolean,
  contentType: string | undefined,
): 'not-json' | 'not-a-form' | null => {
  if (contentType === undefined) return null;
  if (api) return mediaType(contentType) === 'application/json' ? null : 'not-json';
  return mediaType(contentType) === 'application/x-www-form-urlencoded' ? null : 'not-a-form';
};
