let calls = 0;
export const decide = () => calls++;
