import { roleNames } from '#contracts';

/**
 * Every sentence of the pages in French, the language they are thought in. Spaces before `: ; ! ? »` are ordinary here;
 * `french-spaces.ts` makes them unbreakable.
 */
export const fr = {
  app: {
    name: 'Trousseau',
    promise: 'Toute votre auto-école au bout d’une clé.',
    skip: 'Aller au contenu',
    menu: 'Menu',
    home: 'Accueil',
    account: 'Mon compte',
    settings: 'Paramètres',
    signOut: 'Se déconnecter',
    clearCache: 'Vider le cache',
    otherLanguage: 'English',
    otherLanguageCode: 'en',
    wrongPrefix: 'Erreur : ',
    optional: '(facultatif)',
  },

  roles: roleNames.fr,

  states: {
    'awaiting-first-key': 'Première clé attendue',
    active: 'Actif',
    deactivated: 'Désactivé',
    'disabled-by-failures': 'Bloqué : trop d’essais',
  },

  fields: {
    identifier: 'Identifiant',
    key: 'Clé',
    showKey: 'Afficher la clé',
    email: 'Adresse mail de référence',
    name: 'Prénom et nom',
    role: 'Rôle',
    language: 'Langue de ses mails',
  },

  problems: {
    title: 'Il y a quelque chose à corriger',
    required: {
      identifiant: 'Saisissez votre identifiant.',
      telephone: 'Saisissez le code que l’assistance vous a lu.',
      cle: 'Saisissez votre clé.',
      nouvelle: 'Saisissez la nouvelle clé.',
      confirmation: 'Saisissez la même clé une seconde fois.',
      email: 'Saisissez l’adresse mail.',
      nom: 'Saisissez le prénom et le nom.',
      role: 'Choisissez un rôle.',
      langue: 'Choisissez une langue.',
      code: 'Saisissez le code à six chiffres.',
      secours: 'Saisissez un code de secours.',
    },
    tooLong: 'C’est trop long pour ce champ.',
    notValid: 'Cette saisie contient quelque chose que nous ne pouvons pas lire.',
    emailNotValid: 'Cette adresse n’est pas complète : elle s’écrit nom@domaine.fr.',
    emailUnchanged: 'C’est déjà cette adresse.',
    onlyAddress: 'C’est la seule adresse de cette personne : elle ne peut pas être retirée.',
    contactsHeld:
      'Après un secours par téléphone, aucune adresse ne change pendant 72 heures. Réessayez ensuite.',
    identifierTaken: 'Cet identifiant est déjà pris. Essayez-en un autre.',
    identifierNotValid: 'Un identifiant s’écrit avec des lettres, des chiffres, des points ou des tirets.',
    nameNotValid: 'Ce nom contient quelque chose que nous ne pouvons pas lire.',
    wrongKey: 'Ce n’est pas votre clé.',
    wrongCode:
      'Ce code n’est pas le bon. Il change toutes les 30 secondes : prenez celui que l’application affiche maintenant.',
    codeUsed: 'Ce code vient de servir. Attendez que l’application en affiche un autre.',
    wrongFirstCode:
      'Ce code n’est pas le bon. Vérifiez que votre téléphone est à l’heure, puis prenez le code affiché maintenant.',
    wrongRecoveryCode: 'Ce code de secours n’est pas le bon.',
    recoveryCodeUsed: 'Ce code de secours a déjà servi. Prenez-en un autre de la liste.',
    keysDiffer: 'Les deux saisies sont différentes.',
    'key-too-short': 'Cette clé est trop courte : il faut au moins 15 caractères.',
    'key-too-long': 'Cette clé est trop longue : 256 caractères au plus.',
    'key-too-common': 'Cette clé fait partie de celles que tout le monde essaie. Choisissez-en une autre.',
    'key-too-guessable':
      'Cette clé se devine trop facilement. Allongez-la, ou assemblez des mots sans rapport entre eux.',
    'key-names-the-context':
      'Cette clé reprend votre nom, votre identifiant, votre auto-école ou un mot du métier. Prenez des mots venus d’ailleurs.',
    'key-is-current': 'C’est déjà votre clé. Choisissez-en une autre.',
    'key-was-provisional': 'C’est une clé provisoire, elle a voyagé par mail. Choisissez-en une autre.',
    'key-not-text': 'Cette clé contient un caractère que nous ne pouvons pas lire.',
  },

  waiting: {
    title: 'Trop d’essais',
    text: (wait: string) => `Par sécurité, il faut attendre ${wait} avant de réessayer.`,
  },

  /** One sentence for each code of the closed list in `said.ts`. */
  said: {
    'cle-choisie': 'C’est fait : votre clé est choisie. Saisissez-la pour entrer.',
    'cle-changee': 'C’est fait : votre clé est changée, et vos autres sessions sont fermées.',
    'rester-non-offert':
      'Par sécurité, la connexion prolongée n’est pas proposée à ce type de compte : cette session se ferme comme d’habitude.',
    'appareil-oublie': 'Cet appareil est oublié : il redemandera la clé.',
    deconnecte: 'Vous êtes déconnecté(e). À bientôt !',
    'session-fermee': 'Cette session est fermée.',
    'autres-fermees': 'Toutes vos autres sessions sont fermées.',
    'utilisateur-ajoute': 'L’utilisateur est ajouté. Un mail de bienvenue lui apporte sa première clé.',
    'adresse-demandee': 'La nouvelle adresse est enregistrée. Elle attend maintenant sa confirmation.',
    'adresse-retiree': 'Le retrait de cette adresse est enregistré. Il attend maintenant sa confirmation.',
    desactive: 'Le compte est désactivé. Ses sessions sont fermées.',
    reactive: 'Le compte est réactivé.',
    'cle-envoyee': 'Une clé provisoire part à l’adresse mail de référence.',
    'cle-trop-tot': 'Une clé vient déjà d’être demandée pour cette personne. Patientez une minute.',
    'application-ajoutee':
      'C’est fait : votre application protège ce compte. Vos autres sessions sont fermées.',
    'cle-d-acces-ajoutee':
      'C’est fait : votre clé d’accès protège ce compte. Vos autres sessions sont fermées.',
    'facteur-retire': 'Ce second facteur est retiré. Vos autres sessions sont fermées.',
    'facteur-obligatoire':
      'Votre rôle demande un second facteur : ajoutez-en un autre avant de retirer celui-ci.',
    'facteur-reinitialise':
      'Le second facteur de cette personne est retiré et ses sessions sont fermées. Un mail la prévient.',
    'sans-facteur': 'Cette personne n’a pas de second facteur.',
    'dernier-gerant': 'C’est le seul compte Gérant de l’auto-école : il ne peut pas être désactivé.',
    'compte-desactive': 'Ce compte est désactivé : réactivez-le avant de lui envoyer une clé.',
  },

  signIn: {
    title: 'Se connecter',
    enter: 'Entrer',
    identifierHint: 'Ce n’est pas votre adresse mail.',
    stay: 'Je reste connecté(e)',
    stayHint:
      'À ne pas cocher sur un appareil que plusieurs personnes utilisent ou qui est facile d’accès. Dure 30 jours, sur cet appareil.',
    forgotten: 'Clé oubliée ?',
    wrongPair: 'Identifiant ou clé incorrects.',
    newKey: 'Demander une nouvelle clé',
    needed: 'Connectez-vous pour continuer.',
    ended: 'Votre session est terminée. Connectez-vous pour continuer.',
    already: (name: string) => `Vous êtes déjà connecté(e) : ${name}.`,
    alreadyGo: 'Aller à l’accueil',
    missing: {
      'choose-key': { text: 'Il vous reste à choisir votre clé.', go: 'Choisir ma clé' },
      'second-factor': { text: 'Il vous reste à donner votre second facteur.', go: 'Continuer' },
      'enrol-factor': { text: 'Il vous reste à ajouter un second facteur.', go: 'Continuer' },
    },
    lostIdentifier: 'Identifiant perdu ?',
    lostIdentifierTeam:
      'Votre gérant(e) peut le retrouver : dans les paramètres, ligne 4-1-1 Sécurité : Utilisateurs.',
    lostIdentifierManager:
      'Vous êtes gérant(e) ? Contactez-nous depuis le téléphone mobile enregistré pour votre auto-école : c’est ce numéro que nous rappellerons.',
    lostIdentifierGo: 'Joindre l’assistance',
    loop: 'Vous revenez sans cesse à cette page ?',
    loopText: 'Votre navigateur garde sans doute de vieilles informations.',
    loopGo: 'Vider le cache',
  },

  forgotten: {
    title: 'Clé oubliée ?',
    intro:
      'Indiquez votre identifiant et votre adresse mail de référence. Une clé provisoire vous est envoyée aussitôt.',
    keeps: 'Votre clé actuelle continue de fonctionner tant que vous n’en avez pas choisi une autre.',
    renew: 'Renouveler ma clé',
    back: 'Revenir à la connexion',
    doneTitle: 'Regardez vos mails',
    done: 'Si cet identifiant et cette adresse vont ensemble, une clé provisoire est en route. Elle sert une seule fois, dans l’heure qui suit.',
    enterIt: 'Entrer avec ma clé provisoire',
    nothingTitle: 'Rien reçu après quelques minutes ?',
    nothing: [
      'Regardez dans les courriers indésirables.',
      'Vérifiez l’identifiant et l’adresse mail de référence : votre gérant(e) les connaît.',
      'Attendez une minute, puis recommencez.',
    ],
    again: 'Recommencer',
  },

  newKey: {
    new: 'Nouvelle clé',
    again: 'La même, une seconde fois',
    hint: 'Au moins 15 caractères, espaces compris. Une phrase que vous seul(e) pouvez inventer convient très bien.',
    oneMore: 'Encore 1 caractère',
    more: 'Encore # caractères',
    enough: 'La longueur est bonne',
  },

  choose: {
    title: 'Choisir ma clé',
    intro: (name: string) =>
      `Bonjour ${name}. Encore un pas : choisissez votre clé, que personne d’autre ne connaîtra.`,
    after: 'Ensuite, toutes vos sessions se ferment et vous entrez avec votre nouvelle clé.',
    choose: 'Choisir cette clé',
    later: 'Pas maintenant',
  },

  home: {
    title: (name: string) => `Bonjour ${name}`,
    school: 'Auto-école',
    vendor: 'Service',
    role: 'Rôle',
    identifier: 'Identifiant',
    since: 'Connexion',
    accountText: 'Changer votre clé, voir où vous êtes connecté(e).',
    users: 'Utilisateurs',
    usersText: 'Les identifiants et les adresses mail de l’équipe.',
    settingsText: 'Les réglages de l’auto-école.',
  },

  settings: {
    title: 'Paramètres',
    security: '4-1 Sécurité',
    usersLine: '4-1-1 Sécurité : Utilisateurs',
    usersText: 'Identifiants, rôles et adresses mail de référence de l’équipe.',
    manage: 'Gérer',
    manageUsers: 'les utilisateurs',
    usersAsk: 'Réservé au compte Gérant (Admin). Votre gérant(e) s’en occupe pour vous.',
    whomToAsk: 'À qui demander ?',
    accountLine: '4-1-2 Sécurité : Mon compte',
    accountText: 'Votre clé et vos sessions.',
    manageAccount: 'mon compte',
  },

  users: {
    title: 'Utilisateurs',
    intro: (school: string) => `${school} : toute l’équipe`,
    add: 'Ajouter un utilisateur',
    search: 'Rechercher',
    searchHint: 'Un nom, un identifiant ou une adresse',
    sortBy: 'Trier par',
    apply: 'Afficher',
    columns: {
      identifier: 'Identifiant',
      name: 'Nom',
      role: 'Rôle',
      email: 'Adresse mail de référence',
      state: 'État',
      lastSignInAt: 'Dernière connexion',
      act: 'Action',
    },
    second: 'Seconde adresse',
    never: 'Jamais',
    modify: 'modifier',
    modifyWhom: (name: string) => `l’utilisateur ${name}`,
    undelivered: (several: boolean): string =>
      several
        ? 'Les mails à l’une de ces adresses n’arrivent pas.'
        : 'Les mails à cette adresse n’arrivent pas.',
    pending: 'en attente de confirmation',
    pendingRemoval: 'retrait de l’adresse',
    awaits: {
      'new-address': 'la nouvelle adresse doit répondre au mail reçu',
      'old-address': 'l’ancienne adresse doit donner son accord',
      'cool-off': 'le délai de sécurité court encore',
    },
    effectiveFrom: (when: string) => `prend effet le ${when}, sauf opposition`,
    count: (total: number) => (total > 1 ? `${total} utilisateurs` : `${total} utilisateur`),
    found: (total: number, q: string) =>
      total > 1 ? `${total} utilisateurs pour « ${q} »` : `${total} utilisateur pour « ${q} »`,
    all: 'Tout afficher',
    next: 'Page suivante',
    first: 'Revenir au début',
    nobodyTitle: 'Personne ici pour l’instant',
    nobody: 'Ajoutez une première personne : elle recevra sa clé par mail.',
    nothingTitle: 'Aucun résultat',
    nothing: (q: string) => `Personne ne correspond à « ${q} ». Essayez avec moins de lettres.`,
    notYet: 'Votre changement est enregistré. La liste se met à jour : rechargez la page dans un instant.',
    pageLost: 'Cette page de la liste n’existe plus. Voici le début.',
  },

  usersForbidden: {
    title: 'Cette page est réservée au gérant',
    text: (school: string) =>
      `${school} : seul le compte Gérant (Admin) voit les identifiants et les adresses mail de l’équipe.`,
    askTitle: 'À qui demander ?',
    ask: 'Votre gérant(e) peut retrouver un identifiant, changer une adresse mail de référence ou vous faire envoyer une nouvelle clé.',
    own: 'Votre propre clé et vos sessions sont dans votre compte.',
  },

  addUser: {
    title: 'Ajouter un utilisateur',
    intro: 'La personne reçoit aussitôt un mail avec une clé provisoire, puis choisit la sienne.',
    identifierHint: 'Unique et facile à dicter, par exemple lea.martin. Lettres, chiffres, points et tirets.',
    emailHint: 'C’est là que ses clés provisoires arrivent. Une adresse que cette personne est seule à lire.',
    roleHints: {
      manager: 'Voit et gère tous les utilisateurs',
      office: 'Secrétariat',
      instructor: 'Équipe pédagogique',
    },
    languages: { fr: 'Français', en: 'Anglais' },
    add: 'Ajouter',
    cancel: 'Annuler',
  },

  modify: {
    factorFirst:
      'Changer une adresse touche à la sécurité du compte : donnez d’abord votre second facteur. Il vaut alors cinq minutes.',
    factorGo: 'Donner mon second facteur',
    typedAddress: 'L’adresse que vous aviez saisie :',
    addressTitle: 'Adresse mail de référence',
    first: 'Adresse principale',
    second: 'Seconde adresse',
    current: 'Adresse actuelle',
    none: 'Aucune',
    newAddress: 'Nouvelle adresse',
    secondHint: 'Laissez vide pour retirer la seconde adresse.',
    how: 'La nouvelle adresse reçoit un mail pour confirmer, l’ancienne un mail pour donner son accord ou s’y opposer.',
    yourKey: 'Votre clé',
    yourKeyHint: 'La vôtre : nous vérifions ainsi que c’est bien vous.',
    unusable: 'L’ancienne adresse n’est plus utilisable',
    unusableHint:
      'À cocher si plus personne ne peut la lire. Le changement attend alors 72 heures après la confirmation, par sécurité.',
    save: 'Modifier l’adresse',
    undelivered:
      'Demandez à cette personne où elle reçoit ses mails, puis changez l’adresse ici. La remarque disparaît dès qu’un mail est accepté.',
    pendingTitle: 'Changement en attente',
    accessTitle: 'Accès',
    sendKey: 'Envoyer une clé provisoire',
    sendKeyText:
      'Elle part à l’adresse mail de référence et vaut 60 minutes. Vous ne la voyez pas ; la clé actuelle continue de fonctionner en attendant.',
    deactivate: 'Désactiver le compte',
    deactivateText: 'La personne ne peut plus entrer et ses sessions se ferment aussitôt. C’est réversible.',
    reactivate: 'Réactiver le compte',
    reactivateText: 'La personne pourra de nouveau entrer.',
    own: 'C’est votre propre compte.',
  },

  account: {
    title: 'Mon compte',
    keyTitle: 'Changer ma clé',
    keyText: 'Vos autres sessions se fermeront ; celle-ci reste ouverte.',
    current: 'Clé actuelle',
    change: 'Changer ma clé',
    sessionsTitle: 'Mes sessions',
    sessionsText: 'Les appareils où vous êtes connecté(e). Fermez ceux que vous ne reconnaissez pas.',
    thisOne: 'Cette session',
    opened: (when: string) => `Ouverte ${when}`,
    seen: (when: string) => `utilisée ${when}`,
    unknownDevice: 'Appareil inconnu',
    stays: 'Reste connecté : cet appareil ne redemande pas la clé.',
    remembered: (when: string) => `« Je reste connecté(e) » coché ${when}`,
    forget: 'Oublier',
    forgetWhich: (device: string) => `l’appareil ${device}`,
    end: 'Fermer',
    endWhich: (device: string) => `la session ${device}`,
    endOthers: 'Fermer toutes les autres',
    alone: 'Vous n’êtes connecté(e) nulle part ailleurs.',
  },

  link: {
    titles: {
      'confirm-new': 'Confirmer cette adresse',
      'accept-old': 'Accepter le changement d’adresse',
      veto: 'S’opposer au changement d’adresse',
    },
    texts: {
      'confirm-new': (name: string, school: string, masked: string) =>
        `${name} (${school}) recevra désormais ses mails, clés provisoires comprises, à l’adresse ${masked}.`,
      'accept-old': (name: string, school: string, masked: string) =>
        `${name} (${school}) ne recevra plus ses mails ici, mais à l’adresse ${masked}.`,
      veto: (name: string, school: string, masked: string) =>
        `Une demande est en cours : ${name} (${school}) recevrait désormais ses mails à l’adresse ${masked}. Si vous n’êtes pas d’accord, arrêtez ce changement.`,
    },
    buttons: {
      'confirm-new': 'Confirmer cette adresse',
      'accept-old': 'Donner mon accord',
      veto: 'Arrêter ce changement',
    },
    doneTitles: {
      pending: 'C’est noté',
      done: 'C’est fait',
      vetoed: 'Le changement est arrêté',
      expired: 'Ce lien n’est plus valable',
    },
    doneTexts: {
      pending:
        'Merci. Le changement attend encore une étape : l’autre adresse, ou la fin du délai de sécurité.',
      done: 'La nouvelle adresse mail de référence est en place.',
      vetoed:
        'L’adresse mail de référence ne change pas. Le ou la gérant(e) de l’auto-école peut en parler avec vous.',
      expired: 'Trop de temps a passé. Le ou la gérant(e) de l’auto-école peut refaire la demande.',
    },
    decidedTitle: 'La décision est déjà prise',
    decided: 'Ce changement d’adresse a déjà été accepté ou arrêté. Il n’y a plus rien à faire ici.',
    unknownTitle: 'Ce lien ne mène nulle part',
    unknown: 'Il est peut-être coupé : copiez-le en entier depuis le mail, jusqu’au dernier caractère.',
  },

  notMe: {
    title: 'Ce n’est pas vous ?',
    text: 'Vous avez reçu une clé provisoire sans l’avoir demandée. Ce bouton la rend inutilisable, ainsi que toute autre clé provisoire encore en route.',
    keeps: 'Votre clé actuelle ne change pas et vos sessions restent ouvertes.',
    do: 'Annuler les clés provisoires',
    doneTitle: 'Les clés provisoires sont annulées',
    done: 'Plus aucune clé envoyée par mail n’ouvre votre compte. Votre clé actuelle, elle, fonctionne toujours.',
    more: 'Si cela se répète, parlez-en à votre gérant(e).',
  },

  recovery: {
    title: 'Joindre l’assistance',
    reachTitle: 'Gérant(e) : identifiant, clé ou boîte mail perdus ?',
    reach:
      'Contactez-nous depuis le téléphone mobile enregistré chez nous comme étant celui du gérant ou de la gérante de l’auto-école.',
    callBack:
      'Nous raccrochons, puis nous rappelons ce numéro : c’est ainsi que nous savons à qui nous parlons. Aucun autre numéro n’est rappelé.',
    codeTitle: 'Nous vous avons rappelé(e) ?',
    codeText: 'Saisissez le code que nous venons de vous lire. Vous choisirez ensuite votre clé.',
    code: 'Code du téléphone',
    codeHint: 'Huit chiffres, valables 10 minutes.',
    proof: 'Code reçu par mail',
    proofHint: 'Si vous lisez encore votre boîte mail, il vient d’y arriver.',
    go: 'Choisir ma clé',
    wrongCode: 'Identifiant ou code incorrects.',
    wrongCodeMore:
      'Vérifiez chaque chiffre et, si vous en avez reçu un, le code du mail. Après cinq essais, le code n’ouvre plus rien.',
    never: 'Nous ne vous demanderons jamais une clé, ni le code reçu par mail.',
  },

  stopRecovery: {
    title: 'Arrêter cette demande de clé',
    texts: {
      pending: (name: string, school: string) =>
        `Une nouvelle clé a été demandée par téléphone pour ${name} (${school}). Si personne chez vous ne l’a demandée, arrêtez tout.`,
      vetoed: (name: string, school: string) =>
        `Aucun code ne sera donné pour ${name} (${school}). La clé actuelle continue de fonctionner. Appelez-nous si vous pensez que quelqu’un essaie d’entrer à votre place.`,
      over: (name: string, school: string) =>
        `La demande concernant ${name} (${school}) est déjà terminée. Si ce n’était pas vous, joignez l’assistance sans attendre.`,
    },
    keeps: 'Votre clé actuelle ne change pas et vos sessions restent ouvertes.',
    do: 'Arrêter cette demande',
    doneTitle: 'La demande est arrêtée',
    overTitle: 'Il n’y a plus rien à arrêter',
    reach: 'Joindre l’assistance',
  },

  demoCalls: {
    title: 'Appels de démonstration',
    intro: 'Aucun standard téléphonique n’est branché : les appels de l’assistance s’arrêtent ici.',
    empty: 'Pas encore d’appel.',
  },

  support: {
    title: 'Assistance',
    intro: 'Un appel entrant ne prouve rien : ouvrez un dossier, raccrochez, rappelez le numéro enregistré.',
    search: 'Nom de l’auto-école',
    find: 'Chercher',
    found: (total: number) => (total > 1 ? `${total} auto-écoles` : `${total} auto-école`),
    nothing: 'Aucune auto-école ne porte ce nom. Essayez avec un seul mot.',
    more: 'Il y en a d’autres : précisez le nom.',
    phoneHidden: 'Numéro masqué',
    noPhone: 'Pas de numéro enregistré',
    openCase: 'Ouvrir un dossier',
    openedBy: (operator: string, when: string) => `Ouvert par ${operator}, ${when}`,
    openTitle: 'Dossiers en cours',
    closedTitle: 'Dossiers terminés',
    none: 'Aucun dossier en cours.',
    open: 'En cours',
    awaitsApproval: 'Accord attendu',
    refusals: {
      deactivated: 'Le compte de ce gérant est désactivé : rien ne peut être fait par téléphone.',
      'too-many-cases':
        'Trois dossiers ont déjà été ouverts cette semaine pour ce compte. Passez par le courrier, et prévenez votre responsable.',
      'too-many-acts':
        'Vous avez atteint la limite d’une journée (40), et l’exploitation est prévenue. Passez la main à un(e) collègue.',
    },
  },

  supportCase: {
    about: 'De qui il s’agit',
    manager: 'Gérant(e)',
    phone: 'Numéro enregistré',
    steps: {
      call: 'Rappeler le numéro enregistré',
      ringing: 'L’appel est lancé',
      ask: 'Que manque-t-il ?',
      'await-approval': 'Un(e) collègue doit donner son accord',
      approve: 'Votre accord est attendu',
      wait: 'Le délai de sécurité court',
      issue: 'Lire le code au téléphone',
      choosing: 'Le code a été saisi',
      theirs: 'Ce dossier est suivi par un(e) collègue',
      closed: 'Dossier terminé',
    },
    texts: {
      call: 'Raccrochez d’abord. Le système compose le numéro enregistré ; un numéro donné par la personne qui appelle ne compte pas.',
      ringing: 'Votre poste sonne, puis le numéro enregistré. Quelqu’un a-t-il décroché ?',
      ask: 'Vous parlez à la personne qui tient ce téléphone. Ne demandez ni clé, ni code, ni date de naissance : cela ne prouverait rien.',
      'await-approval':
        'Restez en ligne. La page d’un(e) collègue montre ce dossier ; le bouton ci-dessous actualise la vôtre.',
      awaitLost:
        'Un avis est parti à toutes les adresses. Un(e) collègue peut donner son accord dès maintenant ; le code, lui, attend 48 heures.',
      approve:
        'Le numéro enregistré a été rappelé et quelqu’un a décroché. Le code du téléphone ne suffira pas : un second part à l’adresse mail de référence.',
      approveFactors:
        'Le second facteur est dit perdu aussi : sans opposition dans les 48 heures, il sera retiré quand la personne choisira sa clé.',
      approveLost:
        'La boîte mail est dite perdue. Un avis est parti à toutes les adresses ; sans opposition, un code pourra être lu dans 48 heures.',
      wait: (when: string) =>
        `Aucun code avant le ${when}. D’ici là, quiconque lit une des adresses peut s’opposer. Rappelez ensuite.`,
      issue: 'Le code s’affiche une seule fois, vaut 10 minutes et cinq essais.',
      choosing: 'La personne choisit sa clé. Ce dossier se terminera de lui-même.',
      theirs: (operator: string) =>
        `${operator} parle avec la personne. Vous pouvez terminer le dossier au moindre doute.`,
    },
    call: 'Appeler',
    answered: 'Oui, quelqu’un a décroché',
    missed: 'Non, personne',
    lostIdentifier: 'L’identifiant',
    lostIdentifierText: 'Il s’affiche ici pour être dicté, et part aussi à l’adresse mail de référence.',
    disclose: 'Donner l’identifiant',
    disclosed: 'Donné',
    lostKey: 'La clé, mais la boîte mail marche',
    lostKeyText:
      '« Clé oubliée ? » suffit d’ordinaire. Sinon : accord d’un(e) collègue, code au téléphone et code par mail.',
    recover: 'Demander une clé',
    lostMailbox: 'La clé et la boîte mail',
    lostMailboxText:
      'Avis à toutes les adresses, 48 heures d’attente, accord d’un(e) collègue, second appel.',
    recoverLost: 'Boîte mail perdue aussi',
    lostFactor: 'Le second facteur aussi',
    lostFactorText:
      'Téléphone perdu, et plus de codes de secours. À cocher avant de demander la clé : avis à toutes les adresses, 48 heures d’attente, puis le second facteur part avec l’ancienne clé.',
    lostFactorFact: 'Dit perdu, partira avec l’ancienne clé',
    recoverFactor: 'Second facteur perdu aussi',
    approve: 'Donner mon accord',
    reload: 'Actualiser',
    issue: 'Afficher le code',
    issueAgain: 'Afficher un autre code',
    codeTitle: 'À lire au téléphone, maintenant',
    codeText: (life: string) => `Lisez ces huit chiffres deux par deux. Ils valent ${life}.`,
    codeTextByMail: (life: string) =>
      `Lisez ces huit chiffres deux par deux. Ils valent ${life}. Un second code arrive dans la boîte mail : ne demandez pas à l’entendre.`,
    codeWhere: 'La personne les saisit sur :',
    codeOnce: 'Ce code ne s’affichera plus. Il n’est écrit nulle part.',
    codeRead: 'C’est lu',
    trailTitle: 'Suivi',
    close: 'Terminer le dossier',
    outcomes: {
      'identifier-given': 'Identifiant donné',
      recovered: 'Clé choisie',
      vetoed: 'Opposition',
      'too-many-wrong-codes': 'Cinq codes faux',
      'number-changed-lately': 'Numéro récent',
      'no-number': 'Pas de numéro',
      abandoned: 'Sans suite',
    },
    outcomeTexts: {
      'identifier-given': 'L’identifiant a été donné au numéro enregistré et par mail.',
      recovered:
        'La personne a choisi sa clé ; toutes ses sessions se sont fermées. Pendant 72 heures, ni adresse ni téléphone ne changent ; un changement d’adresse qui attendait est annulé. Si elle n’a qu’une adresse mail, envoyez-lui la lettre d’information.',
      vetoed:
        'Quelqu’un qui lit une des adresses s’est opposé. Ne rouvrez pas ce dossier : passez par le courrier et prévenez votre responsable.',
      'too-many-wrong-codes':
        'Cinq codes faux ont été saisis. Rappelez la personne et ouvrez un autre dossier.',
      'number-changed-lately':
        'Le numéro enregistré a changé il y a moins de 30 jours : nous ne pouvons pas nous y fier. Passez par le courrier.',
      'no-number': 'Aucun numéro n’est enregistré pour cette auto-école. Passez par le courrier.',
      abandoned: 'Ce dossier a été terminé sans suite. Plus aucun code n’y est valable.',
    },
    refusals: {
      'case-closed': 'Ce dossier est terminé.',
      'not-your-case': 'Seule la personne qui a ouvert ce dossier parle au gérant ou à la gérante.',
      'same-operator': 'L’accord doit venir d’un(e) collègue : vous avez ouvert ce dossier.',
      'call-needed': 'Rappelez d’abord : un appel décroché compte pendant une demi-heure.',
      'number-changed':
        'Le numéro enregistré vient de changer : terminez ce dossier et passez par le courrier.',
      'not-requested': 'Personne n’a demandé de clé dans ce dossier.',
      'not-approved': 'Un(e) collègue doit d’abord donner son accord.',
      'waiting-period': 'Le délai de sécurité court encore.',
      'request-lapsed':
        'Cette demande de clé est trop ancienne : refaites-la, les adresses seront prévenues de nouveau.',
      'too-many-acts':
        'Vous avez atteint la limite d’une journée (40), et l’exploitation est prévenue. Passez la main à un(e) collègue.',
      'code-used': 'Le code a déjà été saisi.',
      'telephony-unavailable':
        'Le standard ne répond pas : aucun appel n’a été lancé. Réessayez dans un instant.',
      busy: 'Trop de demandes en même temps : réessayez dans quelques secondes.',
    },
    trail: {
      CaseOpened: 'Dossier ouvert',
      CallBackPlaced: 'Numéro enregistré rappelé',
      CallBackAnswered: 'Quelqu’un a décroché',
      CallBackMissed: 'Personne n’a décroché',
      IdentifierDisclosed: 'Identifiant donné',
      RecoveryRequested: 'Nouvelle clé demandée, avis envoyé aux adresses',
      RecoveryApproved: 'Accord donné',
      RecoveryCodeIssued: 'Code affiché',
      RecoveryCodeRejected: 'Code faux saisi',
      RecoveryCodeAccepted: 'Code saisi',
      RecoveryCompleted: 'Clé choisie',
      CaseVetoed: 'Opposition reçue',
      CaseClosed: 'Dossier terminé',
    },
  },

  audit: {
    title: 'Audit',
    intro:
      'La vie d’une clé, pas à pas. Ni empreinte, ni adresse : savoir de qui il s’agit demande un dossier.',
    who: 'Identifiant ou numéro d’utilisateur',
    when: 'État à quel instant (heure de Paris)',
    periodAsked: 'Période à montrer',
    from: 'Du',
    until: 'Au',
    why: 'Motif de la lecture',
    whyHint:
      'Par exemple « Contrôle interne 2026-11 ». Il est noté au journal de sécurité avec votre lecture ; jamais de nom ni d’adresse.',
    show: 'Afficher',
    unknown: 'Personne ne porte cet identifiant ni ce numéro.',
    stateAt: (when: string) => `État au ${when}`,
    status: 'Utilisateur',
    statuses: {
      unknown: 'Pas encore enregistré',
      abandoned: 'Enregistrement abandonné',
      registered: 'Actif',
      erased: '[effacé]',
    },
    role: 'Rôle',
    opens: 'Ouvre la porte',
    key: (generation: number) => `La clé de génération ${generation}`,
    doors: { 'provisional-key': 'Une clé provisoire seulement', nothing: 'Rien' },
    provisional: 'Clés provisoires en cours',
    untilThen: (when: string) => `jusqu’au ${when}`,
    none: 'Aucune',
    beside: 'En plus de la clé',
    noFactor: 'Rien',
    factor: {
      totp: (when: string) => `une application (depuis le ${when})`,
      passkey: (when: string) => `une clé d’accès (depuis le ${when})`,
    },
    codesUsed: (count: number) =>
      count > 1 ? `${count} codes de secours déjà utilisés` : `${count} code de secours déjà utilisé`,
    blocked: 'Bloqué après trop d’essais',
    yes: 'Oui',
    no: 'Non',
    couldChange: 'Pouvaient y toucher',
    support: 'l’assistance, à deux',
    manager: (id: string) => `le gérant ${id}`,
    managers: (ids: string) => `les gérants ${ids}`,
    themself: 'la personne elle-même',
    commandLine: 'la ligne de commande',
    sessions: 'Sessions vivantes',
    session: (browser: string, when: string) => `${browser}, ouverte le ${when}`,
    noSession: 'Aucune.',
    sessionsLeft: 'On ne le sait plus : ces traces ne sont gardées que 31 jours.',
    number: 'Numéro :',
    life: 'Ce qui s’est passé',
    count: (total: number) => (total > 1 ? `${total} événements` : `${total} événement`),
    system: 'le système',
    user: (id: string) => `utilisateur ${id}`,
    supportCase: (id: string) => `dossier d’assistance ${id}`,
    position: (position: number) => `position ${position}`,
    channels: {
      portal: 'portail',
      api: 'API',
      'command-line': 'ligne de commande',
      support: 'assistance',
    },
    unlock: 'De qui s’agit-il ?',
    unlockText:
      'Le nom, l’identifiant et les adresses s’affichent pour un dossier. Votre consultation, son dossier et son motif entrent au journal, pour toujours.',
    caseId: 'Numéro de dossier',
    reason: 'Motif, sans nom ni adresse',
    look: 'Consulter',
    needed: {
      dossier: 'Indiquez un numéro de dossier, de 64 caractères au plus.',
      motif: 'Indiquez un motif, de 3 à 200 caractères.',
    },
    recorded: 'Votre consultation est au journal : c’est le dernier événement ci-dessous.',
    recordedElsewhere: 'Votre consultation est au journal, à la date d’aujourd’hui.',
    slips: {
      notAnInstant: 'Cet instant n’est pas au calendrier ; choisissez un jour et une heure.',
      stillToCome: 'Cet instant est encore à venir ; le journal n’en sait rien.',
      notADay: 'Ce jour n’est pas au calendrier.',
      periodBackwards: 'La période finit avant de commencer : ce jour vient avant l’autre.',
      reasonNotValid: 'Un motif compte 3 à 200 caractères, sur une seule ligne.',
      namesThem: 'Ce motif nomme la personne : mettez un numéro de dossier.',
    },
    period: (from: string | null, until: string | null) =>
      from === null
        ? `jusqu’au ${until}`
        : until === null
          ? `depuis le ${from}`
          : from === until
            ? `le ${from}`
            : `du ${from} au ${until}`,
    countOf: (shown: number, total: number, period: string) =>
      `${shown > 1 ? `${shown} événements` : `${shown} événement`} sur ${total}, ${period}`,
    nothingIn: (period: string, total: number) =>
      total > 1
        ? `Rien ne s’est passé ${period} : les ${total} événements de cette histoire sont à d’autres dates.`
        : `Rien ne s’est passé ${period} : le seul événement de cette histoire est à une autre date.`,
    whole: 'Voir toute l’histoire',
    mark: (when: string) => `Instant demandé : ${when}`,
    namesThem: 'Ce motif nomme la personne, et resterait pour toujours : mettez un numéro de dossier.',
    erased: 'Cette personne a été effacée : plus rien ne dit qui elle était.',
    fields: { name: 'Nom', identifier: 'Identifiant', email: 'Adresse mail' },
    shown: (field: string, value: string) => `${field} : ${value}`,
    gone: '[effacé]',
  },

  confirmKey: {
    title: 'Confirmez que c’est vous',
    text: 'Ce que vous allez faire touche à la sécurité de votre compte : saisissez votre clé une fois de plus. Elle vaut alors cinq minutes.',
    go: 'Continuer',
  },

  secondFactor: {
    title: 'Second facteur',
    intro: (name: string) => `Bonjour ${name}. Votre clé est bonne ; montrez maintenant que c’est bien vous.`,
    confirming:
      'Ce que vous allez faire touche à la sécurité de votre compte : donnez votre second facteur une fois de plus. Il vaut alors cinq minutes.',
    code: 'Code à six chiffres',
    codeHint: 'Celui que votre application affiche pour Trousseau.',
    go: 'Continuer',
    usePasskey: 'Utiliser ma clé d’accès',
    or: 'ou',
    passkeyFailed: 'La clé d’accès n’a pas répondu. Réessayez, ou prenez un autre moyen.',
    passkeyNotValid: 'Cette réponse n’est plus valable. Réessayez.',
    passkeySuspected:
      'Cette clé d’accès a été refusée par sécurité : il en existe peut-être une copie. Prenez un autre moyen.',
    passkeyNeedsScript: 'Pour utiliser votre clé d’accès, activez JavaScript dans votre navigateur.',
    lost: 'Téléphone ou appareil absent ?',
    recovery: 'Code de secours',
    recoveryHint: 'Un de ceux de votre liste, par exemple 3XK7P-2NQZV-8TR5W. Il ne servira qu’une fois.',
    useRecovery: 'Entrer avec ce code',
    lostText:
      'Plus de code non plus ? Votre gérant(e) peut retirer votre second facteur. Gérant(e) ? Contactez-nous.',
    notNow: 'Pas maintenant',
  },

  factors: {
    title: 'Second facteur',
    reminder: (days: number) =>
      days > 1
        ? `Votre compte donne accès à ceux de l’équipe : il vous reste ${days} jours pour y ajouter un second facteur.`
        : 'Votre compte donne accès à ceux de l’équipe : c’est le dernier jour pour y ajouter un second facteur.',
    reminderGo: 'Le faire maintenant, en deux minutes',
    compulsory:
      'Après la clé, quelque chose que vous seul(e) avez. Obligatoire pour votre rôle, qui donne accès à d’autres comptes que le vôtre.',
    offered: 'Après la clé, quelque chose que vous seul(e) avez : une clé volée ne suffit plus à entrer.',
    late: 'Encore une étape avant d’entrer : ajoutez un second facteur. Deux minutes suffisent.',
    resetByCase: (when: string) =>
      `Le ${when}, l’assistance a retiré votre second facteur, après la demande faite par téléphone.`,
    resetNotYou: 'Ce n’était pas vous ?',
    none: 'Votre clé seule protège ce compte. Avec un second facteur, une clé volée ne suffit plus à entrer.',
    some: (kinds: string) => `En plus de la clé : ${kinds}.`,
    and: ' et ',
    add: 'Ajouter un second facteur',
    manage: 'Gérer mon second facteur',
    passkeyCount: (count: number) => (count > 1 ? `${count} clés d’accès` : 'une clé d’accès'),
    added: (when: string) => `Ajoutée le ${when}`,
    remove: 'Retirer',
    theApp: 'l’application de codes',
    appTitle: 'Une application de codes',
    appText:
      'Sur votre téléphone, elle affiche un code qui change toutes les 30 secondes. Par exemple FreeOTP+, Aegis ou Google Authenticator.',
    addApp: 'Ajouter une application',
    replaceApp: 'Changer d’application',
    passkeysTitle: 'Une clé d’accès',
    passkeysText:
      'Votre empreinte, votre visage ou le code de votre appareil ; ou une clé de sécurité USB. Rien à recopier, et rien qu’un faux site puisse voler.',
    passkeyOf: (device: string) => `la clé d’accès ${device}`,
    addPasskey: 'Ajouter une clé d’accès',
    passkeyHow:
      'Votre appareil va vous demander votre empreinte, votre visage, son code, ou de brancher une clé de sécurité.',
    createPasskey: 'Créer ma clé d’accès',
    passkeyFailed:
      'Votre appareil n’a pas créé de clé d’accès. Réessayez, ou choisissez une application de codes.',
    passkeyNotValid: 'Cette réponse n’est plus valable. Réessayez.',
    passkeyKnown: 'Cette clé d’accès est déjà là.',
    tooManyPasskeys: 'Dix clés d’accès, c’est le plus que nous gardons. Retirez-en une d’abord.',
    passkeyNeedsScript:
      'Les clés d’accès ont besoin de JavaScript : activez-le, ou choisissez une application de codes.',
    codesTitle: 'Codes de secours',
    codesText: 'Pour le jour où votre téléphone ou votre appareil manque. Chacun sert une fois.',
    codesLeft: (left: number) =>
      left > 1
        ? `Il vous en reste ${left}.`
        : left === 1
          ? 'Il vous en reste un seul.'
          : 'Il ne vous en reste plus.',
    newCodes: 'Créer dix nouveaux codes',
    codesIssued: 'Voici dix nouveaux codes. Les précédents n’ouvrent plus rien.',
    codesOnce: 'Ces dix codes ne s’affichent que maintenant. Imprimez cette page, ou recopiez-les.',
    codesHow:
      'Rangez-les là où vous gardez vos papiers, pas à côté de votre ordinateur. Ils remplacent le second facteur, jamais la clé.',
    codesKept: 'Je les ai mis de côté',
    newCodeTitle: 'Un nouveau code de secours',
    newCodeText:
      'Celui que vous venez d’utiliser ne servira plus : rayez-le. En voici un autre, pour votre liste.',
    newCodeOnce: 'Il ne s’affiche que maintenant.',
    newCodeKept: 'Je l’ai mis de côté',
    keep: 'Votre rôle demande un second facteur : pour retirer celui-ci, ajoutez-en d’abord un autre.',
    scanTitle: '1. Scannez ce dessin',
    scanText: 'Dans l’application, touchez « Ajouter », puis visez le dessin avec l’appareil photo.',
    qrLabel: 'Code QR à scanner avec l’application ; la même chose en lettres se trouve juste en dessous.',
    sameDevice: 'L’application est sur cet appareil : l’ouvrir',
    byHand: 'Ou saisissez cette suite dans l’application :',
    firstCodeTitle: '2. Saisissez le code affiché',
    firstCodeHint: 'Six chiffres, qui changent toutes les 30 secondes.',
    confirmApp: 'Terminer',
    reset: 'Retirer le second facteur',
    resetText:
      'Si cette personne a perdu son téléphone et ses codes de secours. Sa clé suffit ensuite pour entrer ; ses sessions se ferment.',
  },

  clearCache: {
    title: 'Vider le cache',
    text: 'À chaque clic, vous revenez à la page de connexion ? Ce bouton efface ce que votre navigateur garde de Trousseau : cache, cookies, données.',
    stuck:
      'Vous revenez pour la deuxième fois à la page de connexion : votre navigateur ne retient pas que vous êtes entré(e). Ce bouton le remet d’aplomb.',
    careful:
      'Vous serez déconnecté(e) sur cet appareil, même si vous aviez coché « Je reste connecté(e) ». Rien d’autre n’est perdu.',
    do: 'Vider le cache',
    doneTitle: 'Le cache est vidé',
    done: 'Votre navigateur repart de zéro. Vous pouvez vous reconnecter.',
    go: 'Aller à la connexion',
    otherwise:
      'Toujours bloqué ? Fermez puis rouvrez le navigateur, et vérifiez que les cookies y sont autorisés.',
  },

  mailbox: {
    title: 'Boîte aux lettres de démonstration',
    intro: 'Aucun serveur de mail n’est branché : les mails de Trousseau s’arrêtent ici.',
    count: (total: number) => (total > 1 ? `${total} mails` : `${total} mail`),
    to: 'Pour',
    at: 'Envoyé',
    emptyTitle: 'Pas encore de mail',
    empty: 'Demandez une clé, par exemple : elle arrivera ici.',
    back: 'Tous les mails',
    letter: 'Le mail',
    text: 'En texte seul',
    goSignIn: 'Aller à la connexion',
  },

  trouble: {
    code: (status: number) => `Erreur ${status}`,
    goHome: 'Aller à l’accueil',
    retry: 'Réessayer',
    reference: (id: string) => `Référence à communiquer si vous nous contactez : ${id}`,
    kinds: {
      'bad-request': {
        title: 'Cette demande est incomplète',
        text: 'Nous n’avons pas pu la lire. Revenez en arrière et recommencez.',
      },
      forbidden: {
        title: 'Cette page ne s’est pas ouverte',
        text: 'Elle est peut-être restée ouverte trop longtemps, ou ne vous est pas destinée. Revenez en arrière, rechargez la page, puis recommencez.',
      },
      'not-found': {
        title: 'Cette page n’existe pas',
        text: 'L’adresse comporte peut-être une faute, ou la page a déménagé.',
      },
      'not-this-way': {
        title: 'Cette page ne s’ouvre pas ainsi',
        text: 'Son adresse ne suffit pas : on y arrive par un bouton du portail. Revenez en arrière, ou repartez de l’accueil.',
      },
      'too-large': {
        title: 'C’est trop long',
        text: 'Ce que vous avez envoyé dépasse ce que nous acceptons. Revenez en arrière et raccourcissez.',
      },
      'too-many': {
        title: 'Doucement',
        text: 'Il y a eu beaucoup de demandes en peu de temps.',
      },
      internal: {
        title: 'Quelque chose s’est cassé de notre côté',
        text: 'Rien n’a été perdu. Réessayez dans un instant.',
      },
      unavailable: {
        title: 'Le service se repose un instant',
        text: 'Rien n’a été enregistré de cette dernière demande, ou nous ne pouvons pas encore vous le dire. Réessayez dans quelques secondes.',
      },
    },
  },
};

/** What every language must say: a missing or extra sentence does not compile. */
export type Catalogue = typeof fr;
