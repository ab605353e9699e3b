"""What can be undone, as the Undo command names it."""

from facegen_gui.models.choices import Act
from facegen_gui.widgets.wording.text import Context

Acts = Context("Acts")


def act_text(act: Act, count: int) -> str:
    """ "Keep 3 pictures": an act on so many pictures, or jobs where it removes."""
    match act:
        case Act.star:
            return Acts.tr("star %n picture(s)", None, count)
        case Act.unstar:
            return Acts.tr("take the star off %n picture(s)", None, count)
        case Act.keep:
            return Acts.tr("keep %n picture(s)", None, count)
        case Act.maybe:
            return Acts.tr("maybe for %n picture(s)", None, count)
        case Act.reject:
            return Acts.tr("no to %n picture(s)", None, count)
        case Act.clear_choice:
            return Acts.tr("no choice for %n picture(s)", None, count)
        case Act.remove:
            return Acts.tr("remove %n job(s)", None, count)
