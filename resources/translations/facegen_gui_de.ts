<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About {program}</source>
        <translation>Über {program}</translation>
    </message>
    <message>
        <source>{program} {version}</source>
        <translation>{program} {version}</translation>
    </message>
    <message>
        <source>Shows and keeps the pictures that the ModelsLab Enterprise Face Gen service made for you. It is not made by ModelsLab.</source>
        <translation>Zeigt und behält die Bilder, die der Dienst ModelsLab Enterprise Face Gen für Sie gemacht hat. Das Programm stammt nicht von ModelsLab.</translation>
    </message>
    <message>
        <source>This program uses Qt and PySide6, © The Qt Company Ltd. and others, under the GNU Lesser General Public License version 3. You may replace their libraries in the program&apos;s folder by your own builds. The source of Qt and PySide6 is at https://download.qt.io. It also uses Python, httpx, keyring, truststore and pathvalidate.</source>
        <translation>Dieses Programm verwendet Qt und PySide6, © The Qt Company Ltd. und andere, unter der GNU Lesser General Public License Version 3. Sie dürfen deren Bibliotheken im Ordner des Programms durch selbst gebaute ersetzen. Der Quelltext von Qt und PySide6 ist unter https://download.qt.io zu finden. Außerdem verwendet es Python, httpx, keyring, truststore und pathvalidate.</translation>
    </message>
    <message>
        <source>The text of each library&apos;s licence is where Python installed the library.</source>
        <translation>Den Lizenztext jeder Bibliothek hat Python dort abgelegt, wo es sie installiert hat.</translation>
    </message>
    <message>
        <source>The licence texts of everything shipped are in {path}.</source>
        <translation>Die Lizenztexte von allem, was mitgeliefert wird, sind in {path}.</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>&amp;Lizenzen</translation>
    </message>
    <message>
        <source>Qt {qt}, Python {python}, {system}</source>
        <translation>Qt {qt}, Python {python}, {system}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open text file…</source>
        <translation>Textdatei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Reads job IDs from a text or CSV file</source>
        <translation>Liest Job-IDs aus einer Text- oder CSV-Datei</translation>
    </message>
    <message>
        <source>&amp;Paste IDs</source>
        <translation>IDs &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Fetch pasted IDs</source>
        <translation>Eingefügte IDs a&amp;brufen</translation>
    </message>
    <message>
        <source>&amp;Save selected pictures</source>
        <translation>Ausgewählte Bilder &amp;speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save a&amp;ll pictures</source>
        <translation>&amp;Alle Bilder speichern</translation>
    </message>
    <message>
        <source>&amp;Change save folder…</source>
        <translation>Speicher&amp;ordner ändern …</translation>
    </message>
    <message>
        <source>Ope&amp;n save folder</source>
        <translation>Speicherordner a&amp;nzeigen</translation>
    </message>
    <message>
        <source>Save everything that arrives</source>
        <translation>Alles speichern, was ankommt</translation>
    </message>
    <message>
        <source>Export as &amp;ZIP…</source>
        <translation>Als &amp;ZIP exportieren …</translation>
    </message>
    <message>
        <source>Contact s&amp;heet (PDF)…</source>
        <translation>&amp;Kontaktabzug (PDF) …</translation>
    </message>
    <message>
        <source>&amp;Delivery note…</source>
        <translation>&amp;Lieferschein …</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy pictures</source>
        <translation>Bilder &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;IDs</source>
        <translation>&amp;IDs kopieren</translation>
    </message>
    <message>
        <source>Cop&amp;y failed IDs</source>
        <translation>&amp;Fehlgeschlagene IDs kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Previous selectio&amp;n</source>
        <translation>&amp;Vorherige Auswahl</translation>
    </message>
    <message>
        <source>Selects what was selected before the last click</source>
        <translation>Wählt aus, was vor dem letzten Klick ausgewählt war</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Takes jobs out of the program; saved copies stay</source>
        <translation>Nimmt Jobs aus dem Programm; gespeicherte Kopien bleiben</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Ei&amp;nstellungen …</translation>
    </message>
    <message>
        <source>&amp;Larger pictures</source>
        <translation>&amp;Größere Bilder</translation>
    </message>
    <message>
        <source>&amp;Smaller pictures</source>
        <translation>&amp;Kleinere Bilder</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Discreet mode</source>
        <translation>&amp;Diskreter Modus</translation>
    </message>
    <message>
        <source>Softens all faces until you point at them</source>
        <translation>Macht alle Gesichter unscharf, bis Sie darauf zeigen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By ID</source>
        <translation>Nach ID</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Bezeichnung</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Zustand</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Ohne Gruppen</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>Nach Stapel</translation>
    </message>
    <message>
        <source>By job</source>
        <translation>Nach Job</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Stern</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>&amp;Maybe</source>
        <translation>V&amp;ielleicht</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Ablehnen</translation>
    </message>
    <message>
        <source>No c&amp;hoice</source>
        <translation>&amp;Keine Wahl</translation>
    </message>
    <message>
        <source>Sli&amp;deshow</source>
        <translation>&amp;Diaschau</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Information</source>
        <translation>Infor&amp;mationen</translation>
    </message>
    <message>
        <source>&amp;Ask now</source>
        <translation>&amp;Jetzt fragen</translation>
    </message>
    <message>
        <source>&amp;Retry all failed</source>
        <translation>Alle fehlgeschlagenen &amp;wiederholen</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Abhaken</translation>
    </message>
    <message>
        <source>Stops waiting for what is missing of these jobs</source>
        <translation>Wartet nicht mehr auf das, was von diesen Jobs fehlt</translation>
    </message>
    <message>
        <source>&amp;Label…</source>
        <translation>&amp;Bezeichnung …</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>API &amp;key…</source>
        <translation>API-&amp;Schlüssel …</translation>
    </message>
    <message>
        <source>&amp;Check-up…</source>
        <translation>&amp;Prüfung …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics…</source>
        <translation>&amp;Diagnose kopieren …</translation>
    </message>
    <message>
        <source>&amp;Practice mode</source>
        <translation>&amp;Übungsmodus</translation>
    </message>
    <message>
        <source>Opens a window to try everything in, without a key</source>
        <translation>Öffnet ein Fenster, in dem man alles ohne Schlüssel ausprobieren kann</translation>
    </message>
    <message>
        <source>&amp;About Face Gen Viewer</source>
        <translation>&amp;Über Face Gen Viewer</translation>
    </message>
    <message>
        <source>{command} ({key})</source>
        <translation>{command} ({key})</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>star of %n picture(s)</source>
        <translation>
            <numerusform>– Stern für %n Bild</numerusform>
            <numerusform>– Stern für %n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking the star off %n picture(s)</source>
        <translation>
            <numerusform>– Stern von %n Bild nehmen</numerusform>
            <numerusform>– Stern von %n Bildern nehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>keep of %n picture(s)</source>
        <translation>
            <numerusform>– Behalten von %n Bild</numerusform>
            <numerusform>– Behalten von %n Bildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>maybe for %n picture(s)</source>
        <translation>
            <numerusform>– Vielleicht für %n Bild</numerusform>
            <numerusform>– Vielleicht für %n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject of %n picture(s)</source>
        <translation>
            <numerusform>– Ablehnen von %n Bild</numerusform>
            <numerusform>– Ablehnen von %n Bildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clearing the choice for %n picture(s)</source>
        <translation>
            <numerusform>– Wahl für %n Bild aufheben</numerusform>
            <numerusform>– Wahl für %n Bilder aufheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removal of %n job(s)</source>
        <translation>
            <numerusform>– Entfernen von %n Job</numerusform>
            <numerusform>– Entfernen von %n Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>saving %n picture(s)</source>
        <translation>
            <numerusform>– Speichern von %n Bild</numerusform>
            <numerusform>– Speichern von %n Bildern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckUp</name>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Sichere Verbindung</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Could not be checked: {reason}.</source>
        <translation>Konnte nicht geprüft werden: {reason}.</translation>
    </message>
    <message>
        <source>Could not be checked.</source>
        <translation>Konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Face Gen Viewer, check-up of {server}</source>
        <translation>Face Gen Viewer, Prüfung von {server}</translation>
    </message>
    <message>
        <source>through the proxy {proxy}</source>
        <translation>über den Proxy {proxy}</translation>
    </message>
    <message>
        <source>certificate issued by {issuer}</source>
        <translation>Zertifikat ausgestellt von {issuer}</translation>
    </message>
    <message>
        <source>Please allow outgoing connections to:</source>
        <translation>Bitte erlauben Sie ausgehende Verbindungen zu:</translation>
    </message>
    <message>
        <source>Pictures may also lie at other addresses of the service or in a storage of your own.</source>
        <translation>Bilder können auch unter anderen Adressen des Dienstes oder in einem eigenen Speicher liegen.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>Lets us through ({proxy}).</source>
        <translation>Lässt uns durch ({proxy}).</translation>
    </message>
    <message>
        <source>Trusted (issued by {issuer}).</source>
        <translation>Vertrauenswürdig (ausgestellt von {issuer}).</translation>
    </message>
    <message>
        <source>Trusted.</source>
        <translation>Vertrauenswürdig.</translation>
    </message>
    <message>
        <source>{host} answers.</source>
        <translation>{host} antwortet.</translation>
    </message>
    <message>
        <source>Accepted.</source>
        <translation>Angenommen.</translation>
    </message>
    <message>
        <source>Can be reached ({host}).</source>
        <translation>Erreichbar ({host}).</translation>
    </message>
    <message>
        <source>The proxy does this.</source>
        <translation>Das übernimmt der Proxy.</translation>
    </message>
    <message>
        <source>None in use.</source>
        <translation>Es wird keiner verwendet.</translation>
    </message>
    <message>
        <source>Not needed on this computer itself.</source>
        <translation>Auf diesem Computer selbst nicht nötig.</translation>
    </message>
    <message>
        <source>There is no key to check yet.</source>
        <translation>Es gibt noch keinen Schlüssel zu prüfen.</translation>
    </message>
    <message>
        <source>Nothing to check.</source>
        <translation>Nichts zu prüfen.</translation>
    </message>
