export const decide = () => console.log('decided');
