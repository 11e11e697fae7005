type Said = Readonly<{ secFetchSite: string | undefined; origin: string | undefined }>;

/**
 * Whether the browser says that the request comes from our own pages (WEB-02). `Sec-Fetch-Site` cannot be set by a page;
 * browsers without it send `Origin` with every POST. A request with neither is refused: no browser of ours is that old.
 */
export const isSameOrigin = ({ secFetchSite, origin }: Said, publicUrl: string): boolean => {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' || secFetchSite === 'none';
  return origin !== undefined && origin === new URL(publicUrl).origin;
};
