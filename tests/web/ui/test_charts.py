"""Scales with round numbers, and no more room than the values need."""

import pytest

from maaltal.web.ui.charts import bullet, common_top, scale, ticks, trend


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0, 913, (0, 200, 400, 600, 800, 1000)),
        (900, 1014, (900, 950, 1000, 1050)),
        (0, 1520, (0, 500, 1000, 1500, 2000)),
        (12, 61, (0, 20, 40, 60, 80)),
        (0, 0, (0, 1)),
        (0, 3.5, (0, 1, 2, 3, 4)),
    ],
)
def test_marks_are_round_and_cover_the_values(low: float, high: float, marks: tuple[int, ...]) -> None:
    assert ticks(*scale(low, high)) == marks
    assert marks[0] <= low
    assert high <= marks[-1]


def test_a_month_without_a_value_lifts_the_pen() -> None:
    drawn = trend("Prøve", [("jan", 10), ("feb", None), ("mar", 20), ("apr", 30)])
    assert drawn.path.count("M") == 2
    assert [point.label for point in drawn.points] == ["jan", "mar", "apr"]


def test_bars_of_one_page_share_a_scale() -> None:
    top = common_top([(50, 100), (300, 200), (0, None)])
    words = {"shown_value": "", "shown_target": "", "shown_percent": ""}
    half = bullet("halvt", value=50, target=100, top=top, **words)
    more = bullet("mere", value=300, target=200, top=top, **words)
    assert half.mark == more.mark
    assert more.bar == pytest.approx(3 * half.bar, abs=2)
    assert (half.reached, more.reached) == (False, True)


def test_a_bar_far_beyond_its_target_is_cut_off() -> None:
    drawn = bullet("langt", value=1000, target=1, shown_value="", shown_target="", shown_percent="")
    assert drawn.bar == 300
    assert drawn.mark == pytest.approx(300 / 3.3, abs=1)
