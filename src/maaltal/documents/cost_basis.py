"""What a cost stands on: each rate with its dates, source and certainty; each assumption; the price levels used."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.cost import Cost
from maaltal.core.economics.price_levels import PriceLevels
from maaltal.core.economics.rates import Rate
from maaltal.core.rounding import tidy
from maaltal.core.text import Sentence, Text, sentence
from maaltal.documents.definitions import validity
from maaltal.documents.tables import Cell, Column, Note, Row, Table, Value

_UNITS = {
    "kr./month": Text("kr./md.", "kr./month"), "kr./year": Text("kr./år", "kr./year"), "kr./hour": Text("kr./time", "kr./hour"),
}  # fmt: skip


def rates_of(costs: Sequence[Cost]) -> tuple[Rate, ...]:
    """Every rate of some costs, once, in the order of their lines."""
    return tuple(dict.fromkeys(rate for cost in costs for rate in cost.rates()))


def rates_table(rates: Sequence[Rate]) -> Table:
    """The rates by number; their sources stand below by the same number, for addresses are too long for a column."""
    columns = (
        Column("number", Text("Nr.", "No.")), Column("code", Text("Kode", "Code")), Column("label", Text("Sats", "Rate")),
        Column("value", Text("Værdi", "Value")), Column("valid", Text("Gælder", "Valid")), Column("certainty", Text("Sikkerhed", "Certainty")),
    )  # fmt: skip
    numbered = [(str(number), rate) for number, rate in enumerate(rates, 1)]
    rows = tuple(_rate_row(number, rate) for number, rate in numbered)
    notes = tuple(_source_note(number, rate) for number, rate in numbered)
    return Table("rates", sentence("Satser", "Rates"), columns, rows, notes)


def _rate_row(number: str, rate: Rate) -> Row:
    return Row((rate.code,), (
        Cell(number), Cell(rate.code), Cell(rate.label), Cell(_value(rate)), Cell(validity(rate.valid_from, rate.valid_to)),
        Cell(_certainty(rate)),
    ))  # fmt: skip


def _certainty(rate: Rate) -> Value:
    if rate.remark is None:
        return rate.certainty.label
    return sentence(
        "{certainty}, med forbehold", "{certainty}, with a reservation", certainty=rate.certainty.label
    )


def _source_note(number: str, rate: Rate) -> Note:
    if rate.remark is None:
        return Note(rate.code, sentence("{source}", "{source}", source=rate.source), number)
    said = sentence("{source} (forbehold: {remark})", "{source} (reservation: {remark})", source=rate.source, remark=rate.remark)  # fmt: skip
    return Note(rate.code, said, number)


def _value(rate: Rate) -> Sentence:
    if rate.unit == "share":
        return percent(rate.value)
    return sentence(
        "{value} {unit} ({year} p/l)", "{value} {unit} ({year} prices)",
        value=tidy(rate.value), unit=_UNITS[rate.unit], year=str(rate.price_level))  # fmt: skip


def percent(share: Fraction) -> Sentence:
    """As exact as two decimals, where they are needed."""
    return sentence("{share} pct.", "{share} per cent", share=tidy(share * 100))


def assumptions_table(cost: Cost) -> Table:
    rows = tuple(
        Row((code,), (Cell(label), Cell(value))) for code, label, value in _assumed(cost.assumptions)
    )
    columns = (
        Column("assumption", Text("Forudsætning", "Assumption")),
        Column("value", Text("Værdi", "Value")),
    )
    return Table(
        "assumptions", sentence("Forudsætninger, som angivet", "Assumptions, as stated"), columns, rows
    )


def _assumed(given: Assumptions) -> Iterator[tuple[str, Text, Value]]:
    old = sentence("før 2013, tilskud {share}", "before 2013, subsidy {share}", share=str(given.subsidy))
    yield (
        "scheme",
        Text("Ordning", "Scheme"),
        old if given.scheme == "old" else Text("fra 2013", "since 2013"),
    )
    yield "jobs", Text("Job (helårsjob)", "Jobs (full-year jobs)"), tidy(given.jobs)
    yield (
        "counted",
        Text("Job, der ændrer kommunens ydelser", "Jobs that change the municipality's benefits"),
        tidy(given.counted),
    )
    yield "wage", Text("Timeløn før pension", "Hourly wage before pension"), _wage(given)
    yield "pension", Text("Pension af lønnen", "Pension of the wage"), percent(given.pension)
    yield "holiday", Text("Ferietillæg af lønnen", "Holiday allowance of the wage"), percent(given.holiday)
    yield "overhead", Text("Overhead af lønudgiften", "Overhead of the wage cost"), percent(given.overhead)
    yield "additional", Text("Nettomerjob", "Net additional jobs"), percent(given.additional)
    yield (
        "residents",
        Text("Kommunens egne borgere", "The municipality's own residents"),
        percent(given.residents),
    )
    yield (
        "weeks-before",
        Text("Uger på offentlig forsørgelse før", "Weeks on public support before"),
        given.weeks_before,
    )
    yield (
        "activation",
        Text("Indsats pr. ledig om året", "Activation per unemployed person a year"),
        _activation(given),
    )


def _wage(given: Assumptions) -> Sentence:
    level = str(given.wage.level)
    return sentence(
        "{kr} kr. ({level} p/l)", "{kr} kr. ({level} prices)", kr=tidy(given.wage.kroner), level=level
    )


def _activation(given: Assumptions) -> Value:
    if given.activation is None:
        return Text("ikke angivet, ikke regnet med", "not stated, not counted")
    return sentence("{kr} kr.", "{kr} kr.", kr=tidy(given.activation.kroner))


def conversion_table(cost: Cost, levels: PriceLevels | None) -> Iterator[Table]:
    """The index numbers that the amounts were converted by, where they were."""
    if levels is None:
        return
    columns = (
        Column("year", Text("År", "Year")), Column("index", Text("Indekstal", "Index"), "decimal"),
        Column("published", Text("Oplyst", "Published")), Column("source", Text("Kilde", "Source")),
    )  # fmt: skip
    rows = tuple(
        Row((str(index.year),), (Cell(str(index.year)), Cell(index.value, "decimal"), Cell(index.published), Cell(index.source)))
        for index in levels.indices
    )  # fmt: skip
    title = sentence(
        "Pris- og lønniveauer i {file}; resultatet er i {year} p/l", "Price levels in {file}; the result is in {year} prices",
        file=levels.name, year=str(cost.level))  # fmt: skip
    yield Table("price-levels", title, columns, rows)
