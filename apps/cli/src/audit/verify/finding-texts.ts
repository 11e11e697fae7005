import type { FindingKind } from '#evidence';
import type { Language } from '../../terminal/language.js';

/** What each finding means, to a person. */
export const findingTexts: Readonly<Record<Language, Readonly<Record<FindingKind, string>>>> = {
  fr: {
    altered: 'un événement a été modifié : ce n’est plus celui que le notaire a vu',
    removed: 'un événement a été retiré, et rien de déclaré ne l’explique',
    inserted: 'un événement a été inséré : le notaire ne l’a jamais vu',
    duplicated: 'un événement d’une autre place figure ici une seconde fois',
    reordered: 'des événements ont changé de place',
    truncated: 'la fin du journal manque, ou celle des feuilles du notaire',
    unreadable: 'un événement ne peut plus être lu',
    hidden:
      'un événement est au journal, mais qui le cherche dans son flux, ou par la personne qu’il nomme, ne le trouve pas',
    'chain-broken': 'un événement ne suit pas celui qui le précède dans son flux',
    rewritten: 'des événements ont été réécrits entre deux points de contrôle',
    'checkpoint-invalid': 'un point de contrôle n’est pas signé par la clé de ce journal',
  },
  en: {
    altered: 'an event was altered: it is not the one the notary saw',
    removed: 'an event was removed, and nothing declared explains it',
    inserted: 'an event was inserted: the notary never saw it',
    duplicated: 'an event of another place stands here a second time',
    reordered: 'events changed places',
    truncated: 'the end of the log is missing, or of the notary’s leaves',
    unreadable: 'an event can no longer be read',
    hidden:
      'an event stands in the log, and whoever seeks it in its stream, or by whom it names, does not find it',
    'chain-broken': 'an event does not follow the one before it in its stream',
    rewritten: 'events were rewritten between two checkpoints',
    'checkpoint-invalid': 'a checkpoint is not signed by the key of this log',
  },
};
