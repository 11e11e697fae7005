const texts: Readonly<Record<string, string>> = {
  'identifier-taken': 'Cet identifiant est déjà pris ; choisissez-en un autre.',
  'identifier-not-valid': 'Un identifiant compte 3 à 64 lettres, chiffres, points, tirets ou soulignés.',
  'email-not-valid': "Cette adresse e-mail n'est pas valable.",
  'name-not-valid': 'Le nom compte 1 à 100 caractères, sans retour à la ligne.',
  'phone-not-valid': "Ce numéro de téléphone n'est pas valable ; par exemple 06 12 34 56 78 ou +33612345678.",
  held: "Un secours par téléphone vient d'avoir lieu : ni adresse ni téléphone ne changent pendant 72 heures.",
  'unknown-school': 'Aucune auto-école ne porte ce numéro.',
  'file-not-readable': "Ce fichier n'existe pas ou ne peut pas être lu.",
  'file-too-large': 'Ce fichier dépasse 32 Mio ; partagez-le en plusieurs.',
  busy: 'Trop de calculs en même temps ; relancez la commande, elle reprendra où elle en était.',
  'not-allowed': "Cette opération n'est pas permise.",
};

/** Why a command was refused, in words. */
export const refusalText = (reason: string): string => texts[reason] ?? reason;
