"""What words in a sentence say of the number behind or before them. German stands beside English."""

import enum
import re


class Named(enum.Enum):
    """What the words before a number say it is."""

    nothing = enum.auto()
    job = enum.auto()
    job_if_long = enum.auto()
    other_thing = enum.auto()


class Word(enum.Enum):
    """What a word does to the number behind it."""

    plain = enum.auto()
    join = enum.auto()
    job = enum.auto()
    job_if_long = enum.auto()
    id = enum.auto()  # a job's, or that of another thing that was named just before
    number = enum.auto()  # the same, but only of a job if it is long
    link = enum.auto()  # stands between a name and its number
    number_link = enum.auto()  # the same, and leaves the name as strong as it is
    other_thing = enum.auto()


JOINS = frozenset({"and", "or", "und", "oder", "et", "ou", "y", "e", "o", "as", "well", "to", "-", "–"})
RANGE_JOINS = frozenset({"to", "bis", "-", "–"})
_JOB_WORDS = "job jobs jobid jobids job-id job-ids job_id job_ids"
# After these only long numbers and codes are IDs: "Auftrag 5" and "fetch 3" count things.
_WEAK_JOB_WORDS = """
fetch refetch redo rerun retry regenerate auftrag aufträge aufträgen auftrags auftrags-id auftrags-nr
auftragsnr auftragsnummer auftragsnummern job-nr jobnr job-nummer jobnummer jobnummern
"""
_LINKS = "is are was were ist sind lautet lauten"
_NUMBER_LINKS = "no nos number numbers nummer nummern"
_OTHER_THINGS = """
tel telefon telephone phone mobile mobil cell handy fax telefax whatsapp zoom meeting webinar passcode
passwort kenncode pin seed seeds invoice invoices rechnung rechnungen rechnungs plz postcode postleitzahl zip
order orders bestellung bestellungen bestell customer kunde kunden account konto iban ticket room raum zimmer
tracking sendung sendungs hrb hrbnr hra iva vat ust ustid uid steuer mwst tax siret siren tva kvk btw nif
cif cnpj company registered registration registry register reg blz bic swift
电话 电話 電話 手机 手機 传真 傳真 邮编 郵編 郵便番号 携帯
"""
SEVERAL = frozenset(["jobs", "ids", "jobids", "job-ids", "job_ids", "aufträge", "aufträgen"])
_COUNTED_THINGS = """
picture pictures image images photo photos portrait portraits face faces file files copy copies version
versions more other others people person persons day days hour hours minute minutes min second seconds week
weeks month months year years time times page pages mail mails job jobs ids
bild bilder bildern foto fotos porträt porträts portraits gesicht gesichter datei dateien kopie kopien weitere
weiteren andere anderen personen leute tag tage tagen stunde stunden minuten sekunden woche wochen monat
monate monaten jahr jahre jahren uhr mal seite seiten stück aufträge jobs 枚 张 張 个 個 人 天
"""
_COUNTED = frozenset(_COUNTED_THINGS.split())
_COUNT = re.compile(r"[0-9]{1,2}(?:-[0-9]{1,2})?")
_WORDS = {
    **dict.fromkeys(_OTHER_THINGS.split(), Word.other_thing),
    **dict.fromkeys(_LINKS.split(), Word.link),
    **dict.fromkeys(_JOB_WORDS.split(), Word.job),
    **dict.fromkeys(_WEAK_JOB_WORDS.split(), Word.job_if_long),
    **dict.fromkeys(("id", "ids"), Word.id),
    **dict.fromkeys(_NUMBER_LINKS.split(), Word.number_link),
    **dict.fromkeys(("nr", "nrn"), Word.number),
    **dict.fromkeys((*JOINS, *RANGE_JOINS, "sowie"), Word.join),
}
_NAMES_OF_IDS = (Word.job, Word.job_if_long, Word.id, Word.number, Word.number_link)
_NO_WORD = " .:="
_JOINING_MARKS = "#,;&+/"
_LAST_WORD = re.compile(r"([^\W\d_]+)[^\w]*\Z")


def read_word(word: str) -> Word:
    """`word` is in small letters."""
    known = _WORDS.get(word)
    if known is not None:
        return known
    parts = re.split("[-_.]", word)
    if word.endswith(("nummer", "nr")) or any(_WORDS.get(part) is Word.other_thing for part in parts):
        return Word.other_thing
    return Word.plain


def names_other_thing(text: str) -> bool:
    """Whether a number behind `text` is that of another thing, as behind "Tel."."""
    last = _LAST_WORD.search(text)
    return last is not None and read_word(last[1].lower()) is Word.other_thing


def is_meant_behind(text: str) -> bool:
    """Whether what stands behind `text` is meant as an ID, or as one more of them."""
    text = text.rstrip(_NO_WORD)
    if text[-1:] in _JOINING_MARKS:
        return text[-1:] == "#" or text.rstrip(_JOINING_MARKS + " ")[-1:].isdecimal()
    last = text.rpartition(" ")[2].lower()
    word = _WORDS.get(last)
    if word is Word.join:
        return text[: -len(last)].rstrip(_JOINING_MARKS + " ")[-1:].isdecimal()
    return word in _NAMES_OF_IDS


def name(word: Word, named: Named, direct: bool) -> tuple[Named, bool]:
    """What is named after one more word that is not plain, and whether a number right behind it is meant."""
    match word:
        case Word.job:
            return Named.job, True
        case Word.job_if_long:
            return Named.job_if_long, True
        case Word.other_thing:
            return Named.other_thing, True
    other = direct and named is Named.other_thing
    match word:
        case Word.id:
            return (Named.other_thing if other else Named.job), True
        case Word.number:
            return (named if direct else Named.job_if_long), True
        case Word.number_link if direct:
            return named, True
        case Word.link if direct:
            return (Named.other_thing if other else Named.job_if_long), True
    return Named.nothing, False


def counts(number: str, behind: str) -> bool:
    """Whether a number with the word behind it is a count, as "2 pictures"."""
    return behind.lower() in _COUNTED and _COUNT.fullmatch(number) is not None
