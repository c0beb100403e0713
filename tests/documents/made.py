"""A status document of round, made-up figures on Copenhagen's definitions."""

from datetime import UTC, datetime
from fractions import Fraction

from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Unit
from maaltal.core.periods import parse_period
from maaltal.core.rounding import Exact
from maaltal.core.status import Frame, Status, status
from maaltal.definitions import load_municipality
from maaltal.documents.basis import as_known_fact, facts_table, target_facts
from maaltal.documents.document import Document
from maaltal.documents.hiding import Hides
from maaltal.documents.yearly_status import Beside, YearlyStatus, yearly_status

MUNICIPALITY: Municipality = load_municipality()
ROOT, *ADMINISTRATIONS = MUNICIPALITY.units
DATED = datetime(2025, 2, 25, 12, 5, tzinfo=UTC)

DAYS = {"loentilskud": 34_404, "virksomhedspraktik": 223_626, "smaajob": 76_494, "nytteindsats": 1_464}
"""Whole days, so that 2024's 366 give 94, 611 and 209 full-year persons."""


def ask(unit: str, selection: str, measure: str) -> Exact:
    """The municipality's made-up figures; every other unit has a tenth of them."""
    share = 1 if unit == MUNICIPALITY.code else Fraction(1, 10)
    if measure == "spells":
        return 290
    if selection == "fleksjob":
        return int(1014 * share)
    return sum((Fraction(DAYS[scheme], 366) for scheme in selection.split("+")), Fraction(0)) * share


def made_status(unit: Unit, words: str) -> Status:
    period = parse_period(words)
    year = period.start.year
    frame = Frame(
        period, MUNICIPALITY.schemes, MUNICIPALITY.groups_in(period), MUNICIPALITY.method_in(year),
        MUNICIPALITY.target_sets_for(year)[0], MUNICIPALITY.code,
    )  # fmt: skip
    return status(unit, frame, ask)


def made_document(words: str = "2024", before: str | None = "2023", hides: Hides = ()) -> Document:
    """The municipality now and before, two administrations in full, and all of them as rows."""
    now = made_status(ROOT, words)
    parts = YearlyStatus(
        municipality=MUNICIPALITY,
        named=(Beside(now, made_status(ROOT, before) if before else None),),
        below=tuple(made_status(unit, words) for unit in ADMINISTRATIONS[:2]),
        listed=tuple(made_status(unit, words) for unit in ADMINISTRATIONS),
        denominator="period",
        hides={now.period: hides},
    )
    return yearly_status(parts, (facts_table([*target_facts(now.target_set), as_known_fact(DATED)]),), DATED)
