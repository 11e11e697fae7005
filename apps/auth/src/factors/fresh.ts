/** Seconds for which a typed key and a given factor are good for what is sensitive (SES-08). */
export const FRESH = 5 * 60;
