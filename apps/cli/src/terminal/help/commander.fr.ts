/** What Commander says where it refuses, and how a French person says it. */
export const commanderInFrench: readonly (readonly [english: RegExp, french: string])[] = [
  [/^error: unknown command '(.*)'/, 'Commande inconnue : « $1 ».'],
  [/^error: unknown option '(.*)'/, 'Option inconnue : « $1 ».'],
  [/^error: required option '(.*)' not specified/, 'Il manque l’option $1.'],
  [/^error: option '(.*)' cannot be used with option '(.*)'/, 'L’option $1 ne va pas avec $2.'],
  [/^error: option '(.*)' argument missing/, 'Il manque une valeur à l’option $1.'],
  [/^error: missing required argument '(.*)'/, 'Il manque l’argument <$1>.'],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./,
    'Trop d’arguments après « $1 » : $3, au lieu de $2.',
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, '« $2 » ne convient pas à l’option $1 ;'],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\./,
    '« $1 » ne convient pas à l’argument <$2> ;',
  ],
  [/Allowed choices are (.*)\./, 'au choix : $1.'],
  [/\n\(Did you mean (?:one of (.*), )?(.*)\?\)/, ' Vouliez-vous dire $1 ou $2 ?'],
  [/ dire {2}ou /, ' dire '],
];
