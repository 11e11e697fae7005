/** There is nothing parked. */
export const noLetters = { fr: 'Aucun message en attente.', en: 'No message is parked.' } as const;
