export const decide = () => Math.random() < 0.5;
