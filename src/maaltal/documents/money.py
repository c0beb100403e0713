"""Amounts as Danish and English write them: 1.234.567 kr., 13.130 (in 1.000 kr.) and 13,1 mio. kr."""

from maaltal.core.economics.amounts import Amount, Scale
from maaltal.core.text import Language, Sentence, sentence
from maaltal.documents.numbers import NO_BREAK, number, show

_DECIMALS = {Scale.KRONER: 0, Scale.THOUSANDS: 0, Scale.MILLIONS: 1}


def bare(amount: Amount, language: Language, scale: Scale = Scale.KRONER) -> str:
    """The figure alone, for a table whose head names the scale: 13.130. Millions get one decimal."""
    return number(amount.kroner / scale, language, _DECIMALS[scale])


def money(amount: Amount, language: Language, scale: Scale = Scale.KRONER) -> str:
    """The figure with its scale, kept on one line, without its price level: 1.234.567 kr."""
    return f"{bare(amount, language, scale)} {scale.label.get(language)}".replace(" ", NO_BREAK)


def price_level(level: int, scale: Scale = Scale.KRONER) -> Sentence:
    """What the head of a table says: 1.000 kr., 2016 p/l."""
    return sentence("{scale}, {year} p/l", "{scale}, {year} prices (p/l)", scale=scale.label, year=str(level))


@show.register
def _(value: Amount, language: Language) -> str:
    return f"{money(value, language)} ({value.level} p/l)"
