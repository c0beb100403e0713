"""Dirt: the bad rows planted in the extracts, as data, with the findings that they must give.

They are rejected, or count for nothing, or count once: no figure changes by any of them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

type Extract = Literal["placements", "payroll", "organisation"]
type Like = Literal["good", "copy", "inside"]


@dataclass(frozen=True)
class Dirt:
    """A planted row: the codes of its findings, and the cells in which it differs from a good row, by column.

    `like` a copy of a row of the extract, one whose days lie inside such a row, or a good row of its own.
    `extra_cells` are added, or taken away when negative. `always`: also in the earlier year's extract.
    Cells may name {year}, the year of the extract, and {shared}, a P-number that two units have in common.
    """

    extract: Extract
    codes: tuple[str, ...]
    cells: Mapping[str, str] = field(default_factory=dict)
    like: Like = "good"
    extra_cells: int = 0
    always: bool = False


def planted(extract: Extract, last: bool) -> tuple[Dirt, ...]:
    """The bad rows of the extract of a period: all of them in the sample's last one, a few in the earlier."""
    return tuple(dirt for dirt in DIRT if dirt.extract == extract and (last or dirt.always))


def expected(extract: Extract, last: bool) -> Counter[str]:
    """How many findings of each code the planted rows must give."""
    return Counter(code for dirt in planted(extract, last) for code in dirt.codes)


def _placement(*codes: str, **changed: str) -> Dirt:
    return Dirt("placements", codes, {PLACEMENT_WORDS[key]: value for key, value in changed.items()})


def _employment(*codes: str, **changed: str) -> Dirt:
    return Dirt("payroll", codes, {PAYROLL_WORDS[key]: value for key, value in changed.items()})


def _unit(*codes: str, **changed: str) -> Dirt:
    return Dirt("organisation", codes, {ORGANISATION_WORDS[key]: value for key, value in changed.items()})


PLACEMENT_WORDS = {
    "person": "CPR-nummer", "scheme": "Ordning", "p_number": "P-nummer", "unit": "Enhed", "began": "Startdato",
    "ended": "Slutdato", "hours": "Timer pr. uge", "project": "Nytteprojekt",
}  # fmt: skip
PAYROLL_WORDS = {
    "person": "CPR", "number": "Tjenestenummer", "unit": "Afdeling", "began": "Ansat fra", "ended": "Ansat til",
    "contract": "Overenskomstkode", "hours": "Timer pr. uge", "retention": "Fastholdelse",
}  # fmt: skip
ORGANISATION_WORDS = {
    "code": "Enhedskode", "name": "Navn", "level": "Niveau", "parent": "Overordnet", "p_number": "P-nummer",
    "leader": "Leder", "valid_from": "Gyldig fra", "valid_to": "Gyldig til", "successor": "Efterfølger",
}  # fmt: skip
"""The columns of the three extracts, in their order."""

GOOD_PLACEMENT = {
    "Ordning": "Virksomhedspraktik", "P-nummer": "", "Enhed": "BUF-010", "Startdato": "05-02-{year}",
    "Slutdato": "01-03-{year}", "Timer pr. uge": "30", "Nytteprojekt": "nej",
}  # fmt: skip
GOOD_EMPLOYMENT = {
    "Tjenestenummer": "T999999", "Afdeling": "BUF-010", "Ansat fra": "{year}-02-01", "Ansat til": "{year}-03-31",
    "Overenskomstkode": "FLX", "Timer pr. uge": "12", "Fastholdelse": "nej",
}  # fmt: skip
GOOD_UNIT = {
    "Enhedskode": "BUF-990", "Navn": "Prøveskole 990", "Niveau": "Enhed", "Overordnet": "BUF-C01",
    "Gyldig fra": "1998-01-01",
}  # fmt: skip

DIRT = (
    _placement("missing-person", person=""),
    _placement("cpr-form", person="61015-001"),
    _placement("cpr-form", person="ukendt"),
    _placement("cpr-date", person="910250-0001"),
    _placement("missing-scheme", scheme=""),
    _placement("unknown-scheme", scheme="Prøveordning"),
    _placement("scheme-not-valid", scheme="Småjob", began="01-02-2017", ended=""),
    _placement("missing-unit", unit=""),
    _placement("unknown-unit", unit="BUF-999"),
    _placement("unknown-production-unit", unit="", p_number="9999999999"),
    _placement("ambiguous-production-unit", unit="", p_number="{shared}"),
    _placement("unit-not-valid", unit="SUF-111"),
    _placement("missing-start", began=""),
    _placement("unreadable-date", began="31-02-{year}"),
    _placement("unreadable-date", began="05-09-{year}", ended="snart"),
    _placement("end-before-start", began="05-03-{year}", ended="05-02-{year}"),
    _placement("implausible-date", "outside-period", began="05-02-2099", ended=""),
    _placement("implausible-date", "longer-than-allowed", ended="31-12-2204"),
    _placement("outside-period", began="05-02-2013", ended="01-03-2013"),
    _placement("unreadable-hours", hours="fuld tid"),
    _placement("hours-out-of-range", hours="72,5"),
    _placement("unknown-yes-no", project="måske"),
    Dirt("placements", ("wrong-cells",), extra_cells=-1),
    Dirt("placements", ("wrong-cells",), extra_cells=1, always=True),
    Dirt("placements", ("duplicate-row",), like="copy", always=True),
    Dirt("placements", ("overlap-same-scheme",), like="inside", always=True),
    _employment("missing-person", person=""),
    _employment("cpr-form", person="61015"),
    _employment("cpr-date", person="6113500001"),
    _employment("missing-scheme", contract=""),
    _employment("unknown-contract-code", contract="PRV"),
    _employment("unknown-unit", unit="PRØVE-1"),
    _employment("missing-unit", unit=""),
    _employment("unreadable-date", began="{year}-13-01"),
    _employment("end-before-start", began="{year}-03-01", ended="{year}-02-01"),
    _employment("hours-out-of-range", hours="370"),
    _employment("unreadable-hours", hours="deltid"),
    _employment("unknown-yes-no", retention="ved ikke"),
    Dirt("payroll", ("duplicate-row",), like="copy", always=True),
    Dirt("payroll", ("overlap-same-scheme",), like="inside", always=True),
    _unit("missing-name", name=""),
    _unit("unknown-level", level="Prøveniveau"),
    _unit("unknown-parent", parent="BUF-C99"),
    _unit("versions-overlap", code="BUF-010", parent="BUF-C02", valid_from="2010-01-01"),
)
