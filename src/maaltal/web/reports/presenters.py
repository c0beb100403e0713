"""Editions, who got them, templates and audits, as pages show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from maaltal.core.periods import parse_period
from maaltal.core.text import Language
from maaltal.documents.notes.edition import Edition as Frozen
from maaltal.documents.notes.template import KINDS as NAMES
from maaltal.documents.numbers import short_moment, show
from maaltal.web.received import language, unit_name
from maaltal.web.reports.models import KINDS, LANGUAGES, Audited, Edition, Handing
from maaltal.web.reports.queries import facts_of, own_text
from maaltal.web.ui.documents import FORMS
from maaltal.web.ui.navigation import Link
from maaltal.web.ui.tables import Cell, Column, Table


def kinds() -> tuple[Link, ...]:
    """The notes that can be made."""
    return tuple(Link(str(called), reverse("reports:new", args=[kind])) for kind, called in KINDS)


def editions_table(editions: Iterable[Edition], day: date) -> Table:
    headings = (
        _("Titel"),
        _("Notat"),
        _("Periode"),
        _("Enhed"),
        _("Sprog"),
        _("Lavet"),
        _("Af"),
        _("Læsere"),
    )
    return Table(
        caption=_("Udgaver, den nyeste først"),
        columns=tuple(Column(text) for text in headings),
        rows=tuple(_edition_row(each, day) for each in editions),
        empty=_("Der er ingen notater endnu."),
    )


def _edition_row(edition: Edition, day: date) -> tuple[Cell, ...]:
    return (
        Cell(edition.title, reverse("reports:edition", args=[edition.pk]), header=True), Cell(edition.get_kind_display()),
        Cell(period(edition)), Cell(unit_name(edition.unit, day)), Cell(edition.get_language_display()),
        Cell(short_moment(edition.made_at, language())), Cell(edition.made_by), Cell(readers(edition)),
    )  # fmt: skip


def period(edition: Edition) -> str:
    return show(parse_period(edition.period), language())


def readers(edition: Edition) -> str:
    """Who may open it, in a word."""
    if edition.shared_at is None:
        return _("kun analytikere")
    return _("delt, med små antal") if edition.small else _("delt")


@dataclass(frozen=True)
class File:
    text: str
    size: str
    address: str


@dataclass(frozen=True)
class ShownEdition:
    """One edition as its page shows it: its files, and what it is made of as (label, words)."""

    id: int
    title: str
    kind: str
    files: tuple[File, ...]
    facts: tuple[tuple[str, str], ...]
    small: bool
    shared: bool
    despite_findings: bool


def shown_edition(edition: Edition, frozen: Frozen, day: date) -> ShownEdition:
    files = tuple(
        File(
            FORMS[file.form][0],
            filesizeformat(file.size),
            reverse("reports:file", args=[edition.pk, file.name]),
        )
        for file in edition.files.all()
    )
    return ShownEdition(
        edition.pk, edition.title, edition.get_kind_display(), files, _facts(edition, frozen, day), edition.small,
        edition.shared_at is not None, edition.despite_findings,
    )  # fmt: skip


def _facts(edition: Edition, frozen: Frozen, day: date) -> tuple[tuple[str, str], ...]:
    made_of, tongue = frozen.made_of, language()
    batches = ", ".join(f"{batch['id']} ({batch['file']})" for batch in made_of["batches"])
    return (
        *facts_of(frozen),
        (_("Notat"), edition.get_kind_display()),
        (_("Periode"), period(edition)),
        (_("Enhed"), unit_name(edition.unit, day)),
        (_("Sprog"), edition.get_language_display()),
        (_("Lavet"), f"{short_moment(edition.made_at, tongue)}, {edition.made_by}"),
        (_("Data som kendt"), short_moment(edition.as_known, tongue)),
        (_("Måltal"), made_of["target_set"] or "–"),
        (_("Metode"), made_of["method"] or "–"),
        (_("Skabelon"), made_of["template"]["name"]),
        (_("Program"), made_of["program"]),
        (_("Leverancer"), batches or "–"),
        (_("Udgavens hash (SHA-256)"), edition.sha256),
    )


def handings_table(handings: Iterable[Handing]) -> Table:
    headings = (_("Dato"), _("Modtager"), _("Hvordan"), _("Form"), _("Bemærkning"), _("Registreret af"))
    return Table(
        caption=_("Hvem har fået det"),
        columns=tuple(Column(text) for text in headings),
        rows=tuple(
            (Cell(show(each.on, language())), Cell(each.recipient, header=True), Cell(each.get_way_display()),
             Cell(FORMS[each.form][0] if each.form else "–"), Cell(each.remark or "–"), Cell(each.by))
            for each in handings
        ),
        empty=_("Ingen har hentet det eller fået det sendt endnu."),
    )  # fmt: skip


def templates_table() -> Table:
    """Every kind in both languages, and whose text holds."""
    return Table(
        caption=_("Skabeloner"),
        columns=tuple(Column(text) for text in (_("Notat"), _("Sprog"), _("Tekst"), _("Gemt"), _("Af"))),
        rows=tuple(_template_row(kind, tongue) for kind in NAMES for tongue, _called in LANGUAGES),
        caption_hidden=True,
    )


def _template_row(kind: str, tongue: str) -> tuple[Cell, ...]:
    own = own_text(kind, tongue)
    return (
        Cell(str(dict(KINDS)[kind]), reverse("reports:template", args=[kind, tongue]), header=True),
        Cell(str(dict(LANGUAGES)[tongue])), Cell(_("kommunens egen") if own else _("den indbyggede")),
        Cell(short_moment(own.saved_at, language()) if own else "–"), Cell(own.saved_by if own else "–"),
    )  # fmt: skip


GRAVE = ("error", "one-of", "contradiction")


@dataclass(frozen=True)
class ShownSuspect:
    line: int
    text: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class ShownFinding:
    """A finding: `n` from 1, in words, and the lines it points at as (index, number)."""

    n: int
    called: str
    text: str
    grave: bool
    suspects: tuple[ShownSuspect, ...]
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class ShownLine:
    """A line of the note, and the findings that are about it."""

    index: int
    number: str
    cells: tuple[str, ...]
    findings: tuple[int, ...]
    grave: bool


@dataclass(frozen=True)
class ShownAudit:
    read: str
    nothing: str
    findings: tuple[ShownFinding, ...]
    lines: tuple[ShownLine, ...]
    explained: int
    with_explained: bool


def shown_audit(audited: Audited, tongue: Language, *, explained: bool) -> ShownAudit:
    """In the reader's language; what hidden decimals explain only when asked for."""
    kept = audited.findings
    wanted = [each for each in kept["found"] if explained or each["kind"] != "explained"]
    numbers = {n: str(line[0]) for n, line in enumerate(audited.lines)}
    findings = tuple(_finding(n, each, numbers, tongue) for n, each in enumerate(wanted, 1))
    return ShownAudit(
        kept["read"][tongue], kept["nothing"][tongue] if kept["nothing"] else "", findings, _lines(audited, findings),
        sum(each["kind"] == "explained" for each in kept["found"]), explained,
    )  # fmt: skip


def _finding(n: int, kept: dict[str, object], numbers: dict[int, str], tongue: Language) -> ShownFinding:
    found: dict[str, object] = kept
    suspects = tuple(
        ShownSuspect(each["line"], each["described"][tongue], tuple(each["why"][tongue]))
        for each in found["suspects"]  # type: ignore[attr-defined]
    )
    lines = tuple((line, numbers[line]) for line in found["lines"] if line >= 0)  # type: ignore[attr-defined]
    called, text = found["called"][tongue], found["text"][tongue]  # type: ignore[index]
    return ShownFinding(n, called, text, found["kind"] in GRAVE, suspects, lines)


def _lines(audited: Audited, findings: tuple[ShownFinding, ...]) -> tuple[ShownLine, ...]:
    about = defaultdict(list)
    for finding in findings:
        for index, _number in finding.lines:
            about[index].append(finding)
    return tuple(
        ShownLine(n, str(number) if number else "", tuple(cells), tuple(each.n for each in about[n]), any(each.grave for each in about[n]))
        for n, (number, *cells) in enumerate(audited.lines)
    )  # fmt: skip
