"""A table of two columns where the total of one is wrong: an error between years, no error where persons do not add up."""

from tests.audit.reading import audit_text

ROWS = (("Nord", 12, 14), ("Syd", 18, 19), ("Vest", 10, 11))


def kinds(first: str, second: str, total: tuple[int, int]) -> list[str]:
    lines = [("Enhed", first, second), *ROWS, ("I alt", *total)]
    return [
        each.kind for each in audit_text("\n".join("\t".join(map(str, line)) for line in lines)).discrepancies
    ]


def test_of_two_years_one_wrong_total_is_seen():
    assert kinds("2023", "2024", (40, 44)) == []
    assert kinds("2023", "2024", (50, 44)) == ["one-of"]


def test_persons_in_several_units_are_counted_once_in_all():
    assert kinds("Antal forløb", "Personer", (40, 37)) == []
