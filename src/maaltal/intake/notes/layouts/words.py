"""The words that status notes label their rows and columns with."""

import re

from maaltal.core.text import Text

SCHEMES: dict[str, Text] = {
    "loentilskud": Text("Løntilskud", "Wage subsidy"),
    "virksomhedspraktik": Text("Virksomhedspraktik", "Work placement"),
    "nytteindsats": Text("Nytteindsats", "Community placement"),
    "smaajob": Text("Småjob", "Small job"),
    "fleksjob": Text("Fleksjob", "Fleksjob"),
    "seniorjob": Text("Seniorjob", "Senior job"),
    "jobrotation": Text("Jobrotation", "Job rotation"),
}
COLUMNS: dict[str, Text] = {
    "status": Text("Status", "Measurement"),
    "group_status": Text("Samlet status", "Group's measurement"),
    "target": Text("Samlet måltal", "Target"),
    "percentage": Text("Procentvis målopfyldelse", "Fulfilment"),
    "spells": Text("Antal forløb", "Spells"),
}
COMBINED = Text("Samlet målopfyldelse", "Combined fulfilment")
SPELLS = Text("Antal forløb", "Spells")

_SCHEME_WORDS = {
    "loentilskud": r"løntilskud|wage subsid",
    "virksomhedspraktik": r"virksomhedspraktik|work placement|business placement",
    "nytteindsats": r"nytteindsats|community placement",
    "smaajob": r"småjob|small job",
    "fleksjob": r"fleksjob",
    "seniorjob": r"seniorjob",
    "jobrotation": r"jobrotation|job rotation",
}
_COLUMN_WORDS = (
    ("group_status", r"(?:samlet|combined)\s+status"),
    ("target", r"måltal|target"),
    ("percentage", r"procent|per cent|målopfyldelse|pct\.|fulfilment"),
    ("spells", r"forløb|spells"),
    ("status", r"status|measurement"),
)


def schemes_in(text: str) -> list[str]:
    """The schemes that a label names, in the order of `SCHEMES`."""
    return [code for code, words in _SCHEME_WORDS.items() if re.search(words, text, re.IGNORECASE)]


def column_of(heading: str) -> str | None:
    return next((name for name, words in _COLUMN_WORDS if re.search(words, heading, re.IGNORECASE)), None)
