export const decide = () => ({ at: new Date().toISOString() });
