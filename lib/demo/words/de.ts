import type { Words } from '../words.ts';

export const words: Words = {
  circleName: 'Dienstagskreis',
  promises: {
    amira: `
Eine Seite Ziele schreiben und an Dana schicken | Dana hat zwei Sätze angestrichen und gesagt: los
Die Dekanin fragen, worauf die Kommission achtet | Nicht getraut | Zwanzig Minuten, und sie war freundlich
Keine Mails vor zehn Uhr morgens | Vier von zehn Tagen | Inzwischen meistens | Es hält
Den Abschnitt zur Bedeutung entwerfen, zwei Seiten | Eine Seite, die gute | Fertig, im Zug
Das zweite Gutachten in diesem Monat absagen | In zwei Zeilen abgesagt
Drei bewilligte Anträge in der Bibliothek lesen | Die sind kürzer als meiner
Den ganzen Entwurf an Chen und Bea schicken | Beide haben noch in der Woche geantwortet
Den Entwurf von achtzehn Seiten auf zwölf kürzen | Vierzehn | Erst braucht es eine neue Abbildung
Die eine Abbildung machen, an der alles hängt | Emeka hat sie mit mir angeschaut
Den Antrag einreichen, vier Tage vor der Frist | Am Donnerstag eingereicht. Geschlafen
Den Freitag danach freinehmen, Handy in die Schublade | Zum Stausee gelaufen
Die fünf Menschen aufschreiben, die bei der Berufung hinter mir stehen könnten | Nur zwei davon wissen, was ich mache
Zweien von den fünf schreiben | Einer Person | Beide haben geantwortet
Die Feldsaison an einem Nachmittag planen | Mit den Studierenden, das war besser
Fatima fragen, wie sie ihre Gruppentreffen macht | Wir fangen jetzt mit dem an, was schiefging
Das Seminar halten, ohne von Folien abzulesen | Eine Minute lang zitterte meine Stimme, dann nicht mehr
Das Lehrkonzept schreiben, erste Fassung | Klausuren | Immer noch Klausuren | Es kann bis zum Sommer warten
Meine Mentorin aus dem alten Labor anrufen | Eine Stunde, und eine Stelle, die ich mir ansehen soll
An beiden Tagen eines Wochenendes ausruhen | An anderthalb
Die Kommentare aus den Gutachten in eine Tabelle bringen | Elf Punkte, nur drei sind schwer
Auf die drei schweren Punkte antworten | Zwei von drei | Der dritte war ein Missverständnis
Die Überarbeitung zurückschicken
Die Unterlagen für die Berufung in einen Ordner legen
Zwei Menschen um Gutachten bitten`,
    bea: `
Zwei Vormittage in der Woche zum Schreiben freihalten | Einer hat gehalten | Beide, bei geschlossener Tür
Herausfinden, wer über den Dienstplan entscheidet | Es ist jemand, den ich kenne
Bis Juni um einen Tag Sprechstunde weniger bitten | Er war nicht da | Ja, ab März
Die Methoden im Asthma-Artikel fertig schreiben | Zur Hälfte
Den Artikel mit einem Termin an alle schicken, die mitschreiben | Sieben von neun haben geantwortet
Zweimal in der Woche um sechs von der Station gehen | Einmal | Zweimal
Den Asthma-Artikel einreichen | Aus dem Nachtdienst eingereicht
Das schwere Gespräch mit der Assistenzärztin schriftlich vorbereiten | Es brauchte vier Sätze
Dieses Gespräch führen | Sie hat geweint, dann haben wir geplant
Die Gliederung der Studie schreiben | Zu groß: erst die Frage
Ein Satz, der sagt, was die Studie fragt | Wir nehmen Hanas Fassung
In der Statistik anrufen, bevor es Daten gibt
Sagen, in welche Besprechung ich nicht mehr gehe | In die am Montag. Niemand hat es gemerkt
Eine Nacht schlafen, bevor ich auf die Gutachten antworte
Auf die Gutachten zum Asthma-Artikel antworten | Auf das erste | Auf beide
Mich für den Weiterbildungsausschuss vorschlagen
Zwei Seiten für die Stiftung
Dana bitten, sie wie eine Fremde zu lesen | Sie hat gefunden, was fehlte`,
    chen: `
Mich auf eine Stelle bewerben, die ich lieben würde, nicht nur auf sichere | Auf zwei
Die erste Minute des Bewerbungsvortrags neu schreiben | Amira hat gestoppt
Den Vortrag vor Leuten halten, die das Fach nicht kennen | Vor dem Kreis, an einem Samstag
Drei Leute fragen, was in einer Startausstattung steckt | Eine Person | Drei sehr verschiedene Listen
Aufschreiben, was ich mindestens annehmen würde, und was höchstens
Zehn Fragen für den Besuch vorbereiten
Nach der Kinderbetreuung fragen, bevor ich entscheide, nicht danach | Daran hatten sie gedacht
Vor dem Besuch acht Stunden schlafen | Sieben
Auf das Angebot mit drei Wünschen antworten | Zwei von drei erfüllt
Es meiner jetzigen Gruppe richtig sagen | Die Woche war voll
Die letzte Messung vor dem Umzug abschließen | Der Kryostat ist undicht | Jemand anderes macht sie fertig
Das Laborbuch so übergeben, dass man es lesen kann
Aufschreiben, was meine ersten Studierenden in Woche eins wissen sollten | Die Hälfte kam von Emeka
Die Person finden, die dort bestellt | Sie heißt Ruth
Den ersten Antrag als Gruppenleitung schreiben, eine Seite
Jede Woche eine Sache tun, die nicht Physik ist | Chor
Die Freundin aus dem Chor fragen, wie sie leitet, ohne laut zu werden | Sie wartet
Die erste Promotionsstelle ausschreiben
Im Bewerbungsgespräch sagen, was ich nicht bieten kann
Die Förderregeln bis zur letzten Seite lesen | Auf Seite 40 kommt es an
Entscheiden, wie die Gruppe heißt`,
    dana: `
Der Referentin beim Förderer mit einer Frage schreiben | Sie hat zurückgerufen
Den großen Antrag in zwei teilen, die jeder für sich stehen | Auf dem Papier
Nach dem Abendessen die Budgettabelle nicht mehr öffnen
Amira bitten, bei den Zielen streng zu sein | Sie war es
Die Unterstützungserklärung von der Firma holen | Sie wollen ihre Rechtsabteilung | Erst eine kleinere fragen
Die kleine Firma um die Erklärung bitten | Ein Tag
Den Abschnitt zu den Daten fertig schreiben
Den Antrag eine Woche vor der Frist abschicken | Fünf Tage
Alle Studierenden einmal ohne Computer treffen
Zwei Dankesbriefe schreiben
Ein Regal im Kühlraum ausräumen | | | Eine Studentin möchte es machen
Jemanden aus der Industrie ins Seminar einladen
Ein Buch lesen, in dem keine Abbildungen sind
Planen, was ich tue, wenn der Antrag abgelehnt wird | Zwei Pläne, beide in Ordnung
Es laut sagen: Ich will das Zentrum leiten | Ausgerechnet der Leitung
Meine Idee für das Zentrum aufschreiben, drei Seiten | Zwei
Bea fragen, wie sie mit dem Vorstand umgeht
Die Idee zwei Leuten schicken, die widersprechen werden | Eine davon macht mit
Seite zwei mit dem neu schreiben, was sie gesagt haben
Das Zentrum im Januar auf die Tagesordnung setzen`,
    emeka: `
Das Diskussionskapitel schreiben, und zwar schlecht | Schlecht, aber es ist da
Kapitel vier mit zwei Fragen an meinen Betreuer schicken | Er hat beide beantwortet
Die eine Auswertung reparieren, vor der ich Angst habe | | Den Fehler gefunden | Er ändert nichts
Fünfzehn Minuten schreiben, vor allem anderen | Neun von vierzehn
Nach dem Termin für die Verteidigung fragen | Im Frühling
Die externe Prüferin finden | Sie hat zugesagt
Die Verteidigung vor Leuten üben, die nicht nett sind | Das wart ihr
Einen ganzen Tag ausruhen
Die Korrekturen fertig machen
Den Raum, den Kuchen und meine Mutter buchen
Drei Postdoc-Stellen suchen, für die ich umziehen würde
Einem dieser Labore schreiben | Antwort innerhalb einer Stunde
Chen fragen, wie man über Geld spricht
Aus Kapitel zwei einen Artikel machen, nur die Gliederung
Die Gliederung an beide schicken, die mich betreuen
Lissabon sagen, woran ich arbeiten will
Lissabon besuchen | Sie haben Fenster
Die zwei Angebote auf einer Seite vergleichen
Es meinem Betreuer sagen, bevor er es hört
Lissabon antworten`,
    hana: `
Dem Team sagen, dass ich wegziehe
Eine Nachfolge für die Öffentlichkeitsgruppe finden | Zwei
Aufschreiben, wie das Massenspektrometer wirklich funktioniert
Um ein ordentliches Abschiedsbudget bitten | Es ist gut, wie es ist
Zwanzig Wörter pro Woche lernen
Das negative Ergebnis veröffentlichen | | Entwurf
Vor der Unterschrift den neuen Ort besuchen
Den Dienstag auch in der neuen Stelle freihalten
Meine zwei Studierenden weitergeben, mit je einem Brief
Die Bücher einpacken, die mir gehören
Mich von der Maschine verabschieden, mit Fotos
Euch allen schreiben, wenn ich angekommen bin`,
    fatima: `
Meinem Chef in drei Sätzen sagen, was ich brauche
Den ersten eigenen Artikel ohne meinen alten Chef schreiben | | Mit dem kurzen anfangen
Den kurzen Artikel gliedern
Um dasselbe Gehalt bitten wie die anderen beiden | | Es hat vier Minuten gedauert
Ein Abend in der Woche, der mir gehört
Den kurzen Artikel einreichen
Den Lesekreis zu Fachartikeln starten | Sechs sind gekommen
Dana bitten, mich der Referentin vorzustellen
Meinen ersten eigenen Antrag entwerfen, eine Seite
Jemand anderen den Gefrierschrank reparieren lassen
Den Vortrag für die Tagung im Juni vorbereiten | Chen hat ihn zweimal gehört
Den drei Leuten schreiben, die ich dort getroffen habe
Jemanden davon bitten, meine Ziele zu lesen
Die Antragsseite auf das kürzen, was ich sowieso tun würde
Die Antragsseite an die Referentin schicken
Zwei Sätze für mein Gespräch über die Berufung`,
  },
  milestones: [
    'Der Asthma-Artikel ist angenommen | der eine Satz',
    'Eine eigene Gruppe, ab September | die erste Minute des Vortrags | was ich verlangen soll',
    'Verteidigt, ohne größere Korrekturen | die schweren Fragen',
    'Vier Jahre für das Flussprojekt | die Seite mit den Zielen | die Abbildung',
    'Die kleinere der beiden Förderungen',
    'Meine erste Letztautorschaft | der Satz, dass es genügt',
    'Hauptvortrag bei der Fachgesellschaft',
  ],
  together: [
    'Die ersten Jahre auf eigenen Füßen',
    'Als Erste aus der Familie an einer Universität, vier von uns',
    'Kleine Kinder zu Hause, drei von uns',
    'Arbeit in Gruppen, mit Maschinen, die kaputtgehen',
    'Seiten mit Zielen lesen, ehrlich',
    'Über Geld und Angebote reden',
    'Vorträge anhören, mit Stoppuhr',
    'Erfahrung mit Geld und Angeboten im Ausland',
    'Einen ersten Blick auf meine Ziele, vor allen anderen',
    'Jemand mit Erfahrung in einer Berufungskommission',
    'Jemand mit einem Weg in die Industrie und zurück',
  ],
  parked: [
    'Wie sagen wir einer Institutsleitung Nein?',
    'Autorschaft, wenn jemand die Gruppe verlässt',
    'Was machen wir mit unfreundlichen Gutachten?',
  ],
  goals: [
    'Den Flussantrag einreichen und stolz darauf sein | Bewilligt. Die Seite mit den Zielen war die Wende.',
    'Die Unterlagen für die Berufung bis zum Frühling fertig haben',
    'Zwei Abende in der Woche ohne Arbeit',
    'Will ich ein Institut leiten, oder nur gefragt werden?',
  ],
  pigs: [
    'Sie haben mich nur gefragt, weil jemand anderes abgesagt hat | Sie haben gefragt, und du warst gut. Beides kann stimmen',
    'Richtige Forschung braucht keinen Kreis',
  ],
  strokes: [
    'Bea: „Du stellst die Frage, die dann alle aufschreiben.“',
    'Emeka: „Ich habe bestanden, weil du in der zweiten Reihe saßt.“',
  ],
  notes: [
    'Niemand stand über den anderen. Ich habe mehr geredet, als ich wollte.',
    'Kürzere Fragen stellen.',
    'Sie haben geklatscht. Die Gesichter vergesse ich nicht.',
  ],
};
