/** Facts arrive as strings: Date.now() and Math.random() stand in this comment only. */
export const decide = (at: string, seconds: number) =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();
