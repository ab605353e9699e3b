"""Every sentence a person reads about states, failures, saves and keys. Labels stand in the widgets."""

from facegen_gui.widgets.wording.failures import (
    failure_next_step,
    failure_sentence,
    failure_title,
    short_failure_sentences,
    what_happened,
)
from facegen_gui.widgets.wording.finding import search_words
from facegen_gui.widgets.wording.keys import key_hint_sentence, key_place_sentence, key_store_sentence
from facegen_gui.widgets.wording.media import dimensions_text, media_name, size_text
from facegen_gui.widgets.wording.pauses import pause_text
from facegen_gui.widgets.wording.rows import row_texts
from facegen_gui.widgets.wording.saves import (
    exported_sentence,
    removed_sentence,
    saved_sentence,
    saving_text,
    undone_sentence,
)
from facegen_gui.widgets.wording.states import (
    asked_text,
    batch_title,
    caption,
    checklist_sentence,
    choice_text,
    job_sentence,
    picture_state_text,
    progress_sentence,
    rescue_text,
    short_explanations,
    state_text,
    tile_sentence,
)
from facegen_gui.widgets.wording.text import Context, capital, fill, joined
from facegen_gui.widgets.wording.times import countdown, point_in_time, time_ago, time_until

__all__ = [
    "Context",
    "asked_text",
    "batch_title",
    "capital",
    "caption",
    "checklist_sentence",
    "choice_text",
    "countdown",
    "dimensions_text",
    "exported_sentence",
    "failure_next_step",
    "failure_sentence",
    "failure_title",
    "fill",
    "job_sentence",
    "joined",
    "key_hint_sentence",
    "key_place_sentence",
    "key_store_sentence",
    "media_name",
    "pause_text",
    "picture_state_text",
    "point_in_time",
    "progress_sentence",
    "removed_sentence",
    "rescue_text",
    "row_texts",
    "saved_sentence",
    "saving_text",
    "search_words",
    "short_explanations",
    "short_failure_sentences",
    "size_text",
    "state_text",
    "tile_sentence",
    "time_ago",
    "time_until",
    "undone_sentence",
    "what_happened",
]
