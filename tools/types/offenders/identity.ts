export const decide = () => crypto.randomUUID();
