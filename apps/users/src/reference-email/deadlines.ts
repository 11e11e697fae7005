const hour = 3_600_000;
const after = (at: string, hours: number): string => new Date(Date.parse(at) + hours * hour).toISOString();

/** The new address confirms within 24 hours (REF-02). */
export const confirmUntil = (requestedAt: string): string => after(requestedAt, 24);

/** The old address can object for seven days after the request, even once the change is in force (REF-04). */
export const vetoUntil = (requestedAt: string): string => after(requestedAt, 7 * 24);

/** Where nobody reads the old address any more, three days without a veto stand in for its consent. */
export const effectiveFrom = (requestedAt: string): string => after(requestedAt, 72);

/** A former address still gets the notices for seven days after it was replaced (REF-04). */
export const noticesUntil = (inForceSince: string): string => after(inForceSince, 7 * 24);
