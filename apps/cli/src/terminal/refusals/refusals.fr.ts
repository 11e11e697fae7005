/** Why a command was refused, in French. */
export const refusalsInFrench = {
  'identifier-taken': 'Cet identifiant est déjà pris ; choisissez-en un autre.',
  'identifier-not-valid': 'Un identifiant compte 3 à 64 lettres, chiffres, points, tirets ou soulignés.',
  'email-not-valid': 'Cette adresse e-mail n’est pas valable.',
  'name-not-valid': 'Le nom compte 1 à 100 caractères, sans retour à la ligne.',
  'phone-not-valid': 'Ce numéro de téléphone n’est pas valable ; par exemple 06 12 34 56 78 ou +33612345678.',
  held: 'Un secours par téléphone vient d’avoir lieu : ni adresse ni téléphone ne changent pendant 72 heures.',
  'unknown-school': 'Aucune auto-école ne porte ce numéro.',
  'file-not-readable': 'Ce fichier n’existe pas ou ne peut pas être lu.',
  'file-too-large': 'Ce fichier dépasse 32 Mio ; partagez-le en plusieurs.',
  busy: 'Trop de calculs en même temps ; relancez la commande, elle reprendra où elle en était.',
  'unknown-user': 'Personne ne porte ce numéro ni cet identifiant.',
  'user-missing': 'Indiquez la personne : --user.',
  'userId-not-valid': 'Ce numéro d’utilisateur n’est pas valable.',
  'operator-not-valid':
    'Un nom d’opérateur compte 2 à 64 lettres, chiffres, points, tirets ou soulignés : --operator.',
  'reason-missing': 'Indiquez le motif : --reason, par exemple un numéro de dossier.',
  'reason-not-valid': 'Le motif compte 3 à 200 caractères, sur une seule ligne.',
  'reason-names-the-person': 'Ce motif nomme la personne : mettez plutôt un numéro de dossier.',
  'needs-two-people':
    'En production, deux personnes effacent : demandez avec --request, une autre confirme avec --approve.',
  'unknown-request':
    'Aucune demande d’effacement de cette personne ne porte ce numéro ; seule la dernière compte.',
  'request-expired': 'Cette demande a plus d’une semaine ; refaites-la.',
  'same-operator':
    'Qui demande ne peut pas confirmer : une autre personne le fait, sous son propre nom (--operator).',
  'already-erased': 'Cette personne est déjà effacée.',
  'reading-not-recorded':
    'Cette lecture n’a pas pu être inscrite au journal des lectures (dossier « readings » des données) : rien n’est montré.',
  'readings-damaged': 'Une ligne du journal des lectures n’en est pas une :',
  'user-exists': 'Cette personne existe encore.',
  'keys-changing':
    'Un changement de clés est en cours ; attendez que l’ancienne ait quitté la liste (trousseau keys list).',
  'master-key-changing':
    'Un changement de clé maîtresse est en cours ; finissez-le d’abord (trousseau keys master list).',
  'master-key-alone': 'Il n’y a qu’une clé maîtresse ; ajoutez-en une (trousseau keys master add).',
  'master-key-in-use':
    'L’ancienne clé chiffre encore des clés de données : trousseau keys master rewrap d’abord.',
  'not-allowed': 'Cette opération n’est pas permise.',
  'user-scope': 'Choisissez --school ou --user.',
  'export-scope': 'Choisissez --all, --user ou --school.',
  'not-an-instant':
    'Écrivez un instant comme 2026-03-03, 2026-03-03T10:00 (heure de Paris) ou 2026-03-03T09:00:00Z.',
  'still-to-come': 'Cet instant est encore à venir ; le journal n’en sait rien.',
  'period-backwards': 'La période finit avant de commencer : --from vient après --until.',
  'follow-until': '--follow continue jusqu’à Ctrl+C : ôtez --until, ou ôtez --follow.',
  'caseId-not-valid': 'Un numéro de dossier compte 1 à 64 caractères : --unlock.',
  'checkpoint-not-readable': 'Ce point de contrôle est introuvable ou illisible.',
  'no-checkpoint-inside': 'Ce fichier ne contient aucun point de contrôle.',
  'not-a-checkpoint': 'Ce point de contrôle n’est pas signé par la clé de ce journal.',
  'log-too-short':
    'Le journal s’arrête avant ce point de contrôle : lancez « audit verify --checkpoint » avec lui.',
  'no-checkpoint': 'Aucun point de contrôle signé encore : lancez « audit sign ».',
  'position-not-valid': 'Une position est un nombre entier, comme en donne « audit replay » : --position.',
  'not-covered': 'Aucun événement de cette position sous ce point de contrôle.',
  'file-exists': 'Ce fichier existe déjà ; choisissez un autre nom.',
  'no-folder': 'Ce dossier n’existe pas.',
  'export-not-readable': 'Cet export est introuvable ou illisible.',
  'not-signed-by-key': 'Ce point de contrôle n’est pas signé par cette clé.',
  'key-not-valid': 'Ce n’est pas une clé de vérification, ni un fichier qui en contient une : --key.',
  'contradicts-a-checkpoint': 'Le journal contredit un point de contrôle déjà signé : rien n’est signé.',
  'signed-by-another-key': 'Le dernier point de contrôle a été signé par une autre clé : rien n’est signé.',
  'seconds-not-valid': 'Une mesure dure de 1 à 60 secondes, en nombre entier : --seconds.',
  interrupted: 'Interrompu ; rien n’a changé.',
  'list-missing': 'Ce modèle de lecture n’est pas ici (TROUSSEAU_DATA) : le service ne l’a pas encore fait.',
  'list-another-shape':
    'Ce modèle de lecture est d’une autre version que cette ligne de commande ; redémarrez le service, il le refait.',
  'list-damaged':
    'Ce modèle de lecture est endommagé ; refaites-le (trousseau projection rebuild), puis redémarrez le service.',
  'no-brokers':
    'KAFKA_BROKERS n’est pas réglé : sans Kafka, aucun message n’est mis de côté hors du serveur.',
  SettingsRefused: 'Ces réglages ne conviennent pas :',
  ServiceUnavailable: 'Indisponible pour l’instant ; réessayez un peu plus tard :',
} as const;
