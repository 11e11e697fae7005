export const decide = (at: string) => new Date(at).getHours() < 12;
