"""Scales with round numbers, and no more room than the values need."""

import pytest

from maaltal.web.ui.charts import scale, ticks, trend


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
