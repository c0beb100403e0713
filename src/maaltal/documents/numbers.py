"""Numbers, percentages, dates and periods as Danish and English write them."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial, singledispatch

from babel.dates import format_date, format_datetime, format_time
from babel.numbers import format_decimal

from maaltal.core.periods import Period, half_year, month, quarter, year
from maaltal.core.rounding import Exact, half_up, percent
from maaltal.core.text import Language, Sentence, Text
from maaltal.store.moments import DENMARK

LOCALES: dict[Language, str] = {"da": "da_DK", "en": "en_GB"}
NO_BREAK = "\N{NO-BREAK SPACE}"
PERCENT = Text("pct.", "per cent")
DASH = "\N{EN DASH}"
_YES, _NO = Text("ja", "yes"), Text("nej", "no")


def number(value: Exact, language: Language, decimals: int = 0) -> str:
    """A number rounded half up, with the language's marks: 1.084 and 0,366 in Danish."""
    rounded = half_up(value, decimals)
    return _written(Decimal(rounded.numerator) / Decimal(rounded.denominator), language, decimals)


@lru_cache(4096)
def _written(exact: Decimal, language: Language, decimals: int) -> str:
    """Pages and notes write the same few hundred numbers again and again."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(exact, format=pattern, locale=LOCALES[language])


def percentage(share: Exact, language: Language) -> str:
    """A share as whole per cent, kept on one line: 84 pct."""
    return f"{number(percent(share), language)}{NO_BREAK}{PERCENT.get(language)}"


def day(the_day: date, language: Language) -> str:
    """25. februar 2025, or 25 February 2025."""
    return format_date(the_day, "long", locale=LOCALES[language])


def moment(when: datetime, language: Language) -> str:
    """25. februar 2025 kl. 14.05, Danish time."""
    here = when.astimezone(DENMARK)
    at = Text("kl.", "at").get(language)
    return f"{day(here.date(), language)} {at} {format_time(here, 'short', locale=LOCALES[language])}"


def short_moment(when: datetime, language: Language) -> str:
    """25.02.2025 14.05, for a narrow column; it does not break."""
    words = format_datetime(when.astimezone(DENMARK), "short", locale=LOCALES[language])
    return words.replace(",", "").replace(" ", NO_BREAK)


def period(days: Period, language: Language) -> str:
    """2024, 1. halvår 2024, 2. kvartal 2024, oktober 2024, januar–oktober 2024, or two dates."""
    start, last = days.start, days.last_day
    if days == Period(year(start.year).start, year(last.year).end):
        return str(start.year) if start.year == last.year else f"{start.year}{DASH}{last.year}"
    if part := _part_of_year(days):
        return f"{part.get(language)} {start.year}"
    if start.day == 1 and days.end.day == 1:
        return _months(start, last, language)
    return day(start, language) if days.days == 1 else f"{day(start, language)}{DASH}{day(last, language)}"


def _part_of_year(days: Period) -> Text | None:
    half, fourth = (days.start.month + 5) // 6, (days.start.month + 2) // 3
    if days == half_year(days.start.year, half):
        return Text(f"{half}. halvår", f"half-year {half}")
    if days == quarter(days.start.year, fourth):
        return Text(f"{fourth}. kvartal", f"quarter {fourth}")
    return None


def _months(start: date, last: date, language: Language) -> str:
    to = f"{month_name(last, language)} {last.year}"
    if month(start.year, start.month) == month(last.year, last.month):
        return to
    since = month_name(start, language) + ("" if start.year == last.year else f" {start.year}")
    return f"{since}{DASH}{to}"


def month_name(the_day: date, language: Language) -> str:
    return format_date(the_day, "LLLL", locale=LOCALES[language])


@singledispatch
def show(value: object, language: Language) -> str:  # noqa: ARG001 - the kinds below need it
    """One value inside a sentence, as `core.text.Sentence.render` asks for it."""
    return str(value)


@show.register
def _(value: Text, language: Language) -> str:
    return value.get(language)


@show.register
def _(value: Sentence, language: Language) -> str:
    return value.render(language, show)


show.register(Period)(period)
show.register(datetime)(moment)
show.register(date)(day)
show.register(int)(number)
show.register(bool)(lambda value, language: (_YES if value else _NO).get(language))
show.register(Fraction)(partial(number, decimals=2))
