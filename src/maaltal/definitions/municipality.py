"""Read a municipality's units, groups, methods and target sets. In the file both days of a pair are included; in core the last is not."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import cast

from maaltal.core.catalogue import MEASURES
from maaltal.core.entries import Entry
from maaltal.core.fulfilment import METHODS, CombinationMethod
from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Unit
from maaltal.core.periods import ONE_DAY
from maaltal.core.schemes import SchemeGroup
from maaltal.core.targets import STATES, Decision, TargetSet, TargetState
from maaltal.core.text import Text
from maaltal.definitions.schemes import load_schemes


def municipality(top: Entry) -> Municipality:
    """The whole of the file. DefinitionError for what is missing, misspelt or of another kind."""
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
