"""Yearly statuses of made-up measurements, as the program itself writes them."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from maaltal.core.organisation import Organisation
from maaltal.core.periods import Period, parse_period
from maaltal.core.rounding import Exact
from maaltal.core.status import Frame, Status, status
from maaltal.core.targets import TargetSet
from maaltal.core.text import Language
from maaltal.definitions import load_municipality
from maaltal.documents.document import Document
from maaltal.documents.markdown import as_markdown
from maaltal.documents.yearly_status import Beside, YearlyStatus, yearly_status

KK = load_municipality()
ORGANISATION = Organisation(KK.units)
UNITS = tuple(unit.code for unit in KK.units if unit.code != "KK")
SCHEMES = ("loentilskud", "virksomhedspraktik", "smaajob")
MOST_DAYS = 70_000

type Measured = dict[tuple[str, str, str], int]
"""Days, employees and spells of every administration, by (unit, scheme, measure)."""


@st.composite
def measured(draw: st.DrawFn) -> Measured:
    """Any days, employees and spells in the seven administrations."""
    figures: Measured = {}
    for unit in UNITS:
        for scheme in SCHEMES:
            figures[unit, scheme, "full-year-persons"] = draw(st.integers(0, MOST_DAYS))
            figures[unit, scheme, "spells"] = draw(st.integers(0, 900))
        figures[unit, "fleksjob", "headcount"] = draw(st.integers(0, 400))
        for group in ("placements", "fleksjob"):
            figures[unit, group, "target"] = draw(st.integers(1, 500))
    return figures


def made_targets(figures: Measured, days: Period) -> TargetSet:
    """Targets that add up; the published ones of 2024 do not, which the audit says."""
    adopted = KK.target_sets_for(days.start.year)[0]
    new = {
        (unit, group): figures[unit, group, "target"]
        for unit in UNITS
        for group in ("placements", "fleksjob")
    }
    sums = {("KK", group): sum(new[unit, group] for unit in UNITS) for group in ("placements", "fleksjob")}
    return replace(adopted, targets={**new, **sums})


def made_status(figures: Measured, year: str = "2024") -> list[Status]:
    """The municipality's status and the administrations', each measured by itself."""
    days = parse_period(year)
    targets = made_targets(figures, days)
    frame = Frame(days, KK.schemes, KK.groups_in(days), KK.method_in(days.start.year), targets, "KK")

    def ask(unit: str, selection: str, measure: str) -> Exact:
        units = UNITS if unit == "KK" else (unit,)
        sum_ = sum(figures.get((u, scheme, measure), 0) for u in units for scheme in selection.split("+"))
        return Fraction(sum_, days.days) if measure == "full-year-persons" else sum_

    return [status(ORGANISATION.on(unit, days.last_day), frame, ask) for unit in ("KK", *UNITS)]


def as_document(statuses: list[Status]) -> Document:
    """The yearly status as the program lays it out."""
    whole, *below = statuses
    parts = YearlyStatus(KK, (Beside(whole, None),), tuple(below), (), "period")
    return yearly_status(parts, (), None)


def as_printed(statuses: list[Status], language: Language = "da") -> str:
    """The yearly status as Markdown."""
    return as_markdown(as_document(statuses), language)
