"""A status sets measurements against targets, and its footnotes say what a reader would stumble over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from maaltal.core import footnotes
from maaltal.core.fulfilment import CombinationMethod
from maaltal.core.hidden_decimals import hidden_decimals
from maaltal.core.municipality import Municipality
from maaltal.core.organisation import Organisation
from maaltal.core.periods import parse_period, year
from maaltal.core.rounding import Exact, percent, whole
from maaltal.core.status import Frame, Status, status
from maaltal.core.text import same
from maaltal.definitions import load_municipality

KK = load_municipality()
ORGANISATION = Organisation(KK.units)
BIF_2024: dict[str, int | Fraction] = {
    "loentilskud": Fraction("4.9"), "virksomhedspraktik": Fraction("29.2"), "smaajob": Fraction("3.3"),
    "loentilskud+virksomhedspraktik+smaajob": Fraction("37.4"), "fleksjob": 87,
}  # fmt: skip


def frame(period: str, municipality: Municipality = KK, name: str | None = None) -> Frame:
    days = parse_period(period)
    targets = municipality.target_set(name) if name else municipality.target_sets_for(days.start.year)[0]
    assert targets
    return Frame(
        days,
        municipality.schemes,
        municipality.groups_in(days),
        municipality.method_in(days.start.year),
        targets,
        "KK",
    )


def status_of(unit: str, figures: Mapping[str, int | Fraction], the_frame: Frame) -> Status:
    spells = {"loentilskud": 24, "virksomhedspraktik": 233, "smaajob": 7}

    def ask(_: str, selection: str, measure: str) -> Exact:
        return spells.get(selection, 0) if measure == "spells" else figures.get(selection, 0)

    return status(ORGANISATION.on(unit, the_frame.period.last_day), the_frame, ask)


def test_bif_2024_as_the_note_prints_it() -> None:
    bif = status_of("BIF", BIF_2024, frame("2024"))
    placements, fleksjob = bif.groups
    assert (whole(placements.measurement), placements.target, placements.spells) == (37, 56, 264)
    assert (percent(placements.fulfilment or 0), percent(fleksjob.fulfilment or 0)) == (67, 185)
    assert bif.combined
    assert percent(bif.combined.value) == 120


def test_a_scheme_without_spells_adds_none() -> None:
    placements, fleksjob = status_of("BIF", BIF_2024, frame("2023")).groups
    assert [line.spells for line in placements.schemes] == [24, 233, 0, 7]
    assert (placements.spells, fleksjob.spells) == (264, None)


def test_a_percentage_that_cannot_be_recomputed_has_a_footnote() -> None:
    notes = {note.code: str(note.text) for note in hidden_decimals(status_of("BIF", BIF_2024, frame("2024")))}
    assert (
        "67 pct. er beregnet af uafrundede tal; 37 af 56 ville give 66 pct."
        in notes["hidden-decimals-percentage"]
    )
    assert "hidden-decimals-sum" not in notes


def test_parts_that_do_not_add_up_have_a_footnote() -> None:
    figures: dict[str, int | Fraction] = {
        "loentilskud": Fraction("93.6"), "virksomhedspraktik": Fraction("610.6"), "smaajob": Fraction("208.7"),
        "loentilskud+virksomhedspraktik+smaajob": Fraction("912.9"), "fleksjob": 1014,
    }  # fmt: skip
    notes = {note.code: str(note.text) for note in hidden_decimals(status_of("KK", figures, frame("2024")))}
    assert "de trykte dele giver 914, de uafrundede 913" in notes["hidden-decimals-sum"]


def test_the_basis_is_told() -> None:
    codes = [note.code for note in footnotes.basis(status_of("BIF", BIF_2024, frame("2024")), "period")]
    assert codes == ["spells-column", "headcount-day"]
    part_year = [
        note.code for note in footnotes.basis(status_of("BIF", {}, frame("2024-01..2024-10")), "year")
    ]
    assert part_year[-1] == "denominator"


def test_the_weights_of_2024_are_55_and_45() -> None:
    notes = [str(note.text) for note in footnotes.combination(status_of("KK", BIF_2024, frame("2024")))]
    assert "vægter 55 pct." in notes[0]
    assert "vægter 45 pct." in notes[1]


def test_without_every_target_there_is_no_combined_fulfilment() -> None:
    bif = status_of("BIF", BIF_2024, frame("2023"))
    assert bif.combined is None
    assert [line.fulfilment for line in bif.groups] == [None, None]
    assert [note.code for note in footnotes.missing_targets(bif)] == ["no-target", "no-target"]


def test_a_series_break_and_a_changed_method_are_told_like_for_like() -> None:
    earlier = status_of(
        "KK", {"loentilskud+virksomhedspraktik": 821, "nytteindsats": 50, "fleksjob": 742}, frame("2016")
    )
    later = status_of(
        "KK", {"loentilskud+virksomhedspraktik+nytteindsats": 944, "fleksjob": 718}, frame("2017")
    )
    weighted = KK.method_in(2024)
    assert weighted
    assert earlier.combined
    assert later.combined
    assert [percent(each.combined.value) for each in (earlier, later) if each.combined] == [63, 73]
    notes = {note.code: str(note.text) for note in footnotes.breaks(earlier, later, weighted, "KK")}
    assert "Antal berørte i 2016 og som Antal ansatte i 2017" in notes["series-break"]
    assert "Med vægtet gennemsnit er den 71 pct. i 2016 og 70 pct. i 2017" in notes["method-changed"]


def test_the_set_in_force_comes_first_and_alternatives_last() -> None:
    names = [targets.name for targets in KK.target_sets_for(2026)]
    assert names[0] == "2026-2027"
    assert len(names) == 3
    assert [targets.name for targets in KK.target_sets_for(2017)] == ["2017", "2017-som-trykt"]


def test_a_change_in_mid_year_counts_from_its_day_and_a_proposal_never_before_a_decision() -> None:
    found = KK.target_set("2024-2025")
    assert found
    changed = replace(found, name="changed", state="amended", in_force_from=date(2024, 7, 1))
    proposed = replace(found, name="proposed", state="proposed")
    known = replace(KK, target_sets=(proposed, changed, found))
    assert [known.target_sets_for(2024, day)[0].name for day in (date(2024, 6, 30), date(2024, 7, 1), None)] == [
        "2024-2025", "changed", "changed",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "group", "parts", "whole_target"),
    [("2024-2025", "fleksjob", 899, 900), ("2024-2025", "placements", 1084, 1084), ("2016", "fleksjob", 751, 751),
     ("2017", "placements", 1520, 1520), ("2026-2027", "placements", 1085, 1084), ("2026-2027-model-2", "placements", 986, 984),
     ("2026-2027-model-1", "fleksjob", 999, 1000)],
)  # fmt: skip
def test_the_target_sets_add_up_as_the_sources_do(
    name: str, group: str, parts: int, whole_target: int
) -> None:
    targets = KK.target_set(name)
    assert targets
    assert (
        sum(number for (unit, code), number in targets.targets.items() if code == group and unit != "KK")
        == parts
    )
    assert targets.target("KK", group) == whole_target


def test_years_without_groups_or_methods_have_none() -> None:
    assert KK.groups_in(year(2020)) == tuple(
        group for group in KK.groups if group.code == "fleksjob" and group.valid_to is None
    )
    assert KK.method_in(2020) is None


def test_a_method_is_one_of_three() -> None:
    with pytest.raises(KeyError):
        CombinationMethod("median", same("median"), 2024, None, "ingen").combine(())
