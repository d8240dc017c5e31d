"""The word lists of German."""

GOOD = (
    "glücklich, froh, erleichtert, stolz, zuversichtlich, hoffnungsvoll, begeistert, verstanden, zufrieden, "
    "ruhig, dankbar, erfreut, fröhlich, vergnügt, beruhigt, ermutigt, bestärkt, willkommen, geschätzt, "
    "wertgeschätzt, respektiert, geachtet, entspannt, gelassen, sicher, geborgen, inspiriert, motiviert, "
    "angespornt, unabhängig, frei, geliebt, gehört, überzeugt, bestätigt, erfüllt, entzückt, selig, "
    "überglücklich, beeindruckt, unbeschwert, sorglos, sorgenfrei, unterstützt, umsorgt, gut aufgehoben, ernst "
    "genommen, ernstgenommen, unbesorgt, selbstsicher, selbstbewusst, kompetent, erfolgreich, siegreich, "
    "erfrischt, gesegnet, amüsiert, heiter, optimistisch, positiv, vertrauensvoll, gut betreut, gut beraten, gut, "
    "wunderbar, grossartig, fantastisch, geschmeichelt, behaglich, gut gelaunt, beschwingt, hocherfreut, freudig, "
    "vorfreudig, voller vorfreude, in guten händen, enthusiastisch, beflügelt, befreit, versöhnt, getröstet"
)
BAD = (
    "traurig, wütend, verloren, frustriert, genervt, besorgt, ängstlich, nervös, beschämt, verwirrt, enttäuscht, "
    "ignoriert, verärgert, zornig, gereizt, unglücklich, hoffnungslos, hilflos, machtlos, ohnmächtig, "
    "verzweifelt, gestresst, erschöpft, müde, ausgelaugt, gelangweilt, peinlich berührt, gedemütigt, beleidigt, "
    "gekränkt, betrogen, verraten, getäuscht, hintergangen, vernachlässigt, vergessen, verlassen, einsam, allein, "
    "alleingelassen, allein gelassen, im stich gelassen, zurückgewiesen, abgewiesen, ausgeschlossen, entmutigt, "
    "niedergeschlagen, deprimiert, elend, bedrückt, bitter, verbittert, schuldig, unruhig, angespannt, "
    "ungeduldig, unsicher, verunsichert, zweifelnd, skeptisch, misstrauisch, argwöhnisch, ratlos, "
    "orientierungslos, unter druck, gehetzt, abgewimmelt, abgespeist, abgefertigt, vertröstet, unzufrieden, "
    "desillusioniert, ernüchtert, angewidert, empört, entsetzt, schockiert, panisch, alarmiert, verletzt, am "
    "boden zerstört, unverstanden, missverstanden, nicht ernst genommen, abgezockt, bevormundet, unwillkommen, "
    "schutzlos, gestört, aufgebracht, sauer, böse, verstimmt, überfordert, hin- und hergeschoben, hingehalten, "
    "verängstigt, furchtsam, beunruhigt, reumütig, schlecht, furchtbar, schrecklich, ertappt, "
    "erschrocken, schlechtes gewissen"
)
INSIDE = (
    "qualifizierter lead, qualifizierte leads, qualifizierten lead, qualifizierten leads, mql, mqls, lead, leads, "
    "lead-generierung, leadgenerierung, lead-nurturing, lead-scoring, verkaufstrichter, sales-funnel, "
    "salesfunnel, marketing-funnel, conversion-funnel, funnel, conversion-rate, conversionrate, konversionsrate, "
    "konversionsraten, konversionsquote, konvertieren kunden, kunden konvertieren, kunde konvertiert, kunden "
    "konvertiert, lead konvertiert, upsell, upselling, up-selling, cross-sell, cross-selling, crossselling, "
    "crosssell, zusatzverkauf, zusatzverkäufe, kunden onboarden, den kunden onboarden, nutzer onboarden, kunden "
    "aktivieren, nutzer aktivieren, kundenaktivierung, churn, churn-rate, churnrate, abwanderungsquote, "
    "abwanderungsrate, kundenabwanderung, kundenbindung, kundenbindungsmassnahme, kundenrückgewinnung, "
    "kundengewinnung, kundenakquise, neukundengewinnung, neukundenakquise, akquise, bestandskundenpflege, "
    "interessentengewinnung, kundenlebenszeitwert, customer lifetime value, share of wallet, vertriebspipeline, "
    "sales-pipeline, pipeline-stufe, abschlussquote, abschlussrate, handlungsaufforderung, call to action, "
    "klickrate, absprungrate, abbruchquote, abbruchrate, warenkorbabbruch, durchschnittlicher bestellwert, "
    "zielgruppe, zielgruppen, kundensegment, kundensegmente, käuferpersona, buyer persona, nutzenversprechen, "
    "alleinstellungsmerkmal, markenbekanntheit, kundenengagement, engagement-rate, touchpoint, touchpoints, "
    "customer journey, user journey, kundenreise, customer experience, kundenerlebnis, net promoter score, nps, "
    "csat, erstlösungsquote, marketing-automatisierung, abgewanderte kunden, kundenwert, onboardet, "
    "vertriebstrichter"
)
ROLES = {
    "problem-need": "problem, bedarf, bedürfnis, problem und bedarf, problem/bedarf, bedarfserkennung, "
    "problemerkennung",
    "discovery": "entdeckung, entdecken, erkunden, erkundung",
    "evaluation": "evaluierung, evaluieren, vergleich, vergleichen, abwägung, auswahl",
    "decision": "entscheidung, entscheiden, kaufentscheidung",
    "purchase": "erwerb, anschaffung",
    "buy": "kauf, kaufen, einkauf, kaufabschluss, abschluss, vertragsabschluss",
    "checkout": "kasse, zur kasse",
    "order": "bestellung, bestellen, auftrag, beauftragung",
    "sign-up": "registrierung, registrieren, anmeldung, anmelden",
    "subscribe": "abonnieren, abo, abonnement, abschluss des abos",
    "book": "buchung, buchen, reservierung, reservieren",
    "pay": "zahlung, zahlen, bezahlung, bezahlen",
    "review": "bewertung, bewerten, rückblick, nachkaufbewertung",
    "awareness": "bewusstsein, aufmerksamkeit, wahrnehmung, aufmerksam werden",
    "consideration": "erwägung, überlegung, überlegen, abwägen",
    "experience": "erlebnis, erfahrung, erfahren, nutzung, nutzen, gebrauch",
    "advocacy": "empfehlung, empfehlen, weiterempfehlung, weiterempfehlen, fürsprache, loyalität",
    "onboarding": "einführung, einarbeitung, einrichtung, einrichten, erste schritte",
    "adoption": "eingewöhnung, alltag, regelmäßige nutzung",
    "renewal": "verlängerung, verlängern, vertragsverlängerung, erneuerung",
    "before": "vorher, davor, vor dem kauf, vor dem besuch",
    "during": "während, währenddessen, dabei",
    "after": "nachher, danach, nach dem kauf, nachkauf, nachbetreuung, nach dem besuch",
}
