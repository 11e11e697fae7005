/** Whether this can be the value of a signed link at all: base64url and dots. Nothing else is shown again or sent on. */
export const isLinkValue = (value: string): boolean => /^[A-Za-z0-9_.-]{1,1024}$/.test(value);
