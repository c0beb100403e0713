"""Read the TOML definitions. In the files both days of a pair of dates are included; in core the last is not."""

import hashlib
import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from maaltal.core.catalogue import MEASURES
from maaltal.core.entries import Entry
from maaltal.core.file_errors import fault
from maaltal.core.fulfilment import METHODS, CombinationMethod
from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Unit
from maaltal.core.periods import ONE_DAY
from maaltal.core.schemes import DurationLimit, Scheme, SchemeGroup
from maaltal.core.targets import STATES, Decision, TargetSet, TargetState
from maaltal.core.text import Sentence, Text, sentence

type Table = Mapping[str, Any]


class DefinitionError(Exception):
    """A definition file that cannot be used; `sentence` names the file and what is wrong, in both languages."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(str(said))
        self.sentence = said


@cache
def load_schemes() -> dict[str, Scheme]:
    """The state's schemes by code."""
    tables = tomllib.loads((files(__package__) / "schemes.toml").read_text("utf-8"))["scheme"]
    return {table["code"]: _scheme(table) for table in tables}


def known_municipalities() -> tuple[str, ...]:
    folder = files(__package__) / "municipalities"
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    )


def load_municipality(name: str = "koebenhavn") -> Municipality:
    """A shipped municipality by name, or anybody's own TOML file by its path. DefinitionError when it is neither."""
    return _municipality(municipality_entry(name))


def municipality_entry(name: str) -> Entry:
    """All of the file, to be read part by part. DefinitionError as above."""
    try:
        return Entry(name, tomllib.loads(municipality_text(name), parse_float=Decimal), refuse)
    except tomllib.TOMLDecodeError as problem:
        raise _unusable(name, problem) from problem


def fingerprint(name: str) -> str:
    """SHA-256 of the municipality's and the state's definitions as they are written now. DefinitionError as above."""
    schemes = (files(__package__) / "schemes.toml").read_text("utf-8")
    return hashlib.sha256(f"{schemes}\0{municipality_text(name)}".encode()).hexdigest()


def municipality_text(name: str) -> str:
    """The TOML of a shipped municipality, or of anybody's own file. DefinitionError when it is neither."""
    if name in known_municipalities():
        return (files(__package__) / "municipalities" / f"{name}.toml").read_text("utf-8")
    try:
        return Path(name).read_text("utf-8")
    except FileNotFoundError as problem:
        raise refuse(
            "'{name}' er hverken en fil eller en af kommunerne {known}.", "'{name}' is neither a file nor one of the municipalities {known}.",
            name=name, known=", ".join(known_municipalities()),
        ) from problem  # fmt: skip
    except (OSError, UnicodeDecodeError) as problem:
        raise _unusable(name, problem) from problem


def refuse(da: str, en: str, **values: object) -> DefinitionError:
    """A DefinitionError of a template in both languages and the values for its `{named}` places."""
    return DefinitionError(sentence(da, en, **values))


def _unusable(name: str, problem: Exception) -> DefinitionError:
    return refuse(
        "{name} kan ikke bruges som en kommunes definitioner: {fault}.", "{name} cannot be used as a municipality's definitions: {fault}.",
        name=name, fault=fault(problem),
    )  # fmt: skip


def _municipality(top: Entry) -> Municipality:
    about = top.one("municipality")
    name = about.text("name")
    root = Unit(about.word("code"), name.da, "municipality", None, about.day("valid_from"))
    named = top.one("administrations")
    below = (
        Unit(code, named.word(code), "administration", root.code, root.valid_from) for code in named.table
    )
    groups = tuple(map(_group, top.entries("group")))
    return Municipality(
        code=root.code,
        name=name,
        schemes=load_schemes(),
        units=(root, *below),
        groups=groups,
        methods=tuple(map(_method, top.entries("method"))),
        target_sets=tuple(_target_set(each, {group.code for group in groups}) for each in top.entries("target_set")),
    )  # fmt: skip


def _scheme(table: Table) -> Scheme:
    limits = tuple(
        DurationLimit(limit["weeks"], limit["valid_from"], _after(limit), limit["source"])
        for limit in table.get("limit", ())
    )
    return Scheme(
        table["code"], _text(table["label"]), table["valid_from"], _after(table), table["source"], limits
    )


def _group(entry: Entry) -> SchemeGroup:
    made = SchemeGroup(
        entry.word("code"), entry.text("label"), entry.some_of("schemes", load_schemes()), entry.one_of("measure", MEASURES),
        entry.day("valid_from"), _day_after(entry), entry.word("source"),
    )  # fmt: skip
    entry.finish()
    return made


def _day_after(entry: Entry) -> date | None:
    """The day after `valid_to`; None where it is not given. DefinitionError when that comes before `valid_from`."""
    if not entry.has("valid_to"):
        return None
    last = entry.day("valid_to")
    if last < entry.day("valid_from"):
        raise entry.wrong("valid_to", last, Text("valid_from eller senere", "valid_from or later"))
    return last + ONE_DAY


def _method(entry: Entry) -> CombinationMethod:
    made = CombinationMethod(
        entry.one_of("code", METHODS), entry.text("label"), entry.whole("first_year"),
        entry.whole("last_year") if entry.has("last_year") else None, entry.word("source"),
    )  # fmt: skip
    entry.finish()
    return made


def _target_set(entry: Entry, groups: Collection[str]) -> TargetSet:
    made = TargetSet(
        name=entry.word("name"),
        label=entry.text("label"),
        years=entry.wholes("years"),
        state=cast("TargetState", entry.one_of("state", STATES)),
        decision=_decision(entry.one("decision")),
        targets=dict(_targets(entry.one("targets"), groups)),
        note=entry.text("note") if entry.has("note") else None,
        alternative=entry.flag("alternative", False),
    )
    entry.finish()
    return made


def _decision(entry: Entry) -> Decision:
    made = Decision(
        entry.word("body"), entry.day("day") if entry.has("day") else None,
        entry.word("case_number") if entry.has("case_number") else None, entry.word("source"),
    )  # fmt: skip
    entry.finish()
    return made


def _targets(entry: Entry, groups: Collection[str]) -> Iterator[tuple[tuple[str, str], int]]:
    for group in entry.table:
        if group not in groups:
            known = ", ".join(sorted(groups))
            raise entry.wrong(group, "{...}", Text(f"en af grupperne {known}", f"one of the groups {known}"))
        numbers = entry.one(group)
        for unit in numbers.table:
            if (number := numbers.whole(unit)) < 0:
                raise numbers.wrong(unit, number, Text("0 eller mere", "0 or more"))
            yield (unit, group), number


def _text(pair: Table) -> Text:
    return Text(pair["da"], pair["en"])


def _after(table: Table) -> date | None:
    last: date | None = table.get("valid_to")
    return last + ONE_DAY if last else None