</context>
<context>
    <name>CheckUpDialog</name>
    <message>
        <source>Check-up</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Looks, one after the other, at everything a picture needs to arrive.</source>
        <translation>Sieht der Reihe nach alles an, was ein Bild braucht, um anzukommen.</translation>
    </message>
    <message>
        <source>Progress of the check-up</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Note for IT</source>
        <translation>Notiz für die IT</translation>
    </message>
    <message>
        <source>Note for IT:</source>
        <translation>Notiz für die IT:</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy note</source>
        <translation>Notiz kopieren</translation>
    </message>
</context>
<context>
    <name>ChecklistBar</name>
    <message>
        <source>Show missing</source>
        <translation>Fehlende zeigen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>No longer wait for what is missing</source>
        <translation>Nicht mehr auf das warten, was fehlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a batch and how complete it is</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more batch(es) with something missing</source>
        <translation>
            <numerusform>%n weiterer Stapel, in dem etwas fehlt</numerusform>
            <numerusform>%n weitere Stapel, in denen etwas fehlt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceChip</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>{choice} ({count})</source>
        <translation>{choice} ({count})</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Wahl</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n picture(s), menu</source>
        <translation>
            <numerusform>%1: %n Bild, Menü</numerusform>
            <numerusform>%1: %n Bilder, Menü</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>This file cannot be shown here.</source>
        <translation>Diese Datei kann hier nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
</context>
<context>
    <name>CompareTools</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>Zurück zur Galerie</translation>
    </message>
    <message>
        <source>Back to the gallery (Esc)</source>
        <translation>Zurück zur Galerie (Esc)</translation>
    </message>
    <message>
        <source>One over the other</source>
        <translation>Übereinander</translation>
    </message>
    <message>
        <source>One over the other, or side by side (space)</source>
        <translation>Übereinander oder nebeneinander (Leertaste)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>In das Fenster einpassen</translation>
    </message>
    <message>
        <source>Fit into the window (0)</source>
        <translation>In das Fenster einpassen (0)</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>One pixel of the largest picture is one of the screen</source>
        <translation>Ein Bildpunkt des größten Bildes ist einer des Bildschirms</translation>
    </message>
    <message>
        <source>1 keep · 2 maybe · 3 reject · S save · Tab or arrow keys choose the picture</source>
        <translation>1 behalten · 2 vielleicht · 3 ablehnen · S speichern · Tabulator oder Pfeiltasten wählen das Bild</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Files of that name are there already</source>
        <translation>Dateien mit diesem Namen gibt es schon</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in the folder already have a name that is to be saved now, for example {example}. Nothing will be overwritten.</source>
        <translation>
            <numerusform>%n Datei im Ordner trägt schon einen Namen, der jetzt gespeichert werden soll: {example}. Nichts wird überschrieben.</numerusform>
            <numerusform>%n Dateien im Ordner tragen schon Namen, die jetzt gespeichert werden sollen, zum Beispiel {example}. Nichts wird überschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save under free names</source>
        <translation>Unter freien Namen speichern</translation>
    </message>
    <message>
        <source>Leave these out</source>
        <translation>Diese auslassen</translation>
    </message>
