"""Lines of the trail as a page shows them, and as they are taken out."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from django.utils.translation import gettext as _

from maaltal.documents.numbers import short_moment
from maaltal.web.accounts.queries import names_of
from maaltal.web.received import language, today, unit_name
from maaltal.web.trail.models import Event, Look
from maaltal.web.trail.telling import kind, told
from maaltal.web.ui.tables import Cell, Column, Table

FIELDS = ("when", "who", "what", "unit", "target", "facts", "persons")


def events_table(events: Sequence[Event]) -> Table:
    names, day = names_of(event.who for event in events), today()
    headings = (_("Tidspunkt"), _("Hvem"), _("Handling"), _("Hvad der skete"), _("Enhed"))
    return Table(
        caption=_("Hændelser"),
        columns=tuple(Column(text) for text in headings),
        rows=tuple(
            (Cell(short_moment(event.when, language()), header=True), Cell(_who(event.who, names)), Cell(kind(event.what)),
             Cell(told(event)), Cell(unit_name(event.unit, day) if event.unit else "–"))
            for event in events
        ),
        empty=_("Der er ingen hændelser, der passer."),
    )  # fmt: skip


def looks_table(looks: Sequence[Look]) -> Table:
    names, day = names_of(look.who for look in looks), today()
    headings = (_("Tidspunkt"), _("Hvem"), _("Enhed"), _("Begrundelse"))
    return Table(
        caption=_("Opslag i enkelte personers rækker"),
        columns=(*(Column(text) for text in headings), Column(_("Personer"), numeric=True)),
        rows=tuple(
            (Cell(short_moment(look.when, language()), header=True), Cell(_who(look.who, names)),
             Cell(unit_name(look.unit, day) if look.unit else "–"), Cell(look.why), Cell(str(len(look.seen.all()))))
            for look in looks
        ),
        empty=_("Der er ingen opslag, der passer."),
    )  # fmt: skip


def _who(username: str, names: Mapping[str, str]) -> str:
    """The name and the user name; an event of nobody is the program's, or of somebody who was not let in."""
    if not username:
        return "–"
    return f"{names[username]} ({username})" if username in names else username


def rows(events: Iterable[Event], looks: Iterable[Look]) -> list[dict[str, object]]:
    """Both kinds in one form, the newest first."""
    done = [
        {"when": event.when.isoformat(), "who": event.who, "what": event.what, "unit": event.unit,
         "target": event.target, "facts": event.facts, "persons": []}
        for event in events
    ]  # fmt: skip
    seen = [
        {"when": look.when.isoformat(), "who": look.who, "what": "look", "unit": look.unit, "target": look.why,
         "facts": {}, "persons": [one.person for one in look.seen.all()]}
        for look in looks
    ]  # fmt: skip
    return sorted([*done, *seen], key=lambda row: str(row["when"]), reverse=True)


def as_json(found: list[dict[str, object]]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1)


def as_csv(found: list[dict[str, object]]) -> str:
    """One line for each row; facts and persons as JSON and words within their cells."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(FIELDS)
    for row in found:
        facts, persons = json.dumps(row["facts"], ensure_ascii=False), row["persons"]
        writer.writerow([*(_cell(row[name]) for name in FIELDS[:5]), facts, " ".join(persons)])  # type: ignore[arg-type]
    return out.getvalue()


def _cell(value: object) -> str:
    """A spreadsheet must not take a cell for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
