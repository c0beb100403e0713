"""Why a unit got its number, in a sentence."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from django.utils.translation import gettext as _

from maaltal.core.apportionment import Apportionment, Share
from maaltal.core.bounds import Bounds
from maaltal.core.exact_shares import exact_shares
from maaltal.documents.numbers import number as decimal_in_words
from maaltal.web.received import language
from maaltal.web.targets.presenters.words import number


def why(share: Share, split: Apportionment, bounds: Bounds) -> str:
    """Locked, stopped by a least or a most, or rounded one way or the other."""
    alone = _alone(share, split)
    if share.unit in bounds.locked:
        return _("Låst til %(number)s; nøglen alene giver %(alone)s.") % _words(share, alone)
    if share.bounded and share.exact == bounds.least.get(share.unit):
        return _raised(share, alone)
    if share.bounded:
        return _stopped(share, alone)
    return _rounded(share, split)


def _alone(share: Share, split: Apportionment) -> Fraction:
    """What the key would give the unit if nothing were locked or bounded."""
    return exact_shares(split.total, {each.unit: each.key for each in split.shares}, Bounds())[share.unit]


def _words(share: Share, alone: Fraction) -> dict[str, str]:
    return {"number": number(share.number), "alone": decimal(alone)}


def _raised(share: Share, alone: Fraction) -> str:
    if alone < share.number:
        return _("Løftet til det mindste, %(number)s; nøglen alene giver %(alone)s.") % _words(share, alone)
    return _("Holdt på det mindste, %(number)s: de andres låse og grænser lader mindre tilbage.") % _words(
        share, alone
    )


def _stopped(share: Share, alone: Fraction) -> str:
    if alone > share.number:
        return _("Stoppet ved det højeste, %(number)s; nøglen alene giver %(alone)s.") % _words(share, alone)
    return _("Holdt på det højeste, %(number)s: de andres låse og grænser lader mere tilbage.") % _words(
        share, alone
    )


def _rounded(share: Share, split: Apportionment) -> str:
    if not share.remainder:
        return _("Den præcise andel er et helt tal.")
    left = sum(each.number - floor(each.exact) for each in split.shares)
    words = {"rest": decimal(share.remainder), "left": left}
    if share.number > share.exact:
        return _("Rundet op: resten %(rest)s er blandt dem, der får de %(left)s til overs.") % words
    return _("Rundet ned: resten %(rest)s rakte ikke til en af de %(left)s til overs.") % words


def decimal(value: Fraction) -> str:
    return decimal_in_words(value, language(), 0 if value.denominator == 1 else 2)
