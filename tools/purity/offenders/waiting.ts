export const decide = async () => 'later';
