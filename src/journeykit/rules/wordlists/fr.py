"""The word lists of French."""

GOOD = (
    "heureux, heureuse, content, contente, soulagé, soulagée, fier, fière, confiant, confiante, ravi, ravie, "
    "compris, comprise, enthousiaste, enthousiasmé, enthousiasmée, satisfait, satisfaite, calme, reconnaissant, "
    "reconnaissante, joyeux, joyeuse, gai, gaie, enchanté, enchantée, optimiste, rassuré, rassurée, encouragé, "
    "encouragée, réconforté, réconfortée, bienvenu, bienvenue, valorisé, valorisée, apprécié, appréciée, "
    "respecté, respectée, détendu, détendue, serein, sereine, en sécurité, inspiré, inspirée, motivé, motivée, "
    "autonome, indépendant, indépendante, libre, aimé, aimée, écouté, écoutée, entendu, entendue, convaincu, "
    "convaincue, conforté, confortée, comblé, comblée, épanoui, épanouie, émerveillé, émerveillée, impressionné, "
    "impressionnée, paisible, tranquille, insouciant, insouciante, soutenu, soutenue, accompagné, accompagnée, "
    "épaulé, épaulée, pris au sérieux, prise au sérieux, entre de bonnes mains, compétent, compétente, capable, "
    "triomphant, triomphante, chanceux, chanceuse, amusé, amusée, positif, positive, flatté, flattée, libéré, "
    "libérée, accepté, acceptée, reconnu, reconnue, apaisé, apaisée, tranquillisé, tranquillisée, réjoui, "
    "réjouie, aux anges, à l'aise, bien, super, formidable, bien conseillé, bien conseillée, bien accueilli, bien "
    "accueillie, plein d'espoir, pleine d'espoir, sûr de soi, sûre de soi, en confiance, en contrôle, excité, "
    "excitée"
)
BAD = (
    "triste, fâché, fâchée, en colère, perdu, perdue, frustré, frustrée, agacé, agacée, énervé, énervée, inquiet, "
    "inquiète, anxieux, anxieuse, nerveux, nerveuse, honteux, honteuse, confus, confuse, déçu, déçue, ignoré, "
    "ignorée, effrayé, effrayée, apeuré, apeurée, terrifié, terrifiée, furieux, furieuse, irrité, irritée, "
    "contrarié, contrariée, malheureux, malheureuse, désespéré, désespérée, impuissant, impuissante, stressé, "
    "stressée, épuisé, épuisée, fatigué, fatiguée, ennuyé, ennuyée, gêné, gênée, humilié, humiliée, insulté, "
    "insultée, offensé, offensée, vexé, vexée, trompé, trompée, trahi, trahie, dupé, dupée, arnaqué, arnaquée, "
    "escroqué, escroquée, négligé, négligée, oublié, oubliée, abandonné, abandonnée, seul, seule, rejeté, "
    "rejetée, exclu, exclue, découragé, découragée, démoralisé, démoralisée, déprimé, déprimée, abattu, abattue, "
    "misérable, amer, amère, aigri, aigrie, coupable, tendu, tendue, impatient, impatiente, incertain, "
    "incertaine, hésitant, hésitante, sceptique, méfiant, méfiante, désorienté, désorientée, déboussolé, "
    "déboussolée, coincé, coincée, bloqué, bloquée, sous pression, insatisfait, insatisfaite, mécontent, "
    "mécontente, désabusé, désabusée, désillusionné, désillusionnée, dégoûté, dégoûtée, indigné, indignée, outré, "
    "outrée, révolté, révoltée, horrifié, horrifiée, choqué, choquée, paniqué, paniquée, alarmé, alarmée, blessé, "
    "blessée, incompris, incomprise, dévasté, dévastée, angoissé, angoissée, tourmenté, tourmentée, démuni, "
    "démunie, vulnérable, mal à l'aise, mal, excédé, excédée, lassé, lassée, déstabilisé, déstabilisée, "
    "préoccupé, préoccupée, baladé, baladée, à part"
)
INSIDE = (
    "lead, leads, lead qualifié, leads qualifiés, prospect qualifié, prospects qualifiés, mql, mqls, génération "
    "de leads, nurturing, lead nurturing, entonnoir de vente, entonnoir de ventes, entonnoir de conversion, "
    "tunnel de conversion, tunnel de vente, tunnel d'achat, funnel, taux de conversion, convertir le client, "
    "convertir les clients, convertir le prospect, convertir les prospects, convertir les visiteurs, convertir "
    "les leads, upsell, upselling, up-selling, cross-sell, cross-selling, crossselling, vente croisée, ventes "
    "croisées, vente additionnelle, ventes additionnelles, montée en gamme, onboarder le client, "
    "onboarder les clients, onboarding client, onboarding du client, activer le client, activation client, "
    "activation du client, activation des utilisateurs, churn, taux de churn, taux d'attrition, attrition, taux "
    "de rebond, taux d'abandon, rétention client, rétention des clients, taux de rétention, fidéliser le client, "
    "fidéliser les clients, fidélisation client, reconquête client, reconquête des clients, acquisition client, "
    "acquisition de clients, acquisition clients, coût d'acquisition, valeur vie client, valeur à vie, customer "
    "lifetime value, part de portefeuille, share of wallet, pipeline commercial, pipeline de vente, pipeline de "
    "ventes, closing, appel à l'action, call to action, taux de clic, taux de clics, abandon de panier, abandon "
    "du panier, panier moyen, cible marketing, public cible, segment de clientèle, segment client, buyer persona, "
    "proposition de valeur, argument unique de vente, notoriété de marque, notoriété de la marque, engagement "
    "client, taux d'engagement, touchpoint, touchpoints, customer journey, parcours client, parcours clients, "
    "expérience client, net promoter score, nps, csat, durée moyenne de traitement, temps moyen de traitement, "
    "résolution au premier contact, résolution au premier appel, automatisation du marketing, portefeuille "
    "clients, prospection commerciale, fidélisation des clients"
)
ROLES = {
    "problem-need": "problème, besoin, problème et besoin, problème/besoin, reconnaissance du besoin, prise "
    "de conscience du besoin",
    "discovery": "découverte, découvrir, exploration, explorer",
    "evaluation": "évaluation, évaluer, comparaison, comparer",
    "decision": "décision, décider, choix, choisir",
    "purchase": "acquisition, acquérir",
    "buy": "achat, acheter, souscription, souscrire",
    "checkout": "caisse, passage en caisse, passer en caisse, validation du panier",
    "order": "commande, commander, passer commande",
    "sign-up": "inscription, s'inscrire, enregistrement",
    "subscribe": "abonnement, s'abonner",
    "book": "réservation, réserver",
    "pay": "paiement, payer",
    "review": "avis, bilan, retour d'expérience, donner son avis",
    "awareness": "prise de conscience, notoriété, sensibilisation",
    "consideration": "considération, considérer, réflexion, réfléchir",
    "experience": "expérience, utilisation, utiliser, usage",
    "advocacy": "recommandation, recommander, fidélité, plaidoyer, bouche à oreille",
    "onboarding": "intégration, prise en main, premiers pas, mise en route",
    "adoption": "adopter, usage régulier, usage quotidien",
    "renewal": "renouvellement, renouveler, reconduction",
    "before": "avant, avant l'achat, avant la visite",
    "during": "pendant, entre-temps",
    "after": "après, après-achat, après-vente, après l'achat, après la visite",
}