</context>
<context>
    <name>ContactSheetDialog</name>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktabzug</translation>
    </message>
    <message>
        <source>Pictures side by side</source>
        <translation>Bilder nebeneinander</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Pictures side by side:</source>
        <translation>Bilder nebeneinander:</translation>
    </message>
    <message>
        <source>Paper:</source>
        <translation>Papier:</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>The program made a mistake. Your pictures and your list of jobs are safe. You can go on; if something looks odd, quit and start again: everything will still be there. You would help by copying the text below and sending it to whoever gave you this program. Your API key and your pictures are not in it.</source>
        <translation>Das Programm hat einen Fehler gemacht. Ihre Bilder und Ihre Job-Liste sind sicher. Sie können weitermachen; wenn etwas seltsam aussieht, beenden Sie das Programm und starten Sie es neu: Alles ist dann noch da. Sie helfen, wenn Sie den Text unten kopieren und an die Person schicken, von der Sie das Programm haben. Ihr API-Schlüssel und Ihre Bilder stehen nicht darin.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>This is what will be copied, so that somebody can help you. Your API key and your pictures are not in it. Please read it before you send it.</source>
        <translation>Das wird kopiert, damit Ihnen jemand helfen kann. Ihr API-Schlüssel und Ihre Bilder stehen nicht darin. Bitte lesen Sie es, bevor Sie es verschicken.</translation>
    </message>
    <message>
        <source>Text to be copied</source>
        <translation>Text, der kopiert wird</translation>
    </message>
    <message>
        <source>Include job IDs</source>
        <translation>Mit Job-IDs</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Looking up your pictures…</source>
        <translation>Ihre Bilder werden herausgesucht …</translation>
    </message>
    <message>
        <source>Paste job IDs to see their pictures</source>
        <translation>Fügen Sie Job-IDs ein, um die Bilder zu sehen</translation>
    </message>
    <message>
        <source>A mail, a spreadsheet column or a list will do: the IDs are found in it. Pictures stay here, also after the service has deleted its own.</source>
        <translation>Eine E-Mail, eine Tabellenspalte oder eine Liste genügt: Die IDs werden darin gefunden. Bilder bleiben hier, auch wenn der Dienst seine gelöscht hat.</translation>
    </message>
    <message>
        <source>Paste job IDs</source>
        <translation>Job-IDs einfügen</translation>
    </message>
    <message numerus="yes">
        <source>%n job ID(s) are ready to be fetched</source>
        <translation>
            <numerusform>%n Job-ID kann abgerufen werden</numerusform>
            <numerusform>%n Job-IDs können abgerufen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>They are underlined in the box. Their pictures appear here, and stay here.</source>
        <translation>Im Feld links sind sie unterstrichen. Die Bilder dazu erscheinen hier und bleiben hier.</translation>
    </message>
    <message>
        <source>Fetch the pictures</source>
        <translation>Bilder abrufen</translation>
    </message>
    <message>
        <source>Nothing matches this filter</source>
        <translation>Nichts passt zu diesem Filter</translation>
    </message>
    <message>
        <source>Your pictures are still here: another filter or search shows them.</source>
        <translation>Ihre Bilder sind noch da: Ein anderer Filter oder eine andere Suche zeigt sie.</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>Alle Bilder zeigen</translation>
    </message>
    <message>
        <source>A star marks what you want to find again: select a picture and press {key}, or choose “Star” in its menu.</source>
        <translation>Ein Stern merkt vor, was Sie wiederfinden möchten: Wählen Sie ein Bild aus und drücken Sie {key}, oder nehmen Sie „Stern“ in seinem Menü.</translation>
    </message>
    <message>
        <source>No picture has a star</source>
        <translation>Kein Bild hat einen Stern</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export as ZIP</source>
        <translation>Als ZIP exportieren</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>ZIP (*.zip)</source>
        <translation>ZIP (*.zip)</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>Lieferschein</translation>
    </message>
    <message>
        <source>delivery-note</source>
        <translation>Lieferschein</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktabzug</translation>
    </message>
    <message>
        <source>contact-sheet</source>
        <translation>Kontaktabzug</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktabzug</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), {when}</source>
        <translation>
            <numerusform>%n Bild, {when}</numerusform>
            <numerusform>%n Bilder, {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Dieses Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>{pictures} of {jobs}</source>
        <translation>{pictures} von {jobs}</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) not complete</source>
        <translation>
            <numerusform>%n Job nicht vollständig</numerusform>
            <numerusform>%n Jobs nicht vollständig</numerusform>
        </translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>Lieferschein</translation>
    </message>
    <message>
        <source>Made {when} with Face Gen Viewer</source>
        <translation>Erstellt {when} mit Face Gen Viewer</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>Job-ID</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>Größe in Bytes</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>The saved copy is no longer where it was saved.</source>
        <translation>Die gespeicherte Kopie ist nicht mehr dort, wo sie gespeichert wurde.</translation>
    </message>
    <message>
        <source>Changed after it was saved.</source>
        <translation>Nach dem Speichern verändert.</translation>
    </message>
    <message>
        <source>The program&apos;s own file of it cannot be read.</source>
        <translation>Die programmeigene Datei dazu kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>API key needed</source>
        <translation>API-Schlüssel nötig</translation>
    </message>
    <message>
        <source>The service only hands out pictures to somebody with an API key.</source>
        <translation>Der Dienst gibt Bilder nur an jemanden mit einem API-Schlüssel heraus.</translation>
    </message>
    <message>
        <source>Enter your API key; everything that waits then goes on.</source>
        <translation>Geben Sie Ihren API-Schlüssel ein; alles, was wartet, geht dann weiter.</translation>
    </message>
    <message>
        <source>API key not accepted</source>
        <translation>API-Schlüssel nicht angenommen</translation>
    </message>
    <message>
        <source>The service does not accept this API key.</source>
        <translation>Der Dienst nimmt diesen API-Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>No credit left</source>
        <translation>Kein Guthaben mehr</translation>
    </message>
    <message>
        <source>The account at the service has no credit left, or its subscription has ended.</source>
        <translation>Das Konto beim Dienst hat kein Guthaben mehr, oder das Abonnement ist abgelaufen.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the account, then press “Try again”.</source>
        <translation>Fragen Sie die Person, die das Konto betreut, und drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Not part of your plan</source>
        <translation>Nicht in Ihrem Tarif</translation>
    </message>
    <message>
        <source>The account&apos;s plan does not include fetching these pictures.</source>
        <translation>Der Tarif des Kontos umfasst das Abrufen dieser Bilder nicht.</translation>
    </message>
    <message>
        <source>The service does not know this ID</source>
        <translation>Der Dienst kennt diese ID nicht</translation>
    </message>
    <message>
        <source>The service has no job with this ID, or has it no longer.</source>
        <translation>Der Dienst hat keinen Job mit dieser ID, oder er hat ihn nicht mehr.</translation>
    </message>
    <message>
        <source>Compare the ID with the place you copied it from. IDs made on another kind of server are not found here: those have a fetch address of their own.</source>
        <translation>Vergleichen Sie die ID mit der Stelle, von der Sie sie kopiert haben. IDs, die auf einer anderen Art von Server entstanden sind, werden hier nicht gefunden: Sie haben eine eigene Abrufadresse.</translation>
    </message>
    <message>
        <source>The service could not make this picture</source>
        <translation>Der Dienst konnte dieses Bild nicht machen</translation>
    </message>
    <message>
        <source>The service tried to make this picture and did not succeed.</source>
        <translation>Der Dienst hat versucht, dieses Bild zu machen, und es ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Order the picture again; it will get a new ID.</source>
        <translation>Bestellen Sie das Bild noch einmal; es bekommt eine neue ID.</translation>
    </message>
    <message>
        <source>Finished without a picture</source>
        <translation>Fertig, aber ohne Bild</translation>
    </message>
    <message>
        <source>Ask again later, or order the picture again.</source>
        <translation>Fragen Sie später noch einmal, oder bestellen Sie das Bild neu.</translation>
    </message>
    <message>
        <source>Not finished within 24 hours</source>
        <translation>Nach 24 Stunden nicht fertig</translation>
    </message>
    <message>
        <source>The service has been making this picture for more than 24 hours.</source>
        <translation>Der Dienst arbeitet seit mehr als 24 Stunden an diesem Bild.</translation>
    </message>
    <message>
        <source>Press “Ask again” to look once more, or order the picture again.</source>
        <translation>Drücken Sie „Erneut fragen“, um noch einmal nachzusehen, oder bestellen Sie das Bild neu.</translation>
    </message>
    <message>
        <source>The service asks us to slow down</source>
        <translation>Der Dienst bittet um eine Pause</translation>
    </message>
    <message>
        <source>Too many questions were asked in a short time.</source>
        <translation>In kurzer Zeit wurden zu viele Anfragen gestellt.</translation>
    </message>
    <message>
        <source>There is nothing you need to do.</source>
        <translation>Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>The service has trouble</source>
        <translation>Der Dienst hat Schwierigkeiten</translation>
    </message>
    <message>
        <source>The service gave an answer that cannot be understood.</source>
        <translation>Der Dienst hat eine unverständliche Antwort gegeben.</translation>
    </message>
    <message>
        <source>If it stays like this, ask again later.</source>
        <translation>Wenn es so bleibt, fragen Sie später noch einmal.</translation>
    </message>
    <message>
        <source>The program asks again by itself.</source>
        <translation>Das Programm fragt von selbst noch einmal.</translation>
    </message>
    <message>
        <source>No internet connection</source>
        <translation>Keine Internetverbindung</translation>
    </message>
    <message>
        <source>This computer is not connected to the internet.</source>
        <translation>Dieser Computer ist nicht mit dem Internet verbunden.</translation>
    </message>
    <message>
        <source>Check the Wi-Fi or the network cable.</source>
        <translation>Prüfen Sie das WLAN oder das Netzwerkkabel.</translation>
    </message>
    <message>
        <source>Fetching goes on by itself as soon as the connection is back.</source>
        <translation>Das Abrufen geht von selbst weiter, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message>
        <source>Server not found</source>
        <translation>Server nicht gefunden</translation>
    </message>
    <message>
        <source>The network cannot find {host}.</source>
        <translation>Das Netzwerk findet {host} nicht.</translation>
    </message>
    <message>
        <source>Check the internet connection. In a company network, IT may have to allow this address.</source>
        <translation>Prüfen Sie die Internetverbindung. In einem Firmennetz muss die IT diese Adresse vielleicht erst erlauben.</translation>
    </message>
    <message>
        <source>The program keeps trying by itself.</source>
        <translation>Das Programm versucht es von selbst weiter.</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Keine Verbindung zum Server</translation>
    </message>
    <message>
        <source>{host} does not accept the connection.</source>
        <translation>{host} nimmt die Verbindung nicht an.</translation>
    </message>
    <message>
        <source>If other websites work, the service may be down, or a firewall is in the way; IT can help.</source>
        <translation>Wenn andere Webseiten gehen, ist der Dienst vielleicht gestört, oder eine Firewall ist im Weg; die IT kann helfen.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>If it stays like this, check the internet connection.</source>
        <translation>Wenn es so bleibt, prüfen Sie die Internetverbindung.</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>Das Programm versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Secure connection not trusted</source>
        <translation>Sichere Verbindung nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>The certificate shown for {host} is not trusted by this computer, so nothing was sent.</source>
        <translation>Dieser Computer vertraut dem Zertifikat nicht, das {host} zeigt; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>In a company network, IT can give you a certificate file to add under Settings, Network. Also check that the computer&apos;s date and time are right.</source>
        <translation>In einem Firmennetz kann Ihnen die IT eine Zertifikatsdatei geben, die Sie unter Einstellungen, Netzwerk eintragen. Prüfen Sie auch, ob Datum und Uhrzeit des Computers stimmen.</translation>
    </message>
    <message>
        <source>The proxy does not let us through</source>
        <translation>Der Proxy lässt uns nicht durch</translation>
    </message>
    <message>
        <source>The proxy server of your network refused or broke the connection.</source>
        <translation>Der Proxy-Server Ihres Netzes hat die Verbindung abgelehnt oder getrennt.</translation>
    </message>
    <message>
        <source>Check the proxy under Settings, Network, or ask IT; then press “Try again”.</source>
        <translation>Prüfen Sie den Proxy unter Einstellungen, Netzwerk, oder fragen Sie die IT; drücken Sie dann „Erneut versuchen“.</translation>
    </message>
    <message>
        <source>Picture not there yet</source>
        <translation>Bild noch nicht da</translation>
    </message>
    <message>
        <source>The service named the picture before it can be downloaded.</source>
        <translation>Der Dienst hat das Bild genannt, bevor es heruntergeladen werden kann.</translation>
    </message>
    <message>
        <source>If it stays like this, ask again in a few minutes.</source>
        <translation>Wenn es so bleibt, fragen Sie in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The program looks for it again by itself.</source>
        <translation>Das Programm sieht von selbst noch einmal nach.</translation>
    </message>
    <message>
        <source>Picture no longer at the service</source>
        <translation>Bild nicht mehr beim Dienst</translation>
    </message>
    <message>
        <source>The picture is not there any more. As far as we know, the service keeps pictures about 24 hours.</source>
        <translation>Das Bild ist nicht mehr da. Soweit wir wissen, behält der Dienst Bilder etwa 24 Stunden.</translation>
    </message>
    <message>
        <source>Order the picture again, or ask whoever ordered it for a copy.</source>
        <translation>Bestellen Sie das Bild noch einmal, oder bitten Sie die Person, die es bestellt hat, um eine Kopie.</translation>
    </message>
    <message>
        <source>Picture arrived damaged</source>
        <translation>Bild beschädigt angekommen</translation>
    </message>
    <message>
        <source>The picture came incomplete or damaged.</source>
        <translation>Das Bild kam unvollständig oder beschädigt an.</translation>
    </message>
    <message>
        <source>The program downloads it again by itself.</source>
        <translation>Das Programm lädt es von selbst noch einmal herunter.</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>The service delivered something that is not a picture.</source>
        <translation>Der Dienst hat etwas geliefert, das kein Bild ist.</translation>
    </message>
    <message>
        <source>Check that the ID belongs to a face picture. You can save the file as it is.</source>
        <translation>Prüfen Sie, ob die ID zu einem Gesichtsbild gehört. Sie können die Datei so speichern, wie sie ist.</translation>
    </message>
    <message>
        <source>Picture too large</source>
        <translation>Bild zu groß</translation>
    </message>
    <message>
        <source>Check the key and enter it again; all that waits then goes on.</source>
        <translation>Prüfen Sie den Schlüssel und geben Sie ihn noch einmal ein; alles, was wartet, geht dann weiter.</translation>
    </message>
    <message>
        <source>The service calls the job finished, but it names no picture.</source>
        <translation>Der Dienst nennt den Job fertig, aber kein Bild dazu.</translation>
    </message>
    <message>
        <source>Fetching goes on by itself as soon as the service allows it.</source>
        <translation>Das Abrufen geht von selbst weiter, sobald der Dienst es erlaubt.</translation>
    </message>
    <message>
        <source>The picture is larger than this program accepts.</source>
        <translation>Das Bild ist größer, als dieses Programm annimmt.</translation>
    </message>
    <message>
        <source>Ask whoever ordered it for a smaller one.</source>
        <translation>Bitten Sie die Person, die es bestellt hat, um ein kleineres.</translation>
    </message>
    <message>
        <source>Picture too large to be shown or converted</source>
        <translation>Bild zu groß zum Anzeigen oder Umwandeln</translation>
    </message>
    <message>
        <source>It takes too much memory to show or convert this picture here; it is kept as it is.</source>
        <translation>Dieses Bild hier anzuzeigen oder umzuwandeln braucht zu viel Arbeitsspeicher; es wird so aufgehoben, wie es ist.</translation>
    </message>
    <message>
        <source>Save it in the format in which it was received.</source>
        <translation>Speichern Sie es in dem Format, in dem es angekommen ist.</translation>
    </message>
    <message>
        <source>Picture link not safe</source>
        <translation>Link zum Bild nicht sicher</translation>
    </message>
    <message>
        <source>The picture&apos;s link leads to a place that is not safe to open, so it was not opened.</source>
        <translation>Der Link des Bildes führt an einen unsicheren Ort und wurde deshalb nicht geöffnet.</translation>
    </message>
    <message>
        <source>Please show this to IT or to the service&apos;s support.</source>
        <translation>Bitte zeigen Sie das der IT oder dem Kundendienst des Dienstes.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>There is no room left for {path}. Nothing half-written was left behind.</source>
        <translation>Für {path} ist kein Platz mehr. Es blieb nichts halb Geschriebenes zurück.</translation>
    </message>
    <message>
        <source>Make some room on the disk, or choose another folder.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Fetching goes on by itself when there is room again.</source>
        <translation>Das Abrufen geht von selbst weiter, wenn wieder Platz ist.</translation>
    </message>
    <message>
        <source>Folder not there</source>
        <translation>Ordner nicht da</translation>
    </message>
    <message>
        <source>{path} cannot be found. A drive may not be connected.</source>
        <translation>{path} wurde nicht gefunden. Vielleicht ist ein Laufwerk nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Connect the drive, or choose another folder.</source>
        <translation>Schließen Sie das Laufwerk an, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Fetching goes on by itself when the folder is back.</source>
        <translation>Das Abrufen geht von selbst weiter, wenn der Ordner wieder da ist.</translation>
    </message>
    <message>
        <source>Folder cannot be written to</source>
        <translation>Ordner nicht beschreibbar</translation>
    </message>
    <message>
        <source>You have no permission to write to {path}.</source>
        <translation>Sie dürfen nicht in {path} schreiben.</translation>
    </message>
    <message>
        <source>Choose another folder, or ask IT for permission.</source>
        <translation>Wählen Sie einen anderen Ordner, oder bitten Sie die IT um die Erlaubnis.</translation>
    </message>
    <message>
        <source>Fetching goes on by itself when the folder can be written to.</source>
        <translation>Das Abrufen geht von selbst weiter, wenn der Ordner beschreibbar ist.</translation>
    </message>
    <message>
        <source>File cannot be read</source>
        <translation>Datei nicht lesbar</translation>
    </message>
    <message>
        <source>{path} cannot be read. It may have been moved or deleted.</source>
        <translation>{path} kann nicht gelesen werden. Vielleicht wurde die Datei verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>Ask again for this job; the picture may still be at the service.</source>
        <translation>Fragen Sie noch einmal nach diesem Job; vielleicht ist das Bild noch beim Dienst.</translation>
    </message>
    <message>
        <source>Picture files are gone</source>
        <translation>Bilddateien fehlen</translation>
    </message>
    <message>
        <source>Picture files that were in {path} are no longer there. They may have been moved or deleted.</source>
        <translation>Bilddateien, die in {path} waren, sind nicht mehr da. Vielleicht wurden sie verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>What the service still has is fetched again by itself. If you moved the files, put them back and start the program again.</source>
        <translation>Was der Dienst noch hat, wird von selbst noch einmal abgerufen. Wenn Sie die Dateien verschoben haben, legen Sie sie zurück und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The list of jobs is in use</source>
        <translation>Die Job-Liste wird gerade benutzt</translation>
    </message>
    <message>
        <source>Another program, a backup for instance, is using the file with the list of jobs.</source>
        <translation>Ein anderes Programm, etwa eine Datensicherung, benutzt gerade die Datei mit der Job-Liste.</translation>
    </message>
    <message>
        <source>If it stays like this, close the other program.</source>
        <translation>Wenn es so bleibt, schließen Sie das andere Programm.</translation>
    </message>
    <message>
        <source>It is tried again by itself, and nothing is lost meanwhile.</source>
        <translation>Es wird von selbst noch einmal versucht; inzwischen geht nichts verloren.</translation>
    </message>
    <message>
        <source>The list of jobs cannot be opened</source>
        <translation>Die Job-Liste lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The file with the list of jobs, {path}, cannot be opened.</source>
        <translation>Die Datei mit der Job-Liste, {path}, lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>If it stays like this, ask IT to look at this file; please do not delete it.</source>
        <translation>Wenn es so bleibt, bitten Sie die IT, sich diese Datei anzusehen; löschen Sie sie bitte nicht.</translation>
    </message>
    <message>
        <source>The settings could not be read</source>
        <translation>Die Einstellungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The file with your settings could not be read, so the standard settings are used. It is kept as {path}.</source>
        <translation>Die Datei mit Ihren Einstellungen konnte nicht gelesen werden, deshalb gelten die Standardeinstellungen. Sie bleibt als {path} erhalten.</translation>
    </message>
    <message>
        <source>Look through the settings and choose again what you had changed.</source>
        <translation>Sehen Sie die Einstellungen durch und wählen Sie noch einmal, was Sie geändert hatten.</translation>
    </message>
    <message>
        <source>Settings of IT could not be used</source>
        <translation>Vorgaben der IT waren nicht verwendbar</translation>
    </message>
    <message>
        <source>Some or all of the settings that IT provides in {path} could not be used.</source>
        <translation>Einige oder alle Vorgaben der IT in {path} konnten nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Please show this to IT.</source>
        <translation>Bitte zeigen Sie dies der IT.</translation>
    </message>
    <message>
        <source>The list of jobs was damaged</source>
        <translation>Die Job-Liste war beschädigt</translation>
    </message>
    <message>
        <source>The file with the list of jobs was damaged. It was set aside, and the list was made anew from the pictures on disk.</source>
        <translation>Die Datei mit der Job-Liste war beschädigt. Sie wurde beiseitegelegt, und die Liste wurde aus den vorhandenen Bildern neu angelegt.</translation>
    </message>
    <message>
        <source>If an ID is missing, paste it again.</source>
        <translation>Wenn eine ID fehlt, fügen Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>Made by a newer version</source>
        <translation>Von einer neueren Version</translation>
    </message>
    <message>
        <source>The list of jobs was last used by a newer version of this program and was left alone.</source>
        <translation>Die Job-Liste wurde zuletzt mit einer neueren Version dieses Programms benutzt und blieb unangetastet.</translation>
    </message>
    <message>
        <source>Install the newest version of this program.</source>
        <translation>Installieren Sie die neueste Version dieses Programms.</translation>
    </message>
    <message>
        <source>No safe place for the key</source>
        <translation>Kein sicherer Ort für den Schlüssel</translation>
    </message>
    <message>
        <source>This computer has no password store that the key could be kept in.</source>
        <translation>Dieser Computer hat keinen Passwortspeicher, in dem der Schlüssel aufbewahrt werden könnte.</translation>
    </message>
    <message>
        <source>You can use the key for this session. On Linux, installing GNOME Keyring (package gnome-keyring) or KWallet and signing in again helps.</source>
        <translation>Sie können den Schlüssel für diese Sitzung verwenden. Unter Linux hilft es, GNOME Keyring (Paket gnome-keyring) oder KWallet zu installieren und sich neu anzumelden.</translation>
    </message>
    <message>
        <source>The password store is not set up</source>
        <translation>Der Passwortspeicher ist nicht eingerichtet</translation>
    </message>
    <message>
        <source>There is a password store, but nothing has been set up in it yet.</source>
        <translation>Es gibt einen Passwortspeicher, aber darin ist noch nichts eingerichtet.</translation>
    </message>
    <message>
        <source>Open “Passwords and Keys” (Seahorse), choose New, “Password keyring”, name it “Login”, make it the default, and then press “Unlock and try again”.</source>
        <translation>Öffnen Sie „Passwörter und Schlüssel“ (Seahorse), wählen Sie Neu, „Passwort-Schlüsselbund“, nennen Sie ihn „Anmeldung“, machen Sie ihn zum Standard und drücken Sie dann „Entsperren und erneut versuchen“.</translation>
    </message>
    <message>
        <source>The password store is locked</source>
        <translation>Der Passwortspeicher ist gesperrt</translation>
    </message>
    <message>
        <source>The key is in the password store, and that is locked.</source>
        <translation>Der Schlüssel liegt im Passwortspeicher, und der ist gesperrt.</translation>
    </message>
    <message>
        <source>Press “Unlock and try again” and enter the store&apos;s password.</source>
        <translation>Drücken Sie „Entsperren und erneut versuchen“ und geben Sie das Passwort des Speichers ein.</translation>
    </message>
    <message>
        <source>The password store said no</source>
        <translation>Der Passwortspeicher lehnt ab</translation>
    </message>
    <message>
        <source>The password store did not let this program in.</source>
        <translation>Der Passwortspeicher hat dieses Programm nicht hereingelassen.</translation>
    </message>
    <message>
        <source>Press “Unlock and try again” and allow it when asked, or use the key for this session only.</source>
        <translation>Drücken Sie „Entsperren und erneut versuchen“ und stimmen Sie zu, wenn Sie gefragt werden, oder verwenden Sie den Schlüssel nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The password store is not safe</source>
        <translation>Der Passwortspeicher ist nicht sicher</translation>
    </message>
    <message>
        <source>The password store set up here would keep the key readable for everybody, so it is not used.</source>
        <translation>Der hier eingerichtete Passwortspeicher würde den Schlüssel für alle lesbar aufbewahren; deshalb wird er nicht benutzt.</translation>
    </message>
    <message>
        <source>You can use the key for this session. Installing GNOME Keyring (package gnome-keyring) or KWallet helps.</source>
        <translation>Sie können den Schlüssel für diese Sitzung verwenden. Es hilft, GNOME Keyring (Paket gnome-keyring) oder KWallet zu installieren.</translation>
    </message>
    <message>
        <source>The password store does not answer</source>
        <translation>Der Passwortspeicher antwortet nicht</translation>
    </message>
    <message>
        <source>The password store did not answer in time.</source>
        <translation>Der Passwortspeicher hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Look for a window that asks for its password, then press “Unlock and try again”.</source>
        <translation>Suchen Sie nach einem Fenster, das nach dem Passwort fragt, und drücken Sie dann „Entsperren und erneut versuchen“.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Im Programm ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>The program made a mistake here. Your pictures are safe.</source>
        <translation>Hier hat das Programm einen Fehler gemacht. Ihre Bilder sind sicher.</translation>
    </message>
    <message>
        <source>Try it once more. If it happens again, choose Help, Copy diagnostics, and send that.</source>
        <translation>Versuchen Sie es noch einmal. Wenn es wieder geschieht, wählen Sie Hilfe, Diagnose kopieren, und schicken Sie das ein.</translation>
    </message>
    <message>
        <source>Press “Ask again” to try once more.</source>
        <translation>Drücken Sie „Erneut fragen“, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>die Gegenstelle</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>das Verzeichnis</translation>
    </message>
