"""What is wrong in a file, by rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from maaltal.core.findings import SEVERITIES, Finding
from maaltal.documents.findings import Breaches, breaches
from maaltal.documents.numbers import show
from maaltal.web.process.words import for_page
from maaltal.web.received import language
from maaltal.web.ui.tables import Cell, Column, Table

MOST = 5
"""So many findings of a rule are on the page; all of them are in the file."""
VARIANTS = {"error": "bad", "warning": "plain", "note": "plain"}


@dataclass(frozen=True)
class RuleGroup:
    """The breaches of one rule: the first of them, and what to do."""

    title: str
    severity: str
    variant: str
    count: str
    table: Table
    mend: tuple[str, ...]
    more: str


def rule_groups(found: Iterable[Finding], counts: Mapping[str, int]) -> tuple[RuleGroup, ...]:
    """By rule, the worst first."""
    return tuple(map(_group, breaches(found, counts, MOST)))


def _group(found: Breaches) -> RuleGroup:
    rule, left = found.rule, found.count - len(found.first)
    more = ngettext("og {count} til", "og {count} til", left).format(count=show(left, language()))
    mends = dict.fromkeys(for_page(finding.mend(language(), show), language()) for finding in found.first)
    return RuleGroup(
        rule.title.get(language()), SEVERITIES[rule.severity].get(language()), VARIANTS[rule.severity],
        show(found.count, language()), _findings_table(found), tuple(mends), more if left else "",
    )  # fmt: skip


def _findings_table(found: Breaches) -> Table:
    sheets = any(finding.sheet for finding in found.first)
    headings = (_("Række"), *((_("Ark"),) if sheets else ()), _("Kolonne"), _("Hvad er galt"))
    return Table(
        caption=found.rule.title.get(language()), caption_hidden=True, columns=tuple(map(Column, headings)),
        rows=tuple(
            (
                Cell(str(finding.row) if finding.row else "–", header=True), *((Cell(finding.sheet or "–"),) if sheets else ()),
                Cell(finding.column or "–"), Cell(for_page(finding.wrong(language(), show), language())),
            )
            for finding in found.first
        ),
    )  # fmt: skip
