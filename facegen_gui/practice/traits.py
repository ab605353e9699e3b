"""What the person in a practice picture looks like, decided by job ID and picture number alone."""

import enum
import random
from dataclasses import dataclass


class Hair(enum.Enum):
    crop = "crop"
    side_part = "side_part"
    quiff = "quiff"
    curly = "curly"
    afro = "afro"
    bob = "bob"
    long = "long"
    wavy = "wavy"
    bun = "bun"
    ponytail = "ponytail"
    scarf = "scarf"
    none = "none"


class Clothes(enum.Enum):
    round_neck = "round_neck"
    shirt = "shirt"
    jacket = "jacket"
    polo_neck = "polo_neck"
    hood = "hood"


class Beard(enum.Enum):
    none = "none"
    stubble = "stubble"
    moustache = "moustache"
    full = "full"


class Glasses(enum.Enum):
    none = "none"
    round = "round"
    square = "square"


class Mouth(enum.Enum):
    calm = "calm"
    smile = "smile"
    laugh = "laugh"
    smirk = "smirk"


SKINS = ("#f7d7c4", "#f0c3a4", "#e6b08c", "#d89a72", "#c18257", "#a56a43", "#875235", "#643b29")
NATURAL_HAIR = ("#1f1a1c", "#33241f", "#4f3325", "#6f4528", "#93602f", "#b98a4a", "#d9b878", "#8f3b24")
GREY_HAIR = ("#8d8c90", "#bdbcc0", "#dedcda")
DARK_HAIR = NATURAL_HAIR[:3]
EYES = ("#4a2f1d", "#5d3d22", "#6f5a2c", "#4d6b43", "#466f8f", "#5a6670")
FABRICS = ("#2f4858", "#33658a", "#7a4e8a", "#b5523b", "#d08c34", "#4f7a5b", "#8c2f4b", "#e8e2d6", "#3b3f51")
BACKDROPS = (
    ("#fbe3d0", "#f3b797"),
    ("#d8ecf3", "#92c1d6"),
    ("#e4efd8", "#a8c98a"),
    ("#efe3f5", "#bda0d6"),
    ("#fdf0c8", "#efca72"),
    ("#f9dde2", "#e298aa"),
    ("#d9efe9", "#84bfb0"),
    ("#e3e6f1", "#9aa7cc"),
    ("#f2e9df", "#c9ad92"),
)

_SHORT = (Hair.crop, Hair.side_part, Hair.quiff, Hair.curly, Hair.afro, Hair.none)
_LONG = (Hair.bob, Hair.long, Hair.wavy, Hair.bun, Hair.ponytail, Hair.scarf, Hair.curly)


@dataclass(frozen=True, slots=True)
class Traits:
    """Colours as #rrggbb; lengths are factors around 1."""

    skin: str
    hair: Hair
    hair_colour: str
    eyes: str
    clothes: Clothes
    fabric: str
    second_fabric: str
    backdrop: tuple[str, str]
    backdrop_pattern: int  # 0 to 3
    beard: Beard
    glasses: Glasses
    mouth: Mouth
    width: float  # of the head
    jaw: float
    eye_size: float
    eye_distance: float
    brow_weight: float
    brow_tilt: float  # degrees
    nose: float
    lips: float
    tilt: float  # degrees the head leans
    mirrored: bool
    freckles: bool
    earrings: bool
    lashes: bool
    lines: bool  # of age


def traits_of(job_id: str, number: int) -> Traits:
    """The same for the same ID and number, on every machine and with every Python."""
    chance = random.Random(f"{job_id}/{number}")
    soft = chance.random() < 0.5
    skin = chance.randrange(len(SKINS))
    aged = chance.random() < 0.2
    hair = chance.choice(_LONG if soft else _SHORT)
    if hair is Hair.none and not aged and chance.random() < 0.5:
        hair = Hair.crop
    if aged:
        colours: tuple[str, ...] = GREY_HAIR
    else:
        colours = DARK_HAIR if skin >= 5 or hair is Hair.afro else NATURAL_HAIR
    beards = (Beard.none,) if soft else (Beard.none, Beard.none, *Beard)
    fabric, second = chance.sample(FABRICS, 2)
    return Traits(
        skin=SKINS[skin],
        hair=hair,
        hair_colour=chance.choice(colours),
        eyes=chance.choice(EYES[:3] if skin >= 4 else EYES),
        clothes=Clothes.round_neck if hair is Hair.scarf else chance.choice(tuple(Clothes)),
        fabric=fabric,
        second_fabric=second,
        backdrop=chance.choice(BACKDROPS),
        backdrop_pattern=chance.randrange(4),
        beard=chance.choice(beards),
        glasses=chance.choice((Glasses.none, Glasses.none, Glasses.none, Glasses.round, Glasses.square)),
        mouth=chance.choice(tuple(Mouth)),
        width=chance.uniform(0.94, 1.07),
        jaw=chance.uniform(0.86, 1.0) if soft else chance.uniform(0.98, 1.14),
        eye_size=chance.uniform(0.96, 1.14) if soft else chance.uniform(0.88, 1.04),
        eye_distance=chance.uniform(0.95, 1.06),
        brow_weight=chance.uniform(0.7, 0.95) if soft else chance.uniform(1.0, 1.45),
        brow_tilt=chance.uniform(-5.0, 6.0),
        nose=chance.uniform(0.85, 1.15),
        lips=chance.uniform(1.0, 1.25) if soft else chance.uniform(0.82, 1.02),
        tilt=chance.uniform(-4.5, 4.5),
        mirrored=chance.random() < 0.5,
        freckles=skin < 4 and chance.random() < 0.22,
        earrings=soft and hair is not Hair.scarf and chance.random() < 0.5,
        lashes=soft,
        lines=aged,
    )
