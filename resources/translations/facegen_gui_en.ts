<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>star of %n picture(s)</source>
        <translation>
            <numerusform>star of %n picture</numerusform>
            <numerusform>star of %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking the star off %n picture(s)</source>
        <translation>
            <numerusform>taking the star off %n picture</numerusform>
            <numerusform>taking the star off %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>keep of %n picture(s)</source>
        <translation>
            <numerusform>keep of %n picture</numerusform>
            <numerusform>keep of %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>maybe for %n picture(s)</source>
        <translation>
            <numerusform>maybe for %n picture</numerusform>
            <numerusform>maybe for %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reject of %n picture(s)</source>
        <translation>
            <numerusform>reject of %n picture</numerusform>
            <numerusform>reject of %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clearing the choice for %n picture(s)</source>
        <translation>
            <numerusform>clearing the choice for %n picture</numerusform>
            <numerusform>clearing the choice for %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removal of %n job(s)</source>
        <translation>
            <numerusform>removal of %n job</numerusform>
            <numerusform>removal of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>saving %n picture(s)</source>
        <translation>
            <numerusform>saving %n picture</numerusform>
            <numerusform>saving %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecklistBar</name>
    <message numerus="yes">
        <source>%n more batch(es) with something missing</source>
        <translation>
            <numerusform>%n more batch with something missing</numerusform>
            <numerusform>%n more batches with something missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceChip</name>
    <message numerus="yes">
        <source>%1: %n picture(s), menu</source>
        <translation>
            <numerusform>%1: %n picture, menu</numerusform>
            <numerusform>%1: %n pictures, menu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message numerus="yes">
        <source>%n file(s) in the folder already have a name that is to be saved now, for example {example}. Nothing will be overwritten.</source>
        <translation>
            <numerusform>%n file in the folder already has a name that is to be saved now: {example}. Nothing will be overwritten.</numerusform>
            <numerusform>%n files in the folder already have names that are to be saved now, for example {example}. Nothing will be overwritten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message numerus="yes">
        <source>%n job ID(s) are ready to be fetched</source>
        <translation>
            <numerusform>%n job ID is ready to be fetched</numerusform>
            <numerusform>%n job IDs are ready to be fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message numerus="yes">
        <source>%n picture(s), {when}</source>
        <translation>
            <numerusform>%n picture, {when}</numerusform>
            <numerusform>%n pictures, {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) not complete</source>
        <translation>
            <numerusform>%n job not complete</numerusform>
            <numerusform>%n jobs not complete</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%1: %n picture(s)</source>
        <translation>
            <numerusform>%1: %n picture</numerusform>
            <numerusform>%1: %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>%n more notice(s)</source>
        <translation>
            <numerusform>%n more notice</numerusform>
            <numerusform>%n more notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n ID(s) were already here and are selected now.</source>
        <translation>
            <numerusform>%n ID was already here and is selected now.</numerusform>
            <numerusform>%n IDs were already here and are selected now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new job ID(s) are on your clipboard. Add them?</source>
        <translation>
            <numerusform>%n new job ID is on your clipboard. Add it?</numerusform>
            <numerusform>%n new job IDs are on your clipboard. Add them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) arrived</source>
        <translation>
            <numerusform>%n job arrived</numerusform>
            <numerusform>%n jobs arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) could not be fetched</source>
        <translation>
            <numerusform>%n job could not be fetched</numerusform>
            <numerusform>%n jobs could not be fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastePanel</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ID(s)</source>
        <translation>
            <numerusform>%n ID</numerusform>
            <numerusform>%n IDs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not understood</source>
        <translation>
            <numerusform>%n not understood</numerusform>
            <numerusform>%n not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fe&amp;tch %n</source>
        <translation>
            <numerusform>Fe&amp;tch %n</numerusform>
            <numerusform>Fe&amp;tch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetches the pictures of %n job(s)</source>
        <translation>
            <numerusform>Fetches the pictures of %n job</numerusform>
            <numerusform>Fetches the pictures of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Show %n</source>
        <translation>
            <numerusform>&amp;Show %n</numerusform>
            <numerusform>&amp;Show %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shows %n job(s) that are already here</source>
        <translation>
            <numerusform>Shows %n job that is already here</numerusform>
            <numerusform>Shows %n jobs that are already here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>%n per page</source>
        <translation>
            <numerusform>%n per page</numerusform>
            <numerusform>%n per page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Laying out %n picture(s)…</source>
        <translation>
            <numerusform>Laying out %n picture…</numerusform>
            <numerusform>Laying out %n pictures…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printing %n picture(s)…</source>
        <translation>
            <numerusform>Printing %n picture…</numerusform>
            <numerusform>Printing %n pictures…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message numerus="yes">
        <source>Save selected (%n)</source>
        <translation>
            <numerusform>Save selected (%n)</numerusform>
            <numerusform>Save selected (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save all (%n)</source>
        <translation>
            <numerusform>Save all (%n)</numerusform>
            <numerusform>Save all (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saves</name>
    <message numerus="yes">
        <source>Saved %n file(s) in {folder}.</source>
        <translation>
            <numerusform>Saved %n file in {folder}.</numerusform>
            <numerusform>Saved %n files in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were already in {folder}.</source>
        <translation>
            <numerusform>%n file was already in {folder}.</numerusform>
            <numerusform>%n files were already in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n file(s), because another file has that name.</source>
        <translation>
            <numerusform>Left out %n file, because another file has that name.</numerusform>
            <numerusform>Left out %n files, because other files have those names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That is what was left of %n file(s) when the program was closed.</source>
        <translation>
            <numerusform>That is what was left of %n file when the program was closed.</numerusform>
            <numerusform>That is what was left of %n files when the program was closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be saved.</source>
        <translation>
            <numerusform>%n picture could not be saved.</numerusform>
            <numerusform>%n pictures could not be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be saved, among them {names}.</source>
        <translation>
            <numerusform>%n picture could not be saved, among them {names}.</numerusform>
            <numerusform>%n pictures could not be saved, among them {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be saved: {names}.</source>
        <translation>
            <numerusform>%n picture could not be saved: {names}.</numerusform>
            <numerusform>%n pictures could not be saved: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saving: %1 of %n file(s)</source>
        <translation>
            <numerusform>Saving: %1 of %n file</numerusform>
            <numerusform>Saving: %1 of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n file(s) to the trash.</source>
        <translation>
            <numerusform>Moved %n file to the trash.</numerusform>
            <numerusform>Moved %n files to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left %n file(s) where they are, because they were changed or moved.</source>
        <translation>
            <numerusform>Left %n file where it is, because it was changed or moved.</numerusform>
            <numerusform>Left %n files where they are, because they were changed or moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n job(s). Saved copies stay where they are.</source>
        <translation>
            <numerusform>Removed %n job. Saved copies stay where they are.</numerusform>
            <numerusform>Removed %n jobs. Saved copies stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of them were never saved and go to the trash at the next start.</source>
        <translation>
            <numerusform>%n picture of them was never saved and goes to the trash at the next start.</numerusform>
            <numerusform>%n pictures of them were never saved and go to the trash at the next start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>States</name>
    <message numerus="yes">
        <source>ready, %n picture(s) missing</source>
        <translation>
            <numerusform>ready, %n picture missing</numerusform>
            <numerusform>ready, %n pictures missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n delivered</source>
        <translation>
            <numerusform>%1 of %n delivered</numerusform>
            <numerusform>%1 of %n delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still coming</source>
        <translation>
            <numerusform>%n still coming</numerusform>
            <numerusform>%n still coming</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n dismissed</numerusform>
            <numerusform>%n dismissed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %1 of %n job(s) done</source>
        <translation>
            <numerusform>Waiting: %1 of %n job done</numerusform>
            <numerusform>Waiting: %1 of %n jobs done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %n job(s) done</source>
        <translation>
            <numerusform>Stopped: %1 of %n job done</numerusform>
            <numerusform>Stopped: %1 of %n jobs done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching: %1 of %n job(s) done</source>
        <translation>
            <numerusform>Fetching: %1 of %n job done</numerusform>
            <numerusform>Fetching: %1 of %n jobs done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
</context>
</TS>
