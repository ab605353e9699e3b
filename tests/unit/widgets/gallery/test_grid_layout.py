from hypothesis import given
from hypothesis import strategies as st

from facegen_gui.widgets.gallery.arithmetic.grid_layout import GridLayout, GridMetrics

METRICS = GridMetrics(100, 120, spacing=10, margin=20, header_height=30)
counts = st.lists(st.integers(1, 12), min_size=1, max_size=6)
widths = st.integers(50, 700)


def overlap(a, b):
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def test_tiles_stand_in_centred_lines_below_their_groups_header():
    layout = GridLayout(METRICS, 380, [4, 1])
    assert layout.columns == 3
    assert layout.left == 30
    assert layout.rect(0) == (30, 50, 100, 120)
    assert layout.rect(3) == (30, 180, 100, 120)
    assert layout.group_top(1) == 310
    assert layout.rect(4) == (30, 340, 100, 120)
    assert layout.height == 480


def test_an_empty_layout_has_no_height_and_no_tiles():
    layout = GridLayout(METRICS, 380, [0])
    assert layout.height == 0
    assert layout.row_at(40, 60) == -1
    assert layout.rows_between(0, 1000) == range(0)


def test_a_list_has_one_column_as_wide_as_there_is_room():
    layout = GridLayout(GridMetrics(0, 40, spacing=2, margin=5), 300, [3])
    assert layout.rect(2) == (5, 89, 290, 40)


@given(counts, widths)
def test_no_two_tiles_overlap_and_each_is_found_at_its_place(counts, width):
    layout = GridLayout(METRICS, width, counts)
    rects = [layout.rect(row) for row in range(layout.count)]
    for row, (x, y, w, h) in enumerate(rects):
        assert layout.row_at(x, y) == row
        assert layout.row_at(x + w - 1, y + h - 1) == row
        assert layout.row_at(x + w, y) in (-1,)
        assert not any(overlap(rects[row], other) for other in rects[row + 1 :])
        assert y + h <= layout.height


@given(counts, widths, st.integers(-50, 900), st.integers(1, 400), st.integers(-50, 700), st.integers(1, 400))
def test_the_tiles_of_a_rectangle_are_those_that_have_a_part_in_it(counts, width, y, height, x, w):
    layout = GridLayout(METRICS, width, counts)
    rects = [layout.rect(row) for row in range(layout.count)]
    found = [row for run in layout.rows_in((x, y, w, height)) for row in run]
    assert found == [row for row, rect in enumerate(rects) if overlap(rect, (x, y, w, height))]
    lines = list(layout.rows_between(y, y + height))
    assert lines == [row for row, rect in enumerate(rects) if overlap(rect, (-1000, y, 9000, height))]


@given(counts, widths, st.data())
def test_going_up_and_down_keeps_the_column_and_reaches_both_ends(counts, width, data):
    layout = GridLayout(METRICS, width, counts)
    row = data.draw(st.integers(0, layout.count - 1))
    below = layout.row_above(row, -1)
    if below != row:
        assert layout.rect(below)[1] > layout.rect(row)[1]
        assert layout.rect(below)[0] <= layout.rect(row)[0]
    top, bottom = layout.row_above(row, 1000), layout.row_above(row, -1000)
    assert layout.rect(top)[1] == layout.rect(0)[1]
    assert layout.rect(bottom)[1] == layout.rect(layout.count - 1)[1]


@given(counts, widths, st.integers(0, 1500))
def test_the_groups_of_a_stretch_are_those_that_have_a_part_in_it(counts, width, top):
    layout = GridLayout(METRICS, width, counts)
    tops = [layout.group_top(group) for group in range(layout.groups + 1)]
    found = list(layout.groups_between(top, top + 200))
    expected = [g for g in range(layout.groups) if tops[g] < top + 200 and tops[g + 1] > top]
    assert set(expected) <= set(found)
    assert len(found) <= len(expected) + 1