</context>
<context>
    <name>Fetching</name>
    <message>
        <source>Open a list of job IDs</source>
        <translation>Eine Liste von Job-IDs öffnen</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv *.json);;All files (*)</source>
        <translation>Listen (*.txt *.csv *.tsv *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Label of job {id}</source>
        <translation>Bezeichnung von Job {id}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Smaller pictures</source>
        <translation>Kleinere Bilder</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>Größere Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n picture(s)</source>
        <translation>
            <numerusform>%1: %n Bild</numerusform>
            <numerusform>%1: %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By ID</source>
        <translation>Nach ID</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Bezeichnung</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Zustand</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Ohne Gruppen</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>Nach Stapel</translation>
    </message>
    <message>
        <source>By job</source>
        <translation>Nach Job</translation>
    </message>
    <message>
        <source>Size of pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>%1 of %2</source>
        <comment>which picture of how many</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>on a tile</comment>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>Pasted earlier</source>
        <translation>Früher eingefügt</translation>
    </message>
    <message>
        <source>Name of this batch</source>
        <translation>Name dieses Stapels</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Select all of %1</source>
        <translation>Alle von %1 auswählen</translation>
    </message>
    <message>
        <source>Save all of %1</source>
        <translation>Alle von %1 speichern</translation>
    </message>
    <message>
        <source>Name %1</source>
        <translation>%1 benennen</translation>
    </message>
    <message>
        <source>Remove all of %1</source>
        <translation>Alle von %1 entfernen</translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Picture information</source>
        <translation>Bildinformationen</translation>
    </message>
    <message>
        <source>What the service says</source>
        <translation>Was der Dienst dazu sagt</translation>
    </message>
    <message>
        <source>Job ID</source>
        <translation>Job-ID</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} Pixel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Abgerufen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Checksum (SHA-256)</source>
        <translation>Prüfsumme (SHA-256)</translation>
    </message>
