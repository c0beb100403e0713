"""What became of people after their spells, as the command tells it."""

import json
from fractions import Fraction
from pathlib import Path

from maaltal.cli.exits import Exit
from tests.cli.running import KEY, maaltal


def exits(store: Path, *words: str) -> dict[str, dict[str, str | int]]:
    result = maaltal("exits", "--store", store, "--format", "json", *words)
    assert result.exit_code == 0, result.output
    (table,) = json.loads(result.stdout)["tables"]
    return {
        row["codes"][0]: {name: cell["exact"] for name, cell in row["cells"].items()} for row in table["rows"]
    }


def test_the_rate_is_exits_of_ended_spells(loaded: Path) -> None:
    rows = exits(loaded, "--period", "2024-01..2024-09", "--selection", "virksomhedspraktik")
    row = rows["KK:virksomhedspraktik"]
    ended, exited = int(row["ended"]), int(row["exits"])
    assert 0 < exited < ended
    assert Fraction(row["rate"]) == Fraction(exited, ended)


def test_administrations_add_up_to_the_municipality(loaded: Path) -> None:
    words = ("--period", "2024-01..2024-06", "--selection", "loentilskud")
    whole = exits(loaded, *words)["KK:loentilskud"]
    parts = exits(loaded, *words, "--level", "administration")
    assert sum(int(row["ended"]) for row in parts.values()) == whole["ended"]
    assert len(parts) == 7


def test_it_says_that_it_is_no_effect_and_what_it_stands_on(loaded: Path) -> None:
    said = maaltal("exits", "--period", "2024-01..2024-09", "--store", loaded).stdout
    assert "ikke en effekt" in said
    assert "udfald-2024.csv" in said


def test_outcomes_must_reach_far_enough(loaded: Path) -> None:
    result = maaltal("exits", "--period", "2024", "--store", loaded)
    assert result.exit_code == Exit.NO_DATA
    assert "kræver udfald for januar 2024–marts 2025; indlæst er 2024" in result.stderr


def test_without_outcomes_there_is_no_rate(extracts: Path, tmp_path: Path) -> None:
    store = tmp_path / "lager"
    files = [
        extracts / "organisation.xlsx",
        *extracts.glob("placeringer-*.csv"),
        *extracts.glob("loen-*.csv"),
    ]
    assert maaltal("load", *files, "--store", store, **KEY).exit_code == 0
    result = maaltal("exits", "--period", "2024-01..2024-09", "--store", store)
    assert result.exit_code == Exit.NO_DATA
    assert "indlæst er ingen" in result.stderr
