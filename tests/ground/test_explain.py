"""A figure that was explained is not counted again, and never answers for other targets."""

from dataclasses import replace
from pathlib import Path

import pytest

from maaltal.core.periods import parse_period
from maaltal.definitions import load_municipality
from maaltal.ground import ground as grounds
from maaltal.ground.errors import GroundError
from maaltal.ground.explain import explain
from maaltal.ground.explain_asked import Asked

ASKED = Asked("fleksjob", None, parse_period("2024"), None, None, "period")


def test_it_is_counted_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = grounds.ground(folder, "koebenhavn")
    answer = explain(known, ASKED)
    assert answer.agrees
    monkeypatch.setattr(grounds.Ground, "spells", lambda _: pytest.fail("counted again"))
    assert explain(known, ASKED) is answer


def test_other_targets_are_explained_anew(folder: Path) -> None:
    known = grounds.ground(folder, "koebenhavn")
    explain(known, ASKED)
    other = replace(known, municipality=replace(load_municipality(), target_sets=()))
    assert not other.explained
    assert other.counted is known.counted


def test_what_cannot_be_answered_is_not_kept(folder: Path) -> None:
    known = grounds.ground(folder, "koebenhavn")
    for _ in range(2):
        with pytest.raises(GroundError):
            explain(known, replace(ASKED, figure="nix"))
    assert not known.explained
