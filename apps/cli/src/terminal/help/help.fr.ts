/** What is to be filled in, in French. */
export const placeholdersInFrench: Readonly<Record<string, string>> = {
  address: 'adresse',
  case: 'dossier',
  command: 'commande',
  file: 'fichier',
  id: 'numéro',
  identifier: 'identifiant',
  instant: 'instant',
  key: 'clé',
  lang: 'langue',
  locale: 'langue',
  n: 'n',
  name: 'nom',
  new: 'nouveau',
  number: 'numéro',
  old: 'ancien',
  options: 'options',
  path: 'chemin',
  request: 'demande',
  role: 'rôle',
  text: 'texte',
};

/** The help in French, by what the commands say in English; a spec holds the two to each other. */
export const helpInFrench: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
  'display help for command': 'afficher l’aide',
  'answer as JSON': 'répondre en JSON',
  'language of the answer': 'langue de la réponse',
  'command line of Trousseau': 'la ligne de commande de Trousseau',

  'driving schools': 'les auto-écoles',
  'register a school and its manager; the manager is mailed a first provisional key':
    'inscrire une auto-école et son gérant, qui reçoit par e-mail une première clé provisoire',
  'name of the school': 'nom de l’auto-école',
  'first and last name of the manager': 'prénom et nom du gérant',
  'reference e-mail of the manager': 'adresse mail de référence du gérant',
  'mobile phone of the manager, called back by support': 'mobile du gérant, sur lequel l’assistance rappelle',
  'what the manager types to sign in': 'ce que le gérant tape pour entrer',
  'language of their mails': 'langue de ses e-mails',
  'change the mobile phone of the manager; support does not rely on it for 30 days':
    'changer le mobile du gérant ; l’assistance ne s’y fie pas pendant 30 jours',
  'id of the school': 'numéro de l’auto-école',
  'the new number': 'le nouveau numéro',

  'users of a school': 'les utilisateurs d’une auto-école',
  'add a user to a school; they are mailed a first provisional key':
    'ajouter un utilisateur à une auto-école ; il reçoit par e-mail une première clé provisoire',
  'what the user types to sign in': 'ce que l’utilisateur tape pour entrer',
  'first and last name': 'prénom et nom',
  'role in the school': 'rôle dans l’auto-école',
  'reference e-mail': 'adresse mail de référence',
  'add the users of a CSV file (as Excel saves it) to a school; without --apply it only tries':
    'ajouter à une auto-école les utilisateurs d’un fichier CSV (tel qu’Excel l’enregistre) ; sans --apply, ce n’est qu’un essai',
  'comma, semicolon or tab; the first row names the columns':
    'virgule, point-virgule ou tabulation ; la première ligne nomme les colonnes',
  'add them, if no row is wrong': 'les ajouter, si aucune ligne n’est en erreur',
  'mail everybody in the file who has no key a first provisional key, now or when run again':
    'envoyer une première clé provisoire à tous ceux du fichier qui n’ont pas de clé, tout de suite ou en relançant la commande',
  'language of those whose row names none': 'langue de ceux dont la ligne n’en indique pas',
  'mail a first provisional key to those who have no key yet; without --apply it only counts them':
    'envoyer une première clé provisoire à ceux qui n’ont pas encore de clé ; sans --apply, ils sont seulement comptés',
  'id of the school: everybody in it': 'numéro de l’auto-école, pour toute l’équipe',
  'id of one user': 'numéro d’un utilisateur',
  'send the mails': 'envoyer les e-mails',

  'our own people': 'nos propres opérateurs',
  'add one of our own people, for support or audit; they are mailed a first provisional key':
    'ajouter un opérateur, pour l’assistance ou l’audit ; il reçoit par e-mail une première clé provisoire',
  'what the operator types to sign in': 'ce que l’opérateur tape pour entrer',
  'what the operator may do': 'ce que l’opérateur a le droit de faire',

  'forget a person for good: their data can never be read again, the record stays provable':
    'oublier une personne pour de bon : ses données ne pourront plus jamais être lues, le journal reste vérifiable',
  'id or identifier of the person': 'numéro ou identifiant de la personne',
  'why, for ever in the log: a case number, never a name or an address':
    'le motif, pour toujours au journal : un numéro de dossier, jamais un nom ni une adresse',
  'who you are, by the name you are known by here': 'votre nom, celui sous lequel on vous connaît ici',
  'only ask for it: another operator approves, as production demands':
    'demander seulement : un autre opérateur confirme, comme la production l’exige',
  'erase what another operator asked for': 'effacer ce qu’un autre opérateur a demandé',
  'erase again whoever an older backup brought back':
    'effacer à nouveau ceux qu’une ancienne sauvegarde a ramenés',

  'key files, those that sign tokens for internal services, and the master key':
    'les fichiers de clés, les clés qui signent les jetons des services internes, et la clé maîtresse',
  'the published keys that sign tokens, and what each does now':
    'les clés publiées qui signent les jetons, et ce que chacune fait en ce moment',
  'make a new key that signs tokens; the old one stays until its tokens have expired':
    'créer une nouvelle clé pour signer les jetons ; l’ancienne reste jusqu’à l’expiration des siens',
  'the key has leaked: replace it at once, every token signed until now is void':
    'la clé a fuité : la remplacer aussitôt, tous les jetons déjà signés perdent leur valeur',
  'make the key files that are missing in TROUSSEAU_SECRETS; none that is there changes':
    'créer les fichiers de clés qui manquent dans TROUSSEAU_SECRETS, sans toucher à ceux qui y sont',
  'the master key, which wraps every data key, and its change':
    'la clé maîtresse, qui chiffre toutes les clés de données, et son changement',
  'the master keys, and how many data keys each wraps':
    'les clés maîtresses, et combien de clés de données chacune chiffre',
  'make a new master key, which every process must know before it is used':
    'créer une nouvelle clé maîtresse, que tous les processus doivent connaître avant qu’elle serve',
  'let the other master key wrap, once every process knows it':
    'chiffrer avec l’autre clé maîtresse, une fois que tous les processus la connaissent',
  'wrap every data key by the first master key; services go on meanwhile':
    'chiffrer toutes les clés de données avec la première clé maîtresse, sans arrêter les services',
  'take the former master key out, once it wraps no data key':
    'retirer l’ancienne clé maîtresse, quand elle ne chiffre plus aucune clé de données',

  'replay and prove what happened': 'rejouer et prouver ce qui s’est passé',
  'tell how the key of a user came to be what it is':
    'raconter comment la clé d’un utilisateur est devenue ce qu’elle est',
  'id or identifier of the user': 'numéro ou identifiant de l’utilisateur',
  'only from this instant on, in Paris time or with a zone':
    'seulement à partir de cet instant, à l’heure de Paris ou avec un fuseau',
  'only until this instant, likewise': 'seulement jusqu’à cet instant, de même',
  'go on telling what happens, until Ctrl+C': 'raconter aussi ce qui arrive ensuite, jusqu’à Ctrl+C',
  'also show who it is, for this case; that you looked is recorded':
    'montrer aussi de qui il s’agit, pour ce dossier ; cette consultation est enregistrée',
  'why, for the journal of readings; never a name or an address':
    'le motif, pour le journal des lectures ; jamais un nom ni une adresse',
  'show the access of a user, or of everybody in a school, at any instant':
    'montrer les accès d’un utilisateur, ou de toute une auto-école, à un instant donné',
  'the instant, in Paris time or with a zone; now by default':
    'l’instant, à l’heure de Paris ou avec un fuseau ; maintenant par défaut',
  'tell who read of the log at this command line, of whom and why':
    'dire qui a lu le journal depuis cette ligne de commande, de qui et pourquoi',
  'compare the access of a user at two instants': 'comparer les accès d’un utilisateur à deux instants',
  'the one instant, in Paris time or with a zone': 'le premier instant, à l’heure de Paris ou avec un fuseau',
  'the other': 'le second',
  'verify that nothing in the log was altered, removed, inserted, reordered or cut off':
    'vérifier que rien dans le journal n’a été modifié, retiré, ajouté, déplacé ni coupé',
  'a signed checkpoint from outside, or a folder of them':
    'un point de contrôle signé venu d’ailleurs, ou un dossier qui en contient',
  'prove that one signed checkpoint continues another':
    'prouver qu’un point de contrôle signé en prolonge un autre',
  'file of the earlier checkpoint': 'fichier du point de contrôle le plus ancien',
  'file of the later checkpoint': 'fichier du point de contrôle le plus récent',
  'prove that one event is in the log under a signed checkpoint':
    'prouver qu’un événement est au journal, sous un point de contrôle signé',
  'position of the event in the log': 'position de l’événement dans le journal',
  'the signed checkpoint; the last one by default': 'le point de contrôle signé ; le dernier par défaut',
  'export the log, or part of it, with everything needed to verify it offline':
    'exporter le journal, ou une partie, avec tout ce qu’il faut pour le vérifier hors ligne',
  'the whole log': 'le journal entier',
  'the streams of one user, by id or identifier': 'les flux d’un utilisateur, par numéro ou identifiant',
  'the streams of a school and its users': 'les flux d’une auto-école et de ses utilisateurs',
  'a new file: .ndjson.zst, or .ndjson to read it as it is':
    'un nouveau fichier : .ndjson.zst, ou .ndjson pour le lire tel quel',
  'the signed checkpoint to export at; the last one by default':
    'le point de contrôle signé auquel s’arrêter ; le dernier par défaut',
  'verify an export offline': 'vérifier un export hors ligne',
  'the export; - for the standard input': 'l’export ; - pour l’entrée standard',
  'the verifier key of the log, or a file that holds it':
    'la clé de vérification du journal, ou un fichier qui la contient',
  'a signed checkpoint from outside': 'un point de contrôle signé venu d’ailleurs',
  'sign a checkpoint of the log now': 'signer maintenant un point de contrôle du journal',
  'show the signed checkpoints that stand outside the store: in the topic, or in the folder':
    'montrer les points de contrôle signés conservés hors du journal : dans le topic, ou dans le dossier',
  'the last one alone': 'seulement le dernier',
  'show the verifier key of the log': 'montrer la clé de vérification du journal',

  'messages between the services': 'les messages entre les services',
  'parked messages': 'les messages mis de côté',
  'list parked messages': 'lister les messages mis de côté',
  'have every parked message tried again': 'faire traiter à nouveau tous les messages mis de côté',

  'read models, which can be made anew from the log':
    'les modèles de lecture, qui se refont à partir du journal',
  'make a read model anew from the log; the next start of the service takes it over':
    'refaire un modèle de lecture à partir du journal ; le service le prend à son prochain démarrage',
  'the read model': 'le modèle de lecture',
  'hold the read model that serves to the log, person by person; the service may go on meanwhile':
    'confronter au journal, personne par personne, le modèle de lecture en service, sans arrêter le service',

  'measure what verifying a key costs on this machine, and how many it verifies a second':
    'mesurer ce que coûte la vérification d’une clé sur cette machine, et combien elle en fait par seconde',
  'how many seconds to measure, 1 to 60; 4 by default':
    'durée de la mesure en secondes, de 1 à 60 ; 4 par défaut',
};
