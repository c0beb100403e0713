"""A last line without a total's name is a total only when it hardly adds up by chance."""

from tests.audit.reading import audit_text, in_words

UNITS = """# Tabel 4: Status for enhederne

| Enhed | Navn | Virksomhedspraktik | Antal forløb | Fleksjob |
| --- | --- | ---: | ---: | ---: |
{rows}
"""
BY_CHANCE = (
    (("E-1 | Et", 3, 15, 1), ("E-2 | To", 1, 3, 4), ("E-3 | Tre", 0, 1, 0)),
    (("E-1 | Et", 2, 7, 0), ("E-2 | To", 2, 8, 1), ("E-3 | Tre", 0, 0, 1), ("E-4 | Fire", 0, 3, 7), ("E-5 | Fem", 3, 18, 5)),
    (("E-1 | Et", 1, 3, 3), ("E-2 | To", 0, 0, 1), ("E-3 | Tre", 1, 1, 0), ("E-4 | Fire", 0, 1, 0), ("E-5 | Fem", 2, 3, 1)),
)  # fmt: skip
TOTAL = (
    ("E-1 | Et", 120, 345, 61),
    ("E-2 | To", 211, 97, 80),
    ("E-3 | Tre", 15, 33, 9),
    ("E-4 | ", 346, 476, 150),
)


def table(rows: tuple[tuple[object, ...], ...]) -> str:
    return UNITS.format(rows="\n".join("| " + " | ".join(map(str, row)) + " |" for row in rows))


def test_small_counts_that_happen_to_add_up_are_no_totals() -> None:
    for rows in BY_CHANCE:
        assert in_words(audit_text(table(rows)).discrepancies) == []


def test_a_total_without_a_name_still_finds_the_wrong_figure() -> None:
    report = audit_text(table((*TOTAL[:3], ("E-4 | ", 346, 475, 151))))
    assert in_words(report.discrepancies)