</context>
<context>
    <name>JobListView</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>The service hands out pictures only to somebody with an API key. It is sent to the service and to nobody else.</source>
        <translation>Der Dienst gibt Bilder nur an jemanden mit einem API-Schlüssel heraus. Der Schlüssel wird an den Dienst gesendet und an niemanden sonst.</translation>
    </message>
    <message>
        <source>You get the key from the person who looks after your account with the service, often somebody in IT. Treat it like a password.</source>
        <translation>Den Schlüssel bekommen Sie von der Person, die das Konto bei dem Dienst betreut, oft jemand aus der IT. Behandeln Sie ihn wie ein Passwort.</translation>
    </message>
    <message>
        <source>Paste your key here</source>
        <translation>Fügen Sie Ihren Schlüssel hier ein</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the key while typing</source>
        <translation>Den Schlüssel beim Tippen zeigen</translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation>Nur für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Unlock and try again</source>
        <translation>Entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>Waiting for the password store</source>
        <translation>Warten auf den Passwortspeicher</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>Schlüssel speichern</translation>
    </message>
    <message>
        <source>Forget key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>The service did not accept the key. Nothing is lost: check it, enter it again, and everything that waits goes on.</source>
        <translation>Der Dienst hat den Schlüssel nicht angenommen. Nichts ist verloren: Prüfen Sie ihn, geben Sie ihn noch einmal ein, und alles, was wartet, geht weiter.</translation>
    </message>
    <message>
        <source>API &amp;key:</source>
        <translation>API-&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>Putting the key away…</source>
        <translation>Der Schlüssel wird abgelegt …</translation>
    </message>
    <message>
        <source>Forgetting the key…</source>
        <translation>Der Schlüssel wird vergessen …</translation>
    </message>
    <message>
        <source>Waiting for the password store…</source>
        <translation>Warten auf den Passwortspeicher …</translation>
    </message>
    <message>
        <source>It may ask for its own password in another window.</source>
        <translation>Vielleicht fragt er in einem anderen Fenster nach seinem eigenen Passwort.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>The key was last kept in {store}, which is not the password store in use now.</source>
        <translation>Der Schlüssel lag zuletzt in {store}; jetzt wird ein anderer Passwortspeicher benutzt.</translation>
    </message>
    <message>
        <source>Kept in: {store}</source>
        <translation>Aufbewahrt in: {store}</translation>
    </message>
    <message>
        <source>For this session only; forgotten when the program closes.</source>
        <translation>Nur für diese Sitzung; beim Schließen des Programms vergessen.</translation>
    </message>
    <message>
        <source>No key is stored yet.</source>
        <translation>Noch ist kein Schlüssel gespeichert.</translation>
    </message>
    <message>
        <source>The service has not accepted the new key yet.</source>
        <translation>Der Dienst hat den neuen Schlüssel noch nicht angenommen.</translation>
    </message>
    <message>
        <source>A key is there.</source>
        <translation>Ein Schlüssel ist da.</translation>
    </message>
    <message>
        <source>The present key ends in {hint}.</source>
        <translation>Der jetzige Schlüssel endet auf {hint}.</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tell me when a batch is complete and the window is not in front</source>
        <translation>Melden, wenn ein Stapel vollständig ist und das Fenster nicht vorne ist</translation>
    </message>
    <message>
        <source>Offer job IDs that are on the clipboard</source>
        <translation>Job-IDs anbieten, die in der Zwischenablage sind</translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation>Farben:</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>B&amp;ild</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Job</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>&amp;Sortieren</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>Gr&amp;uppieren</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
</context>
<context>
    <name>Meta</name>
    <message>
        <source>Description (prompt)</source>
        <translation>Beschreibung (Prompt)</translation>
    </message>
    <message>
        <source>Not wanted (negative prompt)</source>
        <translation>Unerwünscht (negativer Prompt)</translation>
    </message>
    <message>
        <source>Seed number</source>
        <translation>Startzahl (Seed)</translation>
    </message>
    <message>
        <source>Width asked for</source>
        <translation>Bestellte Breite</translation>
    </message>
    <message>
        <source>Height asked for</source>
        <translation>Bestellte Höhe</translation>
    </message>
    <message>
        <source>Number of pictures asked for</source>
        <translation>Bestellte Anzahl Bilder</translation>
    </message>
    <message>
        <source>Filter for unsuitable pictures</source>
        <translation>Filter für ungeeignete Bilder</translation>
    </message>
    <message>
        <source>Found unsuitable by the filter</source>
        <translation>Vom Filter als ungeeignet eingestuft</translation>
    </message>
    <message>
        <source>Seconds it took to make</source>
        <translation>Sekunden, die das Erstellen dauerte</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Server address</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Use the usual server</source>
        <translation>Den üblichen Server verwenden</translation>
    </message>
    <message>
        <source>Calls at the same time</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>Dieser:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Additional certificate file</source>
        <translation>Zusätzliche Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The server&apos;s address must begin with https://.</source>
        <translation>Die Adresse des Servers muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address must look like http://proxy.example:8080.</source>
        <translation>Die Adresse des Proxys muss so aussehen: http://proxy.example:8080.</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Server:</translation>
    </message>
    <message>
        <source>Calls at a time:</source>
        <translation>Gleichzeitige Anfragen:</translation>
    </message>
    <message>
        <source>Proxy:</source>
        <translation>Proxy:</translation>
    </message>
    <message>
        <source>Certificate file:</source>
        <translation>Zertifikatsdatei:</translation>
    </message>
    <message>
        <source>Only needed where your company inspects secure connections: IT can give you a PEM file.</source>
        <translation>Nur nötig, wo Ihre Firma sichere Verbindungen prüft: Die IT kann Ihnen eine PEM-Datei geben.</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>No job has failed.</source>
        <translation>Kein Job ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Practice mode opens in a window of its own.</source>
        <translation>Der Übungsmodus öffnet sich in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>Practice mode could not be started. Start the program again and try it once more.</source>
        <translation>Der Übungsmodus konnte nicht gestartet werden. Starten Sie das Programm neu und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message numerus="yes">
        <source>%n more notice(s)</source>
        <translation>
            <numerusform>%n weiterer Hinweis</numerusform>
            <numerusform>%n weitere Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer notices</source>
        <translation>Weniger Hinweise zeigen</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Goes on in {time}</source>
        <translation>Weiter in {time}</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of this notice</source>
        <translation>Einzelheiten zu diesem Hinweis</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Enter API key…</source>
        <translation>API-Schlüssel eingeben …</translation>
    </message>
    <message>
        <source>Unlock and try again</source>
        <translation>Entsperren und erneut versuchen</translation>
    </message>
    <message>
        <source>Check-up…</source>
        <translation>Prüfung …</translation>
    </message>
    <message>
        <source>Network settings…</source>
        <translation>Netzwerkeinstellungen …</translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation>Ordner ändern …</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Copy failed IDs</source>
        <translation>Fehlgeschlagene IDs kopieren</translation>
    </message>
    <message>
        <source>Show failed</source>
        <translation>Fehlgeschlagene zeigen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Enter it again to keep it here.</source>
        <translation>Geben Sie ihn noch einmal ein, um ihn hier aufzubewahren.</translation>
    </message>
    <message>
        <source>Practice mode: these faces are drawn by the program, nothing is sent anywhere, and everything is forgotten when you close it.</source>
        <translation>Übungsmodus: Diese Gesichter zeichnet das Programm, nichts wird irgendwohin gesendet, und beim Schließen ist alles vergessen.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {path}.</source>
        <translation>Die beschädigte Datei bleibt als {path} erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s) were already here and are selected now.</source>
        <translation>
            <numerusform>%n ID war schon hier und ist jetzt ausgewählt.</numerusform>
            <numerusform>%n IDs waren schon hier und sind jetzt ausgewählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new job ID(s) are on your clipboard. Add them?</source>
        <translation>
            <numerusform>%n neue Job-ID ist in der Zwischenablage. Hinzufügen?</numerusform>
            <numerusform>%n neue Job-IDs sind in der Zwischenablage. Hinzufügen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) arrived</source>
        <translation>
            <numerusform>%n Job angekommen</numerusform>
            <numerusform>%n Jobs angekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) could not be fetched</source>
        <translation>
            <numerusform>%n Job konnte nicht abgerufen werden</numerusform>
            <numerusform>%n Jobs konnten nicht abgerufen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: {summary}.</source>
        <translation>Fertig: {summary}.</translation>
    </message>
