"""Keys of apportionment: read from a CSV file, taken from a target set, measured from the store, equal, or mixed."""

import csv
from collections.abc import Mapping, Sequence
from fractions import Fraction
from io import StringIO
from pathlib import Path

from maaltal.cli.exits import Exit, RefusalError, refuse
from maaltal.core.municipality import Municipality
from maaltal.core.scenarios import units_of
from maaltal.definitions import load_municipality

type Keys = Mapping[str, Fraction]
EQUAL, MIX = "equal", "mix"


def read_keys(words: Sequence[str], municipality: str) -> dict[str, Keys]:
    """Every key that the words name: FILE.csv, FILE.csv:COLUMN, targets:SET:GROUP, or equal."""
    known = load_municipality(municipality)
    found: dict[str, Keys] = {}
    for word in words:
        found |= {} if word == EQUAL else _keys(word, known)
    if EQUAL in words:
        units = next(
            iter(found.values()), {unit.code: Fraction(1) for unit in known.units if unit.code != known.code}
        )
        found[EQUAL] = dict.fromkeys(units, Fraction(1))
    return found


def mixed(keys: Mapping[str, Keys], weights: Mapping[str, Fraction]) -> Keys:
    """One key of several: each counts by its units' shares of it, times its weight."""
    unknown = [name for name in weights if name not in keys]
    if unknown:
        raise refuse(
            Exit.USAGE, "Nøglen '{key}' er ikke blandt dem, der er læst: {known}.",
            "The key '{key}' is not among those that were read: {known}.", key=unknown[0], known=", ".join(keys),
        )  # fmt: skip
    units = dict.fromkeys(unit for name in weights for unit in keys[name])
    return {
        unit: sum((weight * _share(keys[name], unit) for name, weight in weights.items()), Fraction(0))
        for unit in units
    }


def _share(key: Keys, unit: str) -> Fraction:
    return key.get(unit, Fraction(0)) / (sum(key.values(), Fraction(0)) or 1)


def _keys(word: str, municipality: Municipality) -> dict[str, Keys]:
    if word.startswith("targets:"):
        return {word: _targets(word, municipality)}
    name, _, column = word.partition(":") if not Path(word).is_file() else (word, "", "")
    columns = read_columns(Path(name))
    if column and column not in columns:
        raise _no_column(name, column, columns)
    return {column: columns[column]} if column else columns


def _targets(word: str, municipality: Municipality) -> Keys:
    _, name, group = (*word.split(":"), "", "")[:3]
    targets = municipality.target_set(name)
    keys = (
        {unit: Fraction(number) for unit, number in units_of(targets, group, municipality.code).items()}
        if targets
        else {}
    )
    if not keys:
        raise refuse(
            Exit.NO_DATA, "'{word}' giver ingen måltal; skriv targets:SÆT:GRUPPE, for eksempel targets:2024-2025:fleksjob.",
            "'{word}' gives no targets; write targets:SET:GROUP, such as targets:2024-2025:fleksjob.", word=word,
        )  # fmt: skip
    return keys


def read_columns(file: Path) -> dict[str, Keys]:
    """The columns of numbers in a CSV file, by their headings; its first column names the units."""
    header, *rows = _rows(file)
    if len(header) < 2 or not rows:
        raise refuse(
            Exit.REFUSED, "{file} skal have en overskrift, enheder i første kolonne og mindst én kolonne med tal.",
            "{file} must have a header, units in its first column and at least one column of numbers.", file=file.name,
        )  # fmt: skip
    columns: dict[str, dict[str, Fraction]] = {name: {} for name in header[1:]}
    for number, row in enumerate(rows, start=2):
        for name, cell in zip(header[1:], row[1:], strict=False):
            if cell:
                columns[name][row[0]] = read_number(cell, f"{file.name}:{number}")
    return {name: column for name, column in columns.items() if column}


def _rows(file: Path) -> list[list[str]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        reason = getattr(problem, "strerror", None) or "ikke UTF-8"
        raise refuse(
            Exit.REFUSED, "Filen {file} kan ikke læses: {reason}.", "The file {file} cannot be read: {reason}.",
            file=str(file), reason=reason,
        ) from problem  # fmt: skip
    first = text.partition("\n")[0]
    delimiter = max(";\t,", key=first.count)
    return [
        [cell.strip() for cell in row] for row in csv.reader(StringIO(text), delimiter=delimiter) if any(row)
    ] or [[]]


def read_number(words: str, where: str) -> Fraction:
    """A number as Danes or programs write it: 1.084 and 1084, 2,5 and 2.5. A point before three digits parts thousands."""
    whole, comma, decimals = words.replace(" ", "").partition(",")
    plain = f"{whole.replace('.', '')}.{decimals}" if comma else _without_thousands(whole)
    try:
        return Fraction(plain)
    except ValueError:
        raise _no_number(words, where) from None


def _without_thousands(words: str) -> str:
    first, *rest = words.lstrip("-").split(".")
    thousands = bool(rest) and 1 <= len(first) <= 3 and all(len(part) == 3 for part in rest)
    return words.replace(".", "") if thousands else words


def _no_number(words: str, where: str) -> RefusalError:
    return refuse(
        Exit.REFUSED,
        "{where}: '{words}' er intet tal.",
        "{where}: '{words}' is no number.",
        where=where,
        words=words,
    )


def _no_column(name: str, column: str, columns: Mapping[str, Keys]) -> RefusalError:
    return refuse(
        Exit.REFUSED, "{file} har ingen kolonne '{column}'; den har {known}.",
        "{file} has no column '{column}'; it has {known}.", file=name, column=column, known=", ".join(columns),
    )  # fmt: skip
