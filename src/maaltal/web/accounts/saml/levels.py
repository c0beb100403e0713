"""Sikringsniveau (level of assurance): how sure a login service is of whom it speaks of, by NSIS.

NSIS is Denmark's national standard for identities; names and attribute are those of OIOSAML 3.
"""

LEVELS = ("Low", "Substantial", "High")
"""Lowest first: Lav, Betydelig, Høj."""
LEVEL = "https://data.gov.dk/concept/core/nsis/loa"
"""The attribute; with a level behind it, what is asked for."""


def is_enough(level: str, demanded: str) -> bool:
    """Whether the level (as stated; it may be no level at all) is as high as demanded, where anything is demanded."""
    return not demanded or (level in LEVELS and LEVELS.index(level) >= LEVELS.index(demanded))
