"""Every definition says what it is called in both languages, where it comes from, and from when it holds."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.house import PACKAGE

type Table = dict[str, Any]

FILES = sorted((PACKAGE / "definitions").rglob("*.toml"))
BEGINS = ("valid_from", "first_year", "years")


def definitions(table: Table, path: str = "") -> Iterator[tuple[str, Table]]:
    """Every entry of an array of tables, at any depth: the form in which a definition is declared."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from definitions(value, f"{path}{key}.")
        elif isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
            for number, entry in enumerate(value):
                yield f"{path}{key}[{number}]", entry
                yield from definitions(entry, f"{path}{key}[{number}].")


def pairs(table: Table) -> Iterator[Table]:
    """Every table that holds words in a language."""
    if table.keys() & {"da", "en"}:
        yield table
    for value in table.values():
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, dict):
                yield from pairs(below)


def faults(name: str, table: Table) -> list[str]:
    label, source = table.get("label", {}), table.get("source", table.get("decision", {}).get("source", ""))
    belongs_to_another = "]." in name  # a limit of a scheme goes by the scheme's label
    start = next((table[key] for key in BEGINS if key in table), None)
    checks = {
        "label in both languages": belongs_to_another or (bool(label.get("da")) and bool(label.get("en"))),
        "source": isinstance(source, str) and bool(source.strip()),
        "first day or year": isinstance(start, date | int) or (isinstance(start, list) and bool(start)),
    }
    return [f"{name} lacks {what}" for what, held in checks.items() if not held]


def test_there_are_definitions() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_definition_is_named_sourced_and_dated(path: Path) -> None:
    declared = list(definitions(tomllib.loads(path.read_text("utf-8"))))
    assert declared
    assert [fault for name, table in declared for fault in faults(name, table)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_all_words_stand_in_both_languages(path: Path) -> None:
    tables = list(pairs(tomllib.loads(path.read_text("utf-8"))))
    assert tables
    assert [table for table in tables if not (table.get("da") and table.get("en"))] == []


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (
            '[[rate]]\nlabel = {da = "Sats"}\nsource = "Lov"\nvalid_from = 2024-01-01',
            ["rate[0] lacks label in both languages"],
        ),
        (
            '[[rate]]\nlabel = {da = "Sats", en = "Rate"}\nsource = " "\nyears = [2024]',
            ["rate[0] lacks source"],
        ),
        ('[[rate]]\nlabel = {da = "Sats", en = "Rate"}\nsource = "Lov"', ["rate[0] lacks first day or year"]),
        (
            '[a]\n[[a.rate]]\nlabel = {da = "Sats", en = "Rate"}\nfirst_year = 2024',
            ["a.rate[0] lacks source"],
        ),
    ],
)
def test_a_fault_is_seen(text: str, lacking: list[str]) -> None:
    assert [
        fault for name, table in definitions(tomllib.loads(text)) for fault in faults(name, table)
    ] == lacking
