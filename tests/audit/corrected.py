"""Copies of the notes with everything put right that the audit finds in them, line by line."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
SOURCES = (
    "target_models_2026",
    "budget_proposal_2016",
    "yearly_status_2024",
    "status_october_2017",
    "answer_2025",
)

AFFECTED = "*Status for fleksjob er opgjort i antal berørte i løbet af året 2016"
EMPLOYEES = "*Status for fleksjob er opgjort i antal ansatte i oktober 2017"

OTHER = "Beskæftigelses- og Integrationsudvalget EI -1.010 -1.010 -1.010 -1.010 -4.040"

CHANGES: dict[str, dict[int, tuple[str, str]]] = {
    "target_models_2026": {
        97: ("33 36 36", "33 37 37"),
        99: ("205 205 186", "204 204 186"),
        101: ("91 91 83", "91 91 81"),
    },
    "budget_proposal_2016": {
        220: (
            "EO -5.250 -5.250 -5.250 -5.250 -21.000",
            "EO -4.240 -4.240 -4.240 -4.240 -16.960\n" + OTHER,
        ),
    },
    "yearly_status_2024": {
        110: ("2024**", "2023**"),
        115: ("3.195", "2.894"),
        136: ("376", "377"),
        185: ("174", "253"),
    },
    "status_october_2017": {
        175: ("247", "256"),
        182: ("543", "597"),
        188: ("850 84 pct.", "751 96 pct."),
        190: ("73 pct.", "79 pct."),
        233: (AFFECTED, EMPLOYEES.replace("oktober 2017", "december 2016")),
        272: ("157", "156"),
        **dict.fromkeys((320, 364, 411, 457, 501, 548), (AFFECTED, EMPLOYEES)),
    },
    "answer_2025": {107: ("en løbende stigning", "en stigning")},
}  # fmt: skip


def source(name: str) -> str:
    return (DATA / f"{name}.txt").read_text(encoding="utf-8")


def corrected(name: str) -> str:
    """The note with its lines put right; fails where a line does not hold what it should."""
    lines = source(name).split("\n")
    for number, (wrong, right) in CHANGES[name].items():
        assert wrong in lines[number - 1], (number, lines[number - 1])
        lines[number - 1] = lines[number - 1].replace(wrong, right, 1)
    return "\n".join(lines)
