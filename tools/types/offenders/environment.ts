export const decide = () => process.env['TROUSSEAU_DEMO'] === 'on';