</context>
<context>
    <name>OverlayPage</name>
    <message>
        <source>How much of the first picture is seen</source>
        <translation>Wie viel vom ersten Bild zu sehen ist</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Swap the two pictures</source>
        <translation>Die beiden Bilder tauschen</translation>
    </message>
    <message>
        <source>Swap the two pictures (X)</source>
        <translation>Die beiden Bilder tauschen (X)</translation>
    </message>
    <message>
        <source>{first}, over {second}</source>
        <translation>{first}, über {second}</translation>
    </message>
    <message>
        <source>How much of {picture} is seen</source>
        <translation>Wie viel von {picture} zu sehen ist</translation>
    </message>
</context>
<context>
    <name>PasteBox</name>
    <message>
        <source>Job IDs</source>
        <translation>Job-IDs</translation>
    </message>
    <message>
        <source>Paste job IDs here, as they are: a list, a column of a spreadsheet, a whole mail.
For example: 12202888, 12202889</source>
        <translation>Fügen Sie Job-IDs hier ein, so wie sie sind: eine Liste, eine Tabellenspalte, eine ganze E-Mail.
Zum Beispiel: 12202888, 12202889</translation>
    </message>
</context>
<context>
    <name>PasteFiles</name>
    <message>
        <source>“{name}” is a folder. Drop a text file instead.</source>
        <translation>„{name}“ ist ein Ordner. Ziehen Sie stattdessen eine Textdatei hierher.</translation>
    </message>
    <message>
        <source>“{name}” could not be read.</source>
        <translation>„{name}“ konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“{name}” is not a text file. Save it as text or CSV, or copy the column with the job IDs.</source>
        <translation>„{name}“ ist keine Textdatei. Speichern Sie sie als Text oder CSV, oder kopieren Sie die Spalte mit den Job-IDs.</translation>
    </message>
    <message>
        <source>“{name}” is too long for one list of job IDs: {count} characters are taken at once. Nothing of it was taken. Make several files of it, and use one after the other.</source>
        <translation>„{name}“ ist zu lang für eine Liste mit Job-IDs: {count} Zeichen werden auf einmal übernommen. Nichts daraus wurde übernommen. Teilen Sie die Datei in mehrere auf und verwenden Sie eine nach der anderen.</translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message>
        <source>This looks like your API key. It was not sent or stored. Job IDs belong here.</source>
        <translation>Das sieht aus wie Ihr API-Schlüssel. Er wurde weder gesendet noch gespeichert. Hierher gehören Job-IDs.</translation>
    </message>
    <message>
        <source>Show what was not understood</source>
        <translation>Zeigen, was nicht verstanden wurde</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Puts the text on the clipboard into the box</source>
        <translation>Setzt den Text der Zwischenablage in das Feld</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abrufen</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n schon hier</numerusform>
            <numerusform>%n schon hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s)</source>
        <translation>
            <numerusform>%n ID</numerusform>
            <numerusform>%n IDs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n not understood</source>
        <translation>
            <numerusform>%n nicht verstanden</numerusform>
            <numerusform>%n nicht verstanden</numerusform>
        </translation>
    </message>
    <message>
        <source>No IDs yet</source>
        <translation>Noch keine IDs</translation>
    </message>
    <message numerus="yes">
        <source>Fe&amp;tch %n</source>
        <translation>
            <numerusform>%n ab&amp;rufen</numerusform>
            <numerusform>%n ab&amp;rufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Fe&amp;tch</source>
        <translation>Ab&amp;rufen</translation>
    </message>
    <message numerus="yes">
        <source>Fetches the pictures of %n job(s)</source>
        <translation>
            <numerusform>Ruft die Bilder von %n Job ab</numerusform>
            <numerusform>Ruft die Bilder von %n Jobs ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Show %n</source>
        <translation>
            <numerusform>%n &amp;zeigen</numerusform>
            <numerusform>%n &amp;zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shows %n job(s) that are already here</source>
        <translation>
            <numerusform>Zeigt %n Job, der schon hier ist</numerusform>
            <numerusform>Zeigt %n Jobs, die schon hier sind</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no job ID in the box yet</source>
        <translation>Im Feld steht noch keine Job-ID</translation>
    </message>
    <message>
        <source>Not taken yet, since the list of jobs cannot be written: %1. The IDs stay here until it can, and are then taken by themselves.</source>
        <translation>Noch nicht übernommen, weil die Job-Liste nicht geschrieben werden kann: %1. Die IDs bleiben hier, bis das geht, und werden dann von selbst übernommen.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>That is too much text for the box. Paste it in smaller parts.</source>
        <translation>Das ist zu viel Text für das Feld. Fügen Sie ihn in kleineren Teilen ein.</translation>
    </message>
