"""Where the keyboard takes the current tile: by arithmetic, across the headers of groups."""

from PySide6.QtWidgets import QAbstractItemView

from facegen_gui.widgets.gallery.arithmetic.grid_layout import GridLayout

Move = QAbstractItemView.CursorAction


def moved_row(layout: GridLayout, row: int, action: Move, height: int, mirrored: bool) -> int:
    """The row that this key leads to from `row`, in a window of this height."""
    step = -1 if mirrored else 1
    page = layout.lines_in(height)
    match action:
        case Move.MoveUp:
            row = layout.row_above(row)
        case Move.MoveDown:
            row = layout.row_above(row, -1)
        case Move.MovePageUp:
            row = layout.row_above(row, page)
        case Move.MovePageDown:
            row = layout.row_above(row, -page)
        case Move.MoveLeft:
            row -= step
        case Move.MoveRight:
            row += step
        case Move.MovePrevious:
            row -= 1
        case Move.MoveNext:
            row += 1
        case Move.MoveHome:
            row = 0
        case Move.MoveEnd:
            row = layout.count - 1
    return max(0, min(layout.count - 1, row))
