export const decide = () => ({ at: Date.now() });