</context>
<context>
    <name>PasteReasons</name>
    <message>
        <source>Looks like an API key. It was not sent or stored.</source>
        <translation>Sieht aus wie ein API-Schlüssel. Er wurde weder gesendet noch gespeichert.</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened this number. Format the column as text or number, then copy it again.</source>
        <translation>Eine Tabelle hat diese Zahl verkürzt. Formatieren Sie die Spalte als Text oder Zahl und kopieren Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>One number or several? Write it without separators between its digits.</source>
        <translation>Eine Zahl oder mehrere? Schreiben Sie sie ohne Trennzeichen zwischen den Ziffern.</translation>
    </message>
    <message>
        <source>A link to a picture. It does not tell the job ID.</source>
        <translation>Ein Link zu einem Bild. Er nennt die Job-ID nicht.</translation>
    </message>
    <message>
        <source>A link that does not hold a job ID.</source>
        <translation>Ein Link ohne Job-ID.</translation>
    </message>
    <message>
        <source>A word. Job IDs have at least one digit.</source>
        <translation>Ein Wort. Job-IDs haben mindestens eine Ziffer.</translation>
    </message>
    <message>
        <source>An e-mail address.</source>
        <translation>Eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A date or time.</source>
        <translation>Ein Datum oder eine Uhrzeit.</translation>
    </message>
    <message>
        <source>A telephone number.</source>
        <translation>Eine Telefonnummer.</translation>
    </message>
    <message>
        <source>A price or percentage.</source>
        <translation>Ein Preis oder Prozentwert.</translation>
    </message>
    <message>
        <source>A version number.</source>
        <translation>Eine Versionsnummer.</translation>
    </message>
    <message>
        <source>Looks like a range, a date or a telephone number. Write every ID by itself.</source>
        <translation>Sieht aus wie ein Bereich, ein Datum oder eine Telefonnummer. Schreiben Sie jede ID für sich.</translation>
    </message>
    <message>
        <source>A small number in a sentence. If it is an ID, put it on a line of its own.</source>
        <translation>Eine kleine Zahl in einem Satz. Wenn es eine ID ist, setzen Sie sie auf eine eigene Zeile.</translation>
    </message>
    <message>
        <source>Not clearly an ID in a sentence. If it is one, put it on a line of its own.</source>
        <translation>In einem Satz nicht klar eine ID. Wenn es eine ist, setzen Sie sie auf eine eigene Zeile.</translation>
    </message>
    <message>
        <source>Stands in a mail&apos;s signature, below “--”. If it is an ID, put it above that line.</source>
        <translation>Steht in der Signatur einer Mail, unter „--“. Wenn es eine ID ist, setzen Sie sie über diese Zeile.</translation>
    </message>
    <message>
        <source>Longer than the other IDs, maybe a telephone number. If it is an ID, paste it by itself.</source>
        <translation>Länger als die anderen IDs, vielleicht eine Telefonnummer. Wenn es eine ID ist, fügen Sie sie allein ein.</translation>
    </message>
    <message>
        <source>Too long. Job IDs have at most 64 characters.</source>
        <translation>Zu lang. Job-IDs haben höchstens 64 Zeichen.</translation>
    </message>
    <message>
        <source>An answer of the service without a job ID.</source>
        <translation>Eine Antwort des Dienstes ohne Job-ID.</translation>
    </message>
    <message>
        <source>The answer was cut off here; digits of the ID may be missing.</source>
        <translation>Die Antwort ist hier abgeschnitten; von der ID fehlen vielleicht Ziffern.</translation>
    </message>
    <message>
        <source>Has characters that job IDs do not have.</source>
        <translation>Enthält Zeichen, die in Job-IDs nicht vorkommen.</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Wählen: {what}</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>goes on once the API key is entered</source>
        <translation>geht weiter, sobald der API-Schlüssel eingegeben ist</translation>
    </message>
    <message>
        <source>goes on by itself once pictures can be stored again</source>
        <translation>geht von selbst weiter, sobald Bilder wieder abgelegt werden können</translation>
    </message>
    <message>
        <source>goes on by itself %1</source>
        <translation>geht von selbst weiter %1</translation>
    </message>
    <message>
        <source>goes on by itself once the service answers</source>
        <translation>geht von selbst weiter, sobald der Dienst antwortet</translation>
    </message>
    <message>
        <source>goes on after “Try again”</source>
        <translation>geht nach „Erneut versuchen“ weiter</translation>
    </message>
    <message>
        <source>needs the API key</source>
        <translation>braucht den API-Schlüssel</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>weiter %1</translation>
    </message>
    <message>
        <source>goes on by itself</source>
        <translation>geht von selbst weiter</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>PictureLine</name>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print pictures</source>
        <translation>Bilder drucken</translation>
    </message>
    <message>
        <source>Size on screen</source>
        <translation>Größe auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message numerus="yes">
        <source>%n per page</source>
        <translation>
            <numerusform>%n je Seite</numerusform>
            <numerusform>%n je Seite</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures per page</source>
        <translation>Bilder je Seite</translation>
    </message>
    <message>
        <source>Pictures:</source>
        <translation>Bilder:</translation>
    </message>
    <message numerus="yes">
        <source>Laying out %n picture(s)…</source>
        <translation>
            <numerusform>%n Bild wird angeordnet …</numerusform>
            <numerusform>%n Bilder werden angeordnet …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printing %n picture(s)…</source>
        <translation>
            <numerusform>%n Bild wird gedruckt …</numerusform>
            <numerusform>%n Bilder werden gedruckt …</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel saving or exporting</source>
        <translation>Speichern oder Exportieren abbrechen</translation>
    </message>
    <message>
        <source>Saving what was left when the program was closed</source>
        <translation>Speichern dessen, was beim Schließen des Programms übrig war</translation>
    </message>
    <message>
        <source>{task}: {done} of {total}</source>
        <translation>{task}: {done} von {total}</translation>
    </message>
    <message>
        <source>The list of jobs is made anew from the pictures on disk</source>
        <translation>Die Job-Liste wird aus den Bildern auf der Festplatte neu angelegt</translation>
    </message>
    <message>
        <source>Opening what was fetched before…</source>
        <translation>Früher Abgerufenes wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>This was not taken for a job ID. It stays in the box, where you can correct or remove it.</source>
        <translation>Das wurde nicht als Job-ID verstanden. Es bleibt im Feld, wo Sie es berichtigen oder löschen können.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Copy list</source>
        <translation>Liste &amp;kopieren</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>(hidden)</source>
        <translation>(verborgen)</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking longer</source>
        <translation>Dauert länger</translation>
    </message>
    <message>
        <source>asked just now</source>
        <translation>eben gefragt</translation>
    </message>
    <message>
        <source>asked %1 ago</source>
        <translation>gefragt vor %1</translation>
    </message>
    <message>
        <source>next now</source>
        <translation>jetzt wieder</translation>
    </message>
    <message>
        <source>next in %1</source>
        <translation>wieder in %1</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Save into:</source>
        <translation>Speichern in:</translation>
    </message>
    <message>
        <source>Change save folder</source>
        <translation>Speicherordner ändern</translation>
    </message>
    <message>
        <source>Open save folder</source>
        <translation>Speicherordner öffnen</translation>
    </message>
    <message>
        <source>Saved by itself</source>
        <translation>Wird von selbst gespeichert</translation>
    </message>
    <message>
        <source>Save selected</source>
        <translation>Auswahl speichern</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Alle speichern</translation>
    </message>
    <message>
        <source>Save folder: {path}</source>
        <translation>Speicherordner: {path}</translation>
    </message>
    <message>
        <source>Everything that arrives is saved into {path}</source>
        <translation>Alles, was ankommt, wird in {path} gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>Save selected (%n)</source>
        <translation>
            <numerusform>Auswahl speichern (%n)</numerusform>
            <numerusform>Auswahl speichern (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save all (%n)</source>
        <translation>
            <numerusform>Alle speichern (%n)</numerusform>
            <numerusform>Alle speichern (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>Saves</name>
    <message numerus="yes">
        <source>Saved %n file(s) in {folder}.</source>
        <translation>
            <numerusform>%n Datei in {folder} gespeichert.</numerusform>
            <numerusform>%n Dateien in {folder} gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were already in {folder}.</source>
        <translation>
            <numerusform>%n Datei war schon in {folder}.</numerusform>
            <numerusform>%n Dateien waren schon in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n file(s), because another file has that name.</source>
        <translation>
            <numerusform>%n Datei ausgelassen, weil eine andere Datei diesen Namen hat.</numerusform>
            <numerusform>%n Dateien ausgelassen, weil andere Dateien diese Namen haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is what was left of %n file(s) when the program was closed.</source>
        <translation>
            <numerusform>Das war der Rest von %n Datei, als das Programm geschlossen wurde.</numerusform>
            <numerusform>Das war der Rest von %n Dateien, als das Programm geschlossen wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving was cancelled.</source>
        <translation>Das Speichern wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Not everything could be saved.</source>
        <translation>Nicht alles konnte gespeichert werden.</translation>
    </message>
    <message>
        <source>The pictures are still in the program.</source>
        <translation>Die Bilder sind weiterhin im Programm.</translation>
    </message>
    <message>
        <source>There was nothing to save.</source>
        <translation>Es gab nichts zu speichern.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be saved.</source>
        <translation>
            <numerusform>%n Bild konnte nicht gespeichert werden.</numerusform>
            <numerusform>%n Bilder konnten nicht gespeichert werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be saved, among them {names}.</source>
        <translation>
            <numerusform>%n Bild konnte nicht gespeichert werden, darunter {names}.</numerusform>
            <numerusform>%n Bilder konnten nicht gespeichert werden, darunter {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be saved: {names}.</source>
        <translation>
            <numerusform>%n Bild konnte nicht gespeichert werden: {names}.</numerusform>
            <numerusform>%n Bilder konnten nicht gespeichert werden: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving: %1 of %n file(s)</source>
        <translation>
            <numerusform>Speichern: %1 von %n Datei</numerusform>
            <numerusform>Speichern: %1 von %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n file(s) to the trash.</source>
        <translation>
            <numerusform>%n Datei in den Papierkorb gelegt.</numerusform>
            <numerusform>%n Dateien in den Papierkorb gelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left %n file(s) where they are, because they were changed or moved.</source>
        <translation>
            <numerusform>%n Datei blieb, wo sie ist, weil sie geändert oder verschoben wurde.</numerusform>
            <numerusform>%n Dateien blieben, wo sie sind, weil sie geändert oder verschoben wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was nothing to undo.</source>
        <translation>Es gab nichts rückgängig zu machen.</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n job(s). Saved copies stay where they are.</source>
        <translation>
            <numerusform>%n Job entfernt. Gespeicherte Kopien bleiben, wo sie sind.</numerusform>
            <numerusform>%n Jobs entfernt. Gespeicherte Kopien bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of them were never saved and go to the trash at the next start.</source>
        <translation>
            <numerusform>%n Bild davon wurde nie gespeichert und kommt beim nächsten Start in den Papierkorb.</numerusform>
            <numerusform>%n Bilder davon wurden nie gespeichert und kommen beim nächsten Start in den Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>Made {path}.</source>
        <translation>{path} wurde erstellt.</translation>
    </message>
    <message>
        <source>The same list as a table for spreadsheets (CSV) is in that folder, too.</source>
        <translation>Dieselbe Liste liegt als Tabelle (CSV) im selben Ordner.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Save the pictures into</source>
        <translation>Die Bilder speichern in</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>Bild speichern unter</translation>
    </message>
    <message>
        <source>As received (*{extension})</source>
        <translation>Wie empfangen (*{extension})</translation>
    </message>
    <message>
        <source>PNG (*.png);;JPEG (*.jpg);;WebP (*.webp);;All files (*)</source>
        <translation>PNG (*.png);;JPEG (*.jpg);;WebP (*.webp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save pictures into</source>
        <translation>Bilder speichern in</translation>
    </message>
    <message>
        <source>Save everything that arrives into</source>
        <translation>Alles, was ankommt, speichern in</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>This computer has no file manager that answers. The folder is {path}.</source>
        <translation>Auf diesem Rechner antwortet keine Dateiverwaltung. Der Ordner ist {path}.</translation>
    </message>
</context>
<context>
    <name>SavingPage</name>
    <message>
        <source>Save folder</source>
        <translation>Speicherordner</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>ID and number</source>
        <translation>ID und Nummer</translation>
    </message>
    <message>
        <source>Label and number</source>
        <translation>Bezeichnung und Nummer</translation>
    </message>
    <message>
        <source>Date, ID and number</source>
        <translation>Datum, ID und Nummer</translation>
    </message>
    <message>
        <source>Own pattern</source>
        <translation>Eigenes Muster</translation>
    </message>
    <message>
        <source>Own pattern of file names</source>
        <translation>Eigenes Muster für Dateinamen</translation>
    </message>
    <message>
        <source>{places} stand for what they say.</source>
        <translation>{places} stehen für das, was sie sagen.</translation>
    </message>
    <message>
        <source>A folder of its own for each batch</source>
        <translation>Ein eigener Ordner für jeden Stapel</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>As received (recommended)</source>
        <translation>Wie empfangen (empfohlen)</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Without metadata (clean copy)</source>
        <translation>Ohne Metadaten (saubere Kopie)</translation>
    </message>
    <message>
        <source>This holds for all that is saved and for ZIP files. Files that you copy or drag out of the window are as received, with their metadata.</source>
        <translation>Das gilt für alles, was gespeichert wird, und für ZIP-Dateien. Dateien, die Sie kopieren oder aus dem Fenster ziehen, sind wie empfangen, mit ihren Metadaten.</translation>
    </message>
    <message>
        <source>When a file of that name is there already</source>
        <translation>Wenn es eine Datei dieses Namens schon gibt</translation>
    </message>
    <message>
        <source>Save under a free name</source>
        <translation>Unter freiem Namen speichern</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Save everything that arrives, by itself</source>
        <translation>Alles, was ankommt, von selbst speichern</translation>
    </message>
    <message>
        <source>Folder for what is saved by itself</source>
        <translation>Ordner für das, was von selbst gespeichert wird</translation>
    </message>
    <message>
        <source>Please choose a folder to save into.</source>
        <translation>Bitte wählen Sie einen Ordner zum Speichern.</translation>
    </message>
    <message>
        <source>Please choose a folder for what is saved by itself.</source>
        <translation>Bitte wählen Sie einen Ordner für das, was von selbst gespeichert wird.</translation>
    </message>
    <message>
        <source>Save into:</source>
        <translation>Speichern in:</translation>
    </message>
    <message>
        <source>File names:</source>
        <translation>Dateinamen:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Quality:</source>
        <translation>Qualität:</translation>
    </message>
    <message>
        <source>If the name is taken:</source>
        <translation>Name schon vergeben:</translation>
    </message>
    <message>
        <source>Into:</source>
        <translation>In:</translation>
    </message>
    <message>
        <source>Anna</source>
        <translation>Anna</translation>
    </message>
    <message>
        <source>Example: {name}</source>
        <translation>Beispiel: {name}</translation>
    </message>
    <message>
        <source>The pattern is empty.</source>
        <translation>Das Muster ist leer.</translation>
    </message>
    <message>
        <source>The pattern is too long.</source>
        <translation>Das Muster ist zu lang.</translation>
    </message>
    <message>
        <source>In braces, only {places} can be used.</source>
        <translation>In geschweiften Klammern geht nur {places}.</translation>
    </message>
    <message>
        <source>A file name cannot contain any of &lt; &gt; : &quot; / \ | ? *</source>
        <translation>Ein Dateiname kann keines dieser Zeichen enthalten: &lt; &gt; : &quot; / \ | ? *</translation>
    </message>
    <message>
        <source>All files would get the same name: add {id}, {label} or {number}.</source>
        <translation>Alle Dateien bekämen denselben Namen: Fügen Sie {id}, {label} oder {number} hinzu.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Find IDs, labels, states</source>
        <translation>IDs, Bezeichnungen, Zustände suchen</translation>
    </message>
    <message>
        <source>Find pictures</source>
        <translation>Bilder suchen</translation>
    </message>
    <message>
        <source>Finds what has words that begin with yours, in ID, label or state. “Quotation marks” keep words together; several IDs find all of them.</source>
        <translation>Findet, was in ID, Bezeichnung oder Zustand Wörter hat, die wie Ihre beginnen. „Anführungszeichen“ halten Wörter zusammen; mehrere IDs finden alle.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Your IT has set in {file}, and it cannot be changed here: {settings}.</source>
        <translation>Von Ihrer IT in {file} festgelegt und hier nicht zu ändern: {settings}.</translation>
    </message>
    <message>
        <source>save folder</source>
        <translation>Speicherordner</translation>
    </message>
    <message>
        <source>saving by itself</source>
        <translation>automatisches Speichern</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>calls at a time</source>
        <translation>gleichzeitige Aufrufe</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Einen Befehl suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>In the gallery</source>
        <translation>In der Galerie</translation>
    </message>
    <message>
        <source>With a picture large</source>
        <translation>Bei großem Bild</translation>
    </message>
    <message>
        <source>Go to another picture</source>
        <translation>Zu einem anderen Bild gehen</translation>
    </message>
    <message>
        <source>Arrow keys, Home, End, Page up, Page down</source>
        <translation>Pfeiltasten, Pos1, Ende, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Go to an ID</source>
        <translation>Zu einer ID gehen</translation>
    </message>
    <message>
        <source>Type its first digits</source>
        <translation>Die ersten Ziffern tippen</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Mehrere auswählen</translation>
    </message>
    <message>
        <source>Shift or Ctrl with arrow keys or clicks</source>
        <translation>Umschalt oder Strg mit Pfeiltasten oder Klicks</translation>
    </message>
    <message>
        <source>Look at a picture briefly</source>
        <translation>Ein Bild kurz ansehen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Show a picture large</source>
        <translation>Ein Bild groß zeigen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Larger or smaller pictures</source>
        <translation>Größere oder kleinere Bilder</translation>
    </message>
    <message>
        <source>Ctrl with the mouse wheel</source>
        <translation>Strg mit dem Mausrad</translation>
    </message>
    <message>
        <source>Next or previous picture</source>
        <translation>Nächstes oder voriges Bild</translation>
    </message>
    <message>
        <source>Right arrow, left arrow</source>
        <translation>Pfeil rechts, Pfeil links</translation>
    </message>
    <message>
        <source>1, 2, 3</source>
        <translation>1, 2, 3</translation>
    </message>
    <message>
        <source>Keep, maybe, reject</source>
        <translation>Behalten, vielleicht, ablehnen</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Das zurücknehmen</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Larger, smaller, fit, real size</source>
        <translation>Größer, kleiner, einpassen, Originalgröße</translation>
    </message>
    <message>
        <source>+, −, 0, *</source>
        <translation>+, −, 0, *</translation>
    </message>
    <message>
        <source>Move a large picture</source>
        <translation>Ein großes Bild verschieben</translation>
    </message>
    <message>
        <source>Shift with arrow keys</source>
        <translation>Umschalt mit Pfeiltasten</translation>
    </message>
    <message>
        <source>Turn right or left</source>
        <translation>Nach rechts oder links drehen</translation>
    </message>
    <message>
        <source>R, Shift+R</source>
        <translation>R, Umschalt+R</translation>
    </message>
    <message>
        <source>Comparing: one over the other, swap</source>
        <translation>Vergleichen: übereinander, tauschen</translation>
    </message>
    <message>
        <source>Space, X</source>
        <translation>Leertaste, X</translation>
    </message>
    <message>
        <source>Back to the gallery</source>
        <translation>Zurück zur Galerie</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>still being made, longer than usual</source>
        <translation>noch in Arbeit, länger als üblich</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>wird heruntergeladen</translation>
    </message>
    <message numerus="yes">
        <source>ready, %n picture(s) missing</source>
        <translation>
            <numerusform>fertig, %n Bild fehlt</numerusform>
            <numerusform>fertig, %n Bilder fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>not finished after 24 hours</source>
        <translation>nach 24 Stunden nicht fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>gefragt %1</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächstes Mal %1</translation>
    </message>
    <message>
        <source>tried again by itself</source>
        <translation>wird von selbst noch einmal versucht</translation>
    </message>
    <message>
        <source>tried again %1</source>
        <translation>nächster Versuch %1</translation>
    </message>
    <message>
        <source>the service has probably deleted what is missing by now</source>
        <translation>der Dienst hat das, was fehlt, inzwischen wahrscheinlich gelöscht</translation>
    </message>
    <message>
        <source>the service will probably delete what is missing %1</source>
        <translation>der Dienst löscht das, was fehlt, wahrscheinlich %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>abgehakt</translation>
    </message>
    <message>
        <source>picture %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
    <message>
        <source>Press “Ask again” to look once more.</source>
        <translation>Drücken Sie „Erneut fragen“, um noch einmal nachzusehen.</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>Pasted %1</source>
        <translation>Eingefügt %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n delivered</source>
        <translation>
            <numerusform>%1 von %n geliefert</numerusform>
            <numerusform>%1 von %n geliefert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still coming</source>
        <translation>
            <numerusform>%n kommt noch</numerusform>
            <numerusform>%n kommen noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n abgehakt</numerusform>
            <numerusform>%n abgehakt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is being fetched</source>
        <translation>Zurzeit wird nichts abgerufen</translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %1 of %n job(s) done</source>
        <translation>
            <numerusform>Wartet: %1 von %n Job erledigt</numerusform>
            <numerusform>Wartet: %1 von %n Jobs erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %n job(s) done</source>
        <translation>
            <numerusform>Angehalten: %1 von %n Job erledigt</numerusform>
            <numerusform>Angehalten: %1 von %n Jobs erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching: %1 of %n job(s) done</source>
        <translation>
            <numerusform>Abrufen: %1 von %n Job erledigt</numerusform>
            <numerusform>Abrufen: %1 von %n Jobs erledigt</numerusform>
        </translation>
    </message>
    <message>
        <source>keep</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>cannot be shown here</source>
        <translation>kann hier nicht gezeigt werden</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
</context>
<context>
    <name>TileWidgets</name>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Select picture</source>
        <translation>Bild auswählen</translation>
    </message>
    <message>
        <source>Save picture %1 of job %2</source>
        <translation>Bild %1 von Job %2 speichern</translation>
    </message>
    <message>
        <source>Select picture %1 of job %2</source>
        <translation>Bild %1 von Job %2 auswählen</translation>
    </message>
    <message>
        <source>Select job %1</source>
        <translation>Job %1 auswählen</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>vor %n Sekunde</numerusform>
            <numerusform>vor %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n Sekunde</numerusform>
            <numerusform>in %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds, short</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes, short</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours, short</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days, short</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation>gestern um %1</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Back to the gallery</source>
        <translation>Zurück zur Galerie</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation>Pfeil links</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Right arrow</source>
        <translation>Pfeil rechts</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>In das Fenster einpassen</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>double-click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Turn left, for viewing only</source>
        <translation>Nach links drehen, nur zum Ansehen</translation>
    </message>
    <message>
        <source>Turn right, for viewing only</source>
        <translation>Nach rechts drehen, nur zum Ansehen</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Diaschau</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Picture information</source>
        <translation>Bildinformationen</translation>
    </message>
    <message>
        <source>Saved as {file}. Press to save it again.</source>
        <translation>Gespeichert als {file}. Drücken, um es noch einmal zu speichern.</translation>
    </message>
    <message>
        <source>Save (S)</source>
        <translation>Speichern (S)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>{name} ({key})</source>
        <translation>{name} ({key})</translation>
    </message>
    <message>
        <source>{place} / {count}</source>
        <translation>{place} / {count}</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Save picture {number} of job {id}</source>
        <translation>Bild {number} von Job {id} speichern</translation>
    </message>
</context>
<context>
    <name>VerdictButtons</name>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject {picture}</source>
        <translation>{picture} ablehnen</translation>
    </message>
    <message>
        <source>Star {picture}</source>
        <translation>Stern für {picture}</translation>
    </message>
    <message>
        <source>Keep {picture}</source>
        <translation>{picture} behalten</translation>
    </message>
    <message>
        <source>Maybe {picture}</source>
        <translation>Vielleicht {picture}</translation>
    </message>
    <message>
        <source>{name} ({key})</source>
        <translation>{name} ({key})</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>This is the last picture</source>
        <translation>Das ist das letzte Bild</translation>
    </message>
    <message>
        <source>This is the first picture</source>
        <translation>Das ist das erste Bild</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>{verdict}: {picture}</source>
        <translation>{verdict}: {picture}</translation>
    </message>
    <message>
        <source>That was the last picture.</source>
        <translation>Das war das letzte Bild.</translation>
    </message>
    <message>
        <source>{picture} removed. {key} brings it back.</source>
        <translation>{picture} entfernt. {key} holt es zurück.</translation>
    </message>
    <message>
        <source>{kind}, {size}. It cannot be shown here, but it can be saved as it is.</source>
        <translation>{kind}, {size}. Das lässt sich hier nicht zeigen, aber so speichern, wie es ist.</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>, </source>
        <comment>between the parts of a spoken line</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ZoomButton</name>
    <message>
        <source>Choose a size</source>
        <translation>Eine Größe wählen</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>In das Fenster einpassen</translation>
    </message>
    <message>
        <source>Zoom, {percent}</source>
        <translation>Vergrößerung, {percent}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
</TS>
