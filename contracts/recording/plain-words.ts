import { document } from '../document.ts'

/** An API of payments speaks in them, and calls its fields so. First names, such as merci, stay out. */
const usual = `
  a à ai as au aucun aucune aujourd aussi autre autres aux avant avec avez avoir avons ayant c ce ceci cela celle
  celui ces cet cette chaque comme contre d dans de déjà depuis des dès deux dix doit doivent donc dont du elle elles
  en encore entre est et étaient était étant été êtes être eu faut hui ici il ils j je jusqu jusque l la là le les
  leur leurs lors lorsqu lorsque lui m ma mais me même mes n ne ni non nos notre nous on ont ou où oui par parce pas
  pendant peut peuvent plus plusieurs pour pourquoi pouvez puis qu quand que quel quelle quelles quelque quels qui
  rien s sa sans se selon sera seront ses si soit sont sous sur t te tous tout toute toutes trop trois tu un une vers
  veuillez vos votre vous y

  about after again all already also an and another any are aren at be because been before being both but by can
  cannot could couldn did didn do does doesn done each either else every few first for from had has hasn have how if
  in into is isn it its last least less many most must neither no none nor not now of off one once only or other
  others our out over per please same shall should shouldn since so some such than that the their them then there
  these they this those three through to too two under until up us use used using very via was wasn we were weren what
  when where which while who why with within without won would yes yet you your yours

  accepté acceptée accès accord actif active activé activée activer action actuel actuellement adresse adresses
  afficher ajouter annulation annulé annulée annuler appel appels application approuvé article articles assez attend
  attendre attendu attendue attente atteint atteinte authentification autorisation autorisé autorisée banque bloqué
  bloquée caractère caractères carte cartes champ champs chiffre chiffres clé clés client clients cliente codé codes
  commande commandes compte comptes confirmation confirmé confirmée confirmer connecté connecter connexion contact
  contacter contactez contenir contient corps cours correct correcte correspond correspondant corriger créé créée
  créer création crédit date dates débit débité débitée défaut délai demande demandé demandée demandes dépassé
  dépassée description désactivé désactivée destinataire détail détails devise disponible disponibles donnée données
  double doublon droits durée échec échoué échouée échouer effectué effectuée effectuer entier erreur erreurs erroné
  erronée essai essayer essayez état existant existe expiré expirée expirer expiration facture factures fait faire
  fermé fermée fichier fin fois fond fonds format fourni fournie fournir frais francs généré générée heure heures
  identifiant identifiants identité impossible inactif inactive incomplet incomplète inconnu inconnue incorrect
  incorrecte incorrects indisponible information informations initié initiée initier insuffisant insuffisants interdit
  interdite interne interrompu introuvable introuvables invalide invalides invalidé jeton jour jours lien ligne limite
  limites lire liste maintenance manquant manquante manquants manque marchand marchands maximal maximale maximum
  message méthode minimal minimale minimum minute minutes mobile mode moins monnaie montant montants monté moyen
  nécessaire nom nombre noms numéro numéros obligatoire obligatoires octets opérateur opérateurs opération opérations
  ouvert ouverte paie paiement paiements paramètre paramètres passe payé payée payer payeur pays perdu permis permise
  permission positif possible poste prénom pris prix problème produit produits public publique quantité raison reçu
  reçue récent récente redirection réessayer réessayez référence références refus refusé refusée refuser rejeté
  rejetée remboursé remboursée remboursement requête requêtes requis requise requises réseau résultat retour retourné
  réussi réussie route saisi saisie saisir secondes secret secrète serveur serveurs service services session seul
  signature solde statut succès supérieur supporté supprimé suspendu suspendue système taille taux taxe taxes
  technique téléphone téléphones temporaire temporairement temps tentative tentatives terminé terminée test tests
  texte titre token total totale traité traitée traitement transactions transfert transmis trouvé trouvée type types
  unique unité utilisateur utilisateurs utilisé utilisée utiliser valable valeur valeurs valide valides validé validée
  valider validation vérification vérifié vérifiée vérifier vérifiez version vide vides voir

  accept accepted access according account accounts actions activate activated activation add added address addresses
  administrator allow allowed amount amounts apply approved array attempt attempts authentication authorization
  authorized authorised available bad balance bank base between blocked body boolean broken buyer bytes call callback
  callbacks called cancel canceled cancellation cancelled change changed channel channels character characters check
  checked checkout closed code complete completed confirm confirmed connect connected connection contain contains
  content correctly country create created creating credentials credit currencies currency current currently customer
  customers data database debit debited declined default delay deleted denied detail details digit digits disabled
  documented domain down duplicate duplicated duration during email empty enabled encountered end ended enough enter
  entered entry error errors exceed exceeded exceeds exist existing exists expected expire expired expires failed
  failure false fee fees field fields file final find finished forbidden found free funds gateway generated get given
  greater handle handled header headers host hour hours id identifier ids incomplete initialized initiated input
  insufficient integer internal invalid invoice invoices issue item items key keys know known large later length level
  levels limit limits link list live login lower make malformed match matches merchant merchants messages method
  methods mismatch missing money name names need needed negative network new next nothing null number numbers object
  occurred old online open operation operator operators optional order orders original paid parameter parameters parse
  parsed partner password path pay payload paying payment payments pending permissions permitted phone positive post
  prefix private problem process processed processing product products property provide provided provider put quantity
  query quota rate reach reached read reason receipt received recipient redirect redirected reference references
  refund refunded refused rejected remove removed repeat reply request requested requests require required requires
  resource response result retried retry return returned returns sandbox schema second seconds secure seem sender
  send sent server servers set shop shorter size something soon started state status still store string subscription
  success successful successfully support supported suspended system tax temporarily temporary terminal text time
  timed timeout times title transaction transfer tried true try unable unauthorized unavailable unexpected unit
  unknown unpaid unprocessable unreachable unsupported update updated upper url urls user username users valid
  validated value values verification verified verify wait waiting wallet wallets webhook website whether whole
  withdrawal work works wrong zero

  aborted acquirer additional agent alias app archived attribute avatar balances basic batch benin bic billing birth
  bonus browser business capture captured cardholder category charge chargeback charged charges city cleared
  column comment commission company configuration contract count counter covered crypto custom daily datas debtor
  delivered delivery deposit depot destination device difference digest discount dispute disputed draft due enum env
  environment eur event exchange external extra failures fax fingerprint fixed flag flooz full gender global
  group hash held hidden history hold iban icon identity image imported index issued issuer ivoire language
  latitude legal line locale location log logo longitude manual mastercard memo meta metadata monthly moov moyens
  msisdn mtn national net nickname note notes notification notify nullable numeric offline offset opened option
  options origin otp owner ownership package pair participant party payin payout percent percentage period
  phones photo picture pin place plan platform postal preview prices prod production profile promo promotion proof
  purchase qr queue queued range rank rating ratio raw receiver record recurring region registered registration
  released remaining report reserved residence reversal reversed review reward risk role rule schedule scheduled scope
  score sector sequence serial settled settlement shipping shops site sku slug sms snapshot source sources split
  staff stamp step stores sub subject subtotal summary surname tag tags target team tel terms tier timestamp
  timezone tmoney togo togocel trace track tracking trial trusted usd uuid vat vendor visa visible voucher wave weight
  window xaf xof zip zone
`

const plainWords: ReadonlySet<string> = new Set([...wordsOf(usual), ...ownWords(document)])

/** Whether a word is the language's or the API's own. Accents are often left out of messages: they make no difference. */
export function isPlain(word: string): boolean {
  return plainWords.has(spelt(word))
}

/** Of openapi.yaml: the names of its fields, and the messages that it knows. */
function ownWords(node: object): string[] {
  return Object.entries(node).flatMap(([name, part]: [string, unknown]) => {
    if (typeof part === 'string') return name === 'message' || name === 'x-message' ? wordsOf(part) : []
    if (typeof part !== 'object' || part === null) return []
    return [...(name === 'properties' ? wordsOf(Object.keys(part).join(' ')) : []), ...ownWords(part)]
  })
}

function wordsOf(text: string): string[] {
  return spelt(text).match(/[a-z]+/g) ?? []
}

function spelt(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
}
