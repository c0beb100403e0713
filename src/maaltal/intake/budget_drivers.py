"""Lines that a TOML budget proposal drives by something else: the corps, the pool, and what jobs cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from maaltal.core.economics.amounts import Amount, SpendingType
from maaltal.core.economics.assumptions import Assumptions
from maaltal.core.economics.budget_lines import Kind, Line
from maaltal.core.economics.cost import Cost, cost_of
from maaltal.core.economics.drivers import Corps
from maaltal.core.economics.pool import contributions, share_words
from maaltal.core.economics.rates import MissingRateError, RateBook
from maaltal.core.entries import Entry
from maaltal.core.rounding import tidy
from maaltal.core.text import Sentence, Text, sentence
from maaltal.definitions.price_levels import load_price_levels
from maaltal.definitions.rates import load_rates
from maaltal.intake.budget_frame import Frame
from maaltal.intake.budget_words import spending_type
from maaltal.intake.errors import IntakeError, refuse
from maaltal.intake.pool_files import read_wage_bills

PERCENT = 100
FINANCED = Text(
    "Fleksjobpuljen finansieres af forvaltninger", "The fleksjob pool is financed by the administrations"
)
FINANCING = Text("Finansiering af fleksjobpulje", "Financing of the fleksjob pool")


def corps_lines(entry: Entry, frame: Frame) -> Iterator[Line]:
    """The corps' cost, and what borrowers pay where they pay anything."""
    label = entry.text("label", Text("Fleksjobkorps", "Fleksjob corps"))
    people = entry.whole("people")
    cost = entry.number("cost") if entry.has("cost") else entry.number("each") * people
    corps = Corps(
        people, frame.amount(cost),
        entry.number("weekly_hours") if entry.has("weekly_hours") else None,
        entry.number("weeks") if entry.has("weeks") else None,
        Amount(entry.number("price", Fraction(0)), frame.level),
    )  # fmt: skip
    committee, activity, permanent = (
        entry.word("committee", "") or None,
        entry.text("activity", label),
        frame.permanent(entry),
    )
    spent = frame.by_year(corps.cost, entry)
    yield Line(
        label,
        SpendingType.SERVICE,
        "expense",
        spent,
        committee,
        activity,
        permanent,
        None,
        _corps_told(corps),
    )
    if corps.borrowers_pay:
        paid = frame.by_year(-corps.borrowers_pay, entry)
        borrowed = Text(f"{label.da}: låneres betaling", f"{label.en}: paid by borrowers")
        yield Line(borrowed, SpendingType.SERVICE, "income", paid, committee, activity, permanent)
    entry.finish()


def _corps_told(corps: Corps) -> Sentence:
    """What the corps' cost is made of, and what a lent hour costs, where that is known."""
    pays = corps.borrowers_pay or Text("ingenting", "nothing")
    if corps.cost_of_an_hour is None:
        return sentence("{people} personer à {each}; de, der låner, betaler {pays}", "{people} persons at {each} each; borrowers pay {pays}",
                        people=corps.people, each=corps.each, pays=pays)  # fmt: skip
    return sentence(
        "{people} personer à {each}; {hours} udlånstimer om året à {hour}; de, der låner, betaler {pays}",
        "{people} persons at {each} each; {hours} lending hours a year at {hour}; borrowers pay {pays}",
        people=corps.people, each=corps.each, hours=tidy(corps.lending_hours or Fraction(0)), hour=corps.cost_of_an_hour, pays=pays)  # fmt: skip


def pool_lines(entry: Entry, frame: Frame) -> Iterator[Line]:
    """The pool at the committee that keeps it, and each committee's contribution as financing."""
    label = entry.text("label", Text("Fleksjobpulje", "Fleksjob pool"))
    activity = entry.text("activity", label)
    paid, paid_activity = entry.text("financing_label", FINANCED), entry.text("financing_activity", FINANCING)
    percent, permanent, keeper = entry.number("percent"), frame.permanent(entry), entry.word("committee")
    made = contributions(frame.level, _wage_bills(entry, frame), percent / PERCENT, frame.to)
    told = sentence("{percent} pct. af lønsummen på {bill}", "{percent} per cent of the wage bill of {bill}",
                    percent=share_words(percent / PERCENT), bill=Amount(made.wage_bill, frame.level))  # fmt: skip
    total = frame.by_year(Amount(Fraction(made.total), frame.level), entry)
    yield Line(label, SpendingType.SERVICE, "expense", total, keeper, activity, permanent, None, told)
    for part in made.parts:
        amounts = frame.by_year(Amount(Fraction(-part.kroner), frame.level), entry)
        yield Line(
            paid,
            SpendingType.SERVICE,
            "financing",
            amounts,
            part.committee,
            paid_activity,
            permanent,
            label.da,
        )
    entry.finish()


