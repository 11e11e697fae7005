export const decide = () => setTimeout(() => undefined, 1000);
