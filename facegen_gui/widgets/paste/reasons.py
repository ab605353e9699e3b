"""Why a piece of pasted text was not taken for an ID, in words that say what to do about it."""

from typing import assert_never

from facegen_gui.domain.job_ids import RefusalReason
from facegen_gui.widgets.wording.text import Context

PasteReasons = Context("PasteReasons")


def reason_sentence(reason: RefusalReason) -> str:
    match reason:
        case RefusalReason.looks_like_key:
            return PasteReasons.tr("Looks like an API key. It was not sent or stored.")
        case RefusalReason.damaged_number:
            return PasteReasons.tr(
                "A spreadsheet has shortened this number. "
                "Format the column as text or number, then copy it again."
            )
        case RefusalReason.grouped_number:
            return PasteReasons.tr("One number or several? Write it without separators between its digits.")
        case RefusalReason.picture_link:
            return PasteReasons.tr("A link to a picture. It does not tell the job ID.")
        case RefusalReason.other_link:
            return PasteReasons.tr("A link that does not hold a job ID.")
        case RefusalReason.word:
            return PasteReasons.tr("A word. Job IDs have at least one digit.")
        case RefusalReason.email_address:
            return PasteReasons.tr("An e-mail address.")
        case RefusalReason.date_or_time:
            return PasteReasons.tr("A date or time.")
        case RefusalReason.phone_number:
            return PasteReasons.tr("A telephone number.")
        case RefusalReason.price:
            return PasteReasons.tr("A price or percentage.")
        case RefusalReason.version_number:
            return PasteReasons.tr("A version number.")
        case RefusalReason.number_range:
            return PasteReasons.tr(
                "Looks like a range, a date or a telephone number. Write every ID by itself."
            )
        case RefusalReason.small_number:
            return PasteReasons.tr(
                "A small number in a sentence. If it is an ID, put it on a line of its own."
            )
        case RefusalReason.code_in_sentence:
            return PasteReasons.tr(
                "Not clearly an ID in a sentence. If it is one, put it on a line of its own."
            )
        case RefusalReason.in_signature:
            return PasteReasons.tr(
                "Stands in a mail's signature, below “--”. If it is an ID, put it above that line."
            )
        case RefusalReason.unlike_others:
            return PasteReasons.tr(
                "Longer than the other IDs, maybe a telephone number. If it is an ID, paste it by itself."
            )
        case RefusalReason.too_long:
            return PasteReasons.tr("Too long. Job IDs have at most 64 characters.")
        case RefusalReason.no_id_in_answer:
            return PasteReasons.tr("An answer of the service without a job ID.")
        case RefusalReason.answer_cut_off:
            return PasteReasons.tr("The answer was cut off here; digits of the ID may be missing.")
        case RefusalReason.other_characters:
            return PasteReasons.tr("Has characters that job IDs do not have.")
        case _:
            assert_never(reason)