def _wage_bills(entry: Entry, frame: Frame) -> Mapping[str, Fraction]:
    """A table of committees, or a file with the year of the price level."""
    if not entry.has("wage_bills_file"):
        return {name: number * frame.unit for name, number in entry.numbers("wage_bills").items()}
    bills = read_wage_bills(frame.beside(entry, "wage_bills_file")).by_year
    if frame.level not in bills:
        raise refuse(
            "{where}: lønsummerne mangler {year}; de har {known}.", "{where}: the wage bills lack {year}; they have {known}.",
            where=entry.where, year=str(frame.level), known=", ".join(map(str, sorted(bills))),
        )  # fmt: skip
    return bills[frame.level]


def cost_lines(entry: Entry, frame: Frame) -> Iterator[Line]:
    """What so many fleksjob cost, line by line, as `maaltal cost` reckons it."""
    day, activity = entry.day("day"), entry.text("activity", Text("Flere fleksjob", "More fleksjob"))
    committee, permanent = entry.word("committee", "") or None, frame.permanent(entry)
    wanted = [spending_type(each.da, entry.where) for each in entry.words("include")] or list(SpendingType)
    given = _assumptions(entry, _jobs(entry, frame, day.year), day.year)
    book = load_rates(
        frame.beside(entry, "rates") if entry.has("rates") else None,
        older=entry.flag("older_rates", False),
    )
    levels = load_price_levels(frame.beside(entry, "price_levels")) if entry.has("price_levels") else None
    for line in _cost_of(given, book, day, entry).lines:
        amount = levels.convert(line.amount, frame.level) if levels else line.amount
        if line.spending in wanted and amount:
            amounts = frame.by_year(amount, entry)
            kind: Kind = "expense" if amount.kroner > 0 else "saving"
            told = sentence("{jobs} x {each} ({how})", "{jobs} x {each} ({how})", jobs=tidy(line.jobs), each=line.per_job, how=line.reckoning)  # fmt: skip
            yield Line(line.label, line.spending, kind, amounts, committee, activity, permanent, None, told)
    entry.finish()


def _cost_of(given: Assumptions, book: RateBook, day: date, entry: Entry) -> Cost:
    """A missing rate is told with the keys that a proposal has for it, not the options of another command."""
    try:
        return cost_of(given, book, day)
    except MissingRateError as missing:
        raise IntakeError(sentence(
            "{where}: {why} I et budgetforslag skrives det som rates = \"satser.toml\" eller older_rates = true.",
            "{where}: {why} In a budget proposal that is written as rates = \"rates.toml\" or older_rates = true.",
            where=entry.where, why=missing.sentence)) from missing  # fmt: skip


def _jobs(entry: Entry, frame: Frame, year: int) -> Fraction:
    """As many as it says, or as a scenario has more than the targets of the year; fewer when negative."""
    if entry.has("jobs") or not entry.has("scenario"):
        return entry.number("jobs")
    words = tuple(word.da for word in entry.words("scenario"))
    if frame.more_jobs is None:
        raise entry.wrong(
            "scenario",
            " ".join(words),
            Text("jobs, da ingen måltal er kendt her", "jobs, as no targets are known here"),
        )
    return Fraction(frame.more_jobs(words, year))


def _assumptions(entry: Entry, jobs: Fraction, level: int) -> Assumptions:
    """In kroner and per cent, as people say them."""
    activation = Amount(entry.number("activation"), level) if entry.has("activation") else None

    def share(name: str, default: int) -> Fraction:
        return entry.number(name, Fraction(default)) / PERCENT

    return Assumptions(
        jobs, entry.number("hours"), Amount(entry.number("wage"), level), share("pension", 0), share("holiday", 0),
        share("overhead", 0), share("additional", PERCENT), share("residents", PERCENT), entry.whole("weeks_before", 52), activation,
    )  # fmt: skip
