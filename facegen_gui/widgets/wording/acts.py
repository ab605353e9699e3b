"""What can be undone, as the Undo command names it."""

from facegen_gui.models.choices import Act
from facegen_gui.widgets.wording.text import Context

Acts = Context("Acts")


def act_text(act: Act, count: int) -> str:
    """What stands after "Undo": "keep of 3 pictures", or so many jobs where they were removed."""
    match act:
        case Act.star:
            return Acts.tr("star of %n picture(s)", None, count)
        case Act.unstar:
            return Acts.tr("taking the star off %n picture(s)", None, count)
        case Act.keep:
            return Acts.tr("keep of %n picture(s)", None, count)
        case Act.maybe:
            return Acts.tr("maybe for %n picture(s)", None, count)
        case Act.reject:
            return Acts.tr("reject of %n picture(s)", None, count)
        case Act.clear_choice:
            return Acts.tr("clearing the choice for %n picture(s)", None, count)
        case Act.remove:
            return Acts.tr("removal of %n job(s)", None, count)
        case Act.save:
            return Acts.tr("saving %n picture(s)", None, count)
