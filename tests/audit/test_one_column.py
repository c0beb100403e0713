"""A table of one column has nothing but its last line's name to say that it is a total."""

import pytest

from tests.audit.reading import audit_text


def kinds(heading: str, total: str, number: int) -> list[str]:
    lines = [("Enhed", heading), ("Nord", 12), ("Syd", 20), ("Øst", 33), (total, number)]
    return [
        each.kind for each in audit_text("\n".join("\t".join(map(str, line)) for line in lines)).discrepancies
    ]


@pytest.mark.parametrize("total", ["I alt", "Total", "**Sum**"])
def test_a_wrong_total_is_seen(total: str) -> None:
    assert kinds("Fleksjob", total, 65) == []
    assert kinds("Fleksjob", total, 76) == ["one-of"]
    assert kinds("Fleksjob", total, 54) == ["one-of"]


def test_what_may_be_no_total_is_let_be() -> None:
    assert kinds("Fleksjob", "Samlet niveau", 76) == []
    assert kinds("Fleksjob", "I alt i hele landet", 76) == []
    assert kinds("Fleksjob", "I alt", 900) == []
    assert kinds("Berørte personer", "I alt", 58) == []


def test_columns_without_figures_are_no_sum() -> None:
    lines = ["Enhed\tNord\tSyd\tI alt\tFleksjob", "A\t\t\t\t3", "B\t\t\t\t4", "C\t\t\t\t5"]
    assert audit_text("\n".join(lines)).discrepancies == ()
