"""Layouts: which column is which field, and which word means what; shipped ones and a municipality's own mapping."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from maaltal.core.file_errors import fault
from maaltal.core.periods import Period, parse_period
from maaltal.core.person_numbers import mask
from maaltal.core.sources import source_words
from maaltal.core.text import Text
from maaltal.intake.errors import refuse

type Kind = Literal["spells", "organisation", "outcomes"]

SHIPPED = ("placements", "payroll", "organisation", "outcomes")
_SOURCE = r"\w[\w .-]*"
SET_ASIDE = "set aside"
FIELDS: dict[Kind, tuple[str, ...]] = {
    "spells": ("person", "scheme", "unit", "production_unit", "start_date", "end_date", "hours", "retention", "excluded"),
    "organisation": ("code", "name", "level", "parent", "production_unit", "leader", "valid_from", "valid_to", "successor"),
    "outcomes": ("person", "kind", "start_date", "end_date"),
}  # fmt: skip
REQUIRED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "spells": (("person",), ("scheme",), ("unit", "production_unit"), ("start_date",), ("end_date",)),
    "organisation": (("code",), ("name",), ("level",), ("parent",), ("valid_from",), ("valid_to",)),
    "outcomes": (("person",), ("kind",), ("start_date",), ("end_date",)),
}
"""Of each group of fields a file needs at least one column."""

YES_NO = dict.fromkeys(("ja", "j", "yes", "y", "sand", "true", "x", "1"), "yes") | dict.fromkeys(
    ("nej", "n", "no", "falsk", "false", "0"), "no"
)


@dataclass(frozen=True)
class Layout:
    """Format (layout): the accepted names of each field's column, and what the words in the cells mean.

    `values` are by field group (scheme, unit, yes_no, kind, level); words are in lower case. `fixed` gives a field
    one value for the whole file, where the file has no column for it.
    """

    name: str
    kind: Kind
    source: str
    label: Text
    columns: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, str]]
    fixed: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    unknown_scheme: str = "unknown-scheme"
    period: Period | None = None

    def place(self, header: Sequence[str]) -> dict[str, int]:
        """Which column of the header each field stands in. IntakeError when two columns claim one field."""
        places: dict[str, int] = {}
        for name, accepted in self.columns.items():
            wanted = {plain(word) for word in accepted}
            found = [n for n, column in enumerate(header) if plain(column) in wanted]
            if len(found) > 1:
                raise refuse(
                    "Kolonnerne '{first}' og '{second}' er begge navne for {field}. Skriv i en tilpasning (--mapping), hvilken der gælder.",
                    "The columns '{first}' and '{second}' are both names for {field}. Say in a mapping (--mapping) which one counts.",
                    first=header[found[0]], second=header[found[1]], field=name,
                )  # fmt: skip
            if found:
                places[name] = found[0]
        return places

    def missing(self, header: Sequence[str]) -> tuple[str, ...]:
        """The first accepted column name of every field that the header lacks."""
        have = {plain(column) for column in header}
        present = {
            name for name, accepted in self.columns.items() if have & {plain(word) for word in accepted}
        }
        lacking = [group for group in REQUIRED[self.kind] if not present.union(self.fixed) & set(group)]
        return tuple(self.columns[group[0]][0] if group[0] in self.columns else group[0] for group in lacking)

    def known(self, header: Sequence[str]) -> int:
        """How many of the header's columns it knows."""
        names = {plain(word) for accepted in (*self.columns.values(), self.ignored) for word in accepted}
        return sum(plain(column) in names for column in header)


def plain(name: str) -> str:
    """A column name without what people write differently: case, spaces, full stops, hyphens."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", name).casefold()).strip()


@cache
def shipped(name: str) -> Layout:
    """One of SHIPPED by name. KeyError for another."""
    if name not in SHIPPED:
        raise KeyError(name)
    table = tomllib.loads((files(__package__) / "layouts" / f"{name}.toml").read_text("utf-8"))
    return replace(_layout(name, table, None), label=source_words(name))


def own(path: Path) -> Layout:
    """Tilpasning (mapping): a municipality's own TOML file. IntakeError when it cannot be used."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        base = shipped(table["extends"]) if "extends" in table else None
        return _layout(mask(path.stem), table, base)
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise refuse(
            "Tilpasningen {file} kan ikke bruges: {problem}.", "The mapping {file} cannot be used: {problem}.",
            file=path.name, problem=fault(problem),
        ) from None  # fmt: skip


def _layout(name: str, table: Mapping[str, Any], base: Layout | None) -> Layout:
    kind: Kind = base.kind if base else table["kind"]
    label = table.get("label", table.get("source", name))
    made = Layout(
        name=f"{base.name}:{name}" if base else name,
        kind=kind,
        source=table.get("source", base.source if base else name),
        label=Text(label["da"], label["en"]) if isinstance(label, Mapping) else Text(label, label),
        columns=_columns(table.get("columns", {}), base.columns if base else {}, FIELDS[kind]),
        values=_values(table.get("values", {}), base.values if base else {"yes_no": YES_NO}),
        fixed={key: str(value) for key, value in table.get("fixed", {}).items()},
        ignored=(*table.get("ignored", ()), *(base.ignored if base else ())),
        unknown_scheme=table.get("unknown_scheme", base.unknown_scheme if base else "unknown-scheme"),
        period=parse_period(str(table["period"])) if "period" in table else None,
    )
    if not re.fullmatch(_SOURCE, made.source):
        raise ValueError(
            f"the source '{made.source}' is named with letters, digits, spaces, dots and hyphens"
        )
    if unknown := set(made.columns).union(made.fixed) - set(FIELDS[kind]):
        raise ValueError(
            f"no such field: {', '.join(sorted(unknown))}; the fields are {', '.join(FIELDS[kind])}"
        )
    return made


def _columns(
    given: Mapping[str, Any], base: Mapping[str, tuple[str, ...]], fields: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """A name that the mapping gives a field is taken from the shipped layout's names, so that it decides."""
    named = {key: (words,) if isinstance(words, str) else tuple(words) for key, words in given.items()}
    if unknown := set(named) - set(fields):
        raise ValueError(f"no such field: {', '.join(sorted(unknown))}; the fields are {', '.join(fields)}")
    taken = {plain(word) for words in named.values() for word in words}
    inherited = {
        key: tuple(word for word in words if plain(word) not in taken)
        for key, words in base.items()
        if key not in named
    }
    return {key: words for key, words in (inherited | named).items() if words}


def _values(given: Mapping[str, Any], base: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    merged = {group: dict(words) for group, words in base.items()}
    for group, words in given.items():
        merged.setdefault(group, {}).update(
            {str(word).strip().lower(): _meaning(to) for word, to in words.items()}
        )
    return merged


def _meaning(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
