"""Checks solved days against every printed figure, exactly and by the same rules as any status."""

from collections.abc import Iterator
from fractions import Fraction

from maaltal.core.catalogue import HEADCOUNT, SPELLS
from maaltal.core.municipality import Municipality
from maaltal.core.rounding import Exact, whole
from maaltal.core.status import Ask, Frame, Status, status
from maaltal.sample.printed import Days, Printed, adopted


def deviations(printed: Printed, municipality: Municipality, found: Days) -> Iterator[str]:
    """Every printed figure that the days do not give."""
    frame = Frame(
        printed.period, municipality.schemes, municipality.groups_in(printed.period),
        municipality.method_in(printed.period.start.year), adopted(printed, municipality), municipality.code,
    )  # fmt: skip
    units = {unit.code: unit for unit in municipality.units}
    for code in printed.units:
        yield from _differences(printed, status(units[code], frame, _asker(printed, found)))


def _asker(printed: Printed, found: Days) -> Ask:
    def ask(unit: str, selection: str, measure: str) -> Exact:
        if measure == HEADCOUNT.code:
            return printed.status[selection][unit]
        if measure == SPELLS.code:
            return printed.spells[selection][unit]
        inside = printed.parts if unit == printed.units[0] else (unit,)
        total = sum(found[part, scheme] for part in inside for scheme in selection.split("+"))
        return Fraction(total, printed.period.days)

    return ask


def _differences(printed: Printed, made: Status) -> Iterator[str]:
    unit = made.unit.code
    for line in made.groups:
        for scheme in line.schemes:
            code = scheme.scheme.code
            yield from _differs(f"{code} {unit}", scheme.measurement, printed.status[code][unit])
        code = line.group.code
        yield from _differs(f"{code} {unit}", line.measurement, printed.status[code][unit])
        yield from _differs(
            f"{code} {unit} pct.", 100 * (line.fulfilment or 0), printed.fulfilment[code][unit]
        )
        if line.spells is not None:
            yield from _differs(f"{code} {unit} spells", line.spells, printed.spells[code][unit])
    combined = made.combined.value if made.combined else Fraction(0)
    yield from _differs(f"combined {unit} pct.", 100 * combined, printed.fulfilment["all"][unit])


def _differs(what: str, exact: Exact, number: int) -> Iterator[str]:
    if whole(exact) != number:
        yield f"{what}: printed {number}, solved {float(exact):.4f}"
