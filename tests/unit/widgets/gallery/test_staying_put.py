"""The view stays where a person looks, and goes only where a person wants to go."""

from tests.unit.models.samples import many
from tests.unit.widgets.gallery.test_grid_view import LEFT, centre, settled, view

__all__ = ["view"]


def test_who_scrolls_on_after_a_click_is_not_taken_back_to_the_tile(qtbot, gallery, view):
    gallery.tell(*many(300))
    settled(qtbot, gallery, view)
    scrolls, scroll_to = [], view.scrollTo
    view.scrollTo = lambda *args: (scroll_to(*args), scrolls.append(args))
    qtbot.mouseClick(view.viewport(), LEFT, pos=centre(view, 1))
    view.verticalScrollBar().setValue(1000)
    scrolls.clear()
    qtbot.waitUntil(lambda: bool(scrolls))  # as Qt does half a second after a click
    assert view.verticalScrollBar().value() == 1000
