"""Read the TOML definitions. In the files both days of a pair of dates are included; in core the last is not."""

import hashlib
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from maaltal.core.file_errors import fault
from maaltal.core.fulfilment import CombinationMethod
from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Unit
from maaltal.core.periods import ONE_DAY
from maaltal.core.schemes import DurationLimit, Scheme, SchemeGroup
from maaltal.core.targets import Decision, TargetSet
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
    text = municipality_text(name)
    try:
        return _municipality(tomllib.loads(text))
    except (KeyError, TypeError, ValueError) as problem:
        raise unusable(name, problem) from problem


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
        raise DefinitionError(sentence(
            "'{name}' er hverken en fil eller en af kommunerne {known}.", "'{name}' is neither a file nor one of the municipalities {known}.",
            name=name, known=", ".join(known_municipalities()))) from problem  # fmt: skip
    except (OSError, UnicodeDecodeError) as problem:
        raise unusable(name, problem) from problem


def unusable(name: str, problem: Exception) -> DefinitionError:
    """The error to raise for a municipality's own file."""
    return DefinitionError(sentence(
        "{name} kan ikke bruges som en kommunes definitioner: {fault}.", "{name} cannot be used as a municipality's definitions: {fault}.",
        name=name, fault=fault(problem)))  # fmt: skip


def _municipality(tables: Table) -> Municipality:
    top = tables["municipality"]
    return Municipality(
        code=top["code"],
        name=_text(top["name"]),
        schemes=load_schemes(),
        units=_units(top, tables["administrations"]),
        groups=tuple(map(_group, tables["group"])),
        methods=tuple(map(_method, tables["method"])),
        target_sets=tuple(map(_target_set, tables["target_set"])),
    )


def _units(top: Table, administrations: Table) -> tuple[Unit, ...]:
    root = Unit(top["code"], top["name"]["da"], "municipality", None, top["valid_from"])
    below = (
        Unit(code, name, "administration", root.code, root.valid_from)
        for code, name in administrations.items()
    )
    return (root, *below)


def _scheme(table: Table) -> Scheme:
    limits = tuple(
        DurationLimit(limit["weeks"], limit["valid_from"], _after(limit), limit["source"])
        for limit in table.get("limit", ())
    )
    return Scheme(
        table["code"], _text(table["label"]), table["valid_from"], _after(table), table["source"], limits
    )


def _group(table: Table) -> SchemeGroup:
    return SchemeGroup(
        table["code"], _text(table["label"]), tuple(table["schemes"]), table["measure"],
        table["valid_from"], _after(table), table["source"],
    )  # fmt: skip


def _method(table: Table) -> CombinationMethod:
    return CombinationMethod(
        table["code"], _text(table["label"]), table["first_year"], table.get("last_year"), table["source"]
    )


def _target_set(table: Table) -> TargetSet:
    decision = table["decision"]
    numbers = {
        (unit, group): number for group, units in table["targets"].items() for unit, number in units.items()
    }  # fmt: skip
    return TargetSet(
        name=table["name"],
        label=_text(table["label"]),
        years=tuple(table["years"]),
        state=table["state"],
        decision=Decision(
            decision["body"], decision.get("day"), decision.get("case_number"), decision["source"]
        ),
        targets=numbers,
        note=_text(table["note"]) if "note" in table else None,
        alternative=table.get("alternative", False),
    )


def _text(pair: Table) -> Text:
    return Text(pair["da"], pair["en"])


def _after(table: Table) -> date | None:
    last: date | None = table.get("valid_to")
    return last + ONE_DAY if last else None
