"""Where job IDs come in: text box, what it understood, and the button that fetches.

`box` is the editor and its marks, `reading` keeps what was understood up to date with the text without
holding up typing, `panel` says it in words and turns it into wishes, `refused_dialog` lists what was not
understood.
"""

from facegen_gui.widgets.paste.box import PasteBox
from facegen_gui.widgets.paste.panel import PastePanel

__all__ = ["PasteBox", "PastePanel"]
