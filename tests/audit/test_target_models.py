"""Target models side by side: which columns are one set of targets, and which are two."""

import pytest

from tests.audit.reading import audit_text, in_words

UNITS = ("BIF", "BUF", "KFF", "SOF", "SUF", "TMF", "ØKF", "Kommunen i alt")
CURRENT = (46, 351, 33, 153, 188, 56, 73, 900)


def note(*columns: tuple[int, ...]) -> str:
    heads = ["Enhed", "Fleksjob: nuværende", *(f"Fleksjob: Model {n}" for n in range(1, len(columns) + 1))]
    rows = [[unit, *map(str, figures)] for unit, *figures in zip(UNITS, CURRENT, *columns, strict=True)]
    return "\n".join(["Tabel 1: Måltal ved modellerne", "", *("\t".join(row) for row in (heads, *rows))])


@pytest.mark.parametrize("model", [
    (46, 352, 33, 153, 188, 56, 73, 901), (46, 351, 33, 153, 188, 56, 72, 899), (46, 352, 33, 154, 188, 56, 73, 902),
])  # fmt: skip
def test_a_model_that_moves_the_total_a_little_is_a_set_of_its_own(model: tuple[int, ...]):
    assert in_words(audit_text(note(model)).discrepancies) == []


@pytest.mark.parametrize(("place", "printed"), [(1, 352), (7, 902)])
def test_a_wrong_figure_in_a_repeated_column_is_still_seen(place: int, printed: int):
    wrong = (*CURRENT[:place], printed, *CURRENT[place + 1 :])
    assert [each.kind for each in audit_text(note(wrong)).discrepancies] == ["one-of"]
