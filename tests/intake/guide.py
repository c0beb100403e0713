"""Fill the tables of docs/intake.md from the layouts, the rules and the columns: `python -m tests.intake.guide`."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from maaltal.core.findings import SEVERITIES
from maaltal.core.spells import SPELL_COLUMNS
from maaltal.core.text import Language, Text
from maaltal.intake.layouts import REQUIRED, SHIPPED, shipped
from maaltal.intake.rules import RULES
from tests.intake.test_mapping import MAPPING

DOCS = Path(__file__).parents[2] / "docs"
GUIDES: dict[Language, Path] = {"da": DOCS / "intake.md", "en": DOCS / "intake.en.md"}
YES, NO = Text("ja", "yes"), Text("nej", "no")


def layouts(language: Language) -> Iterator[str]:
    for name in SHIPPED:
        layout = shipped(name)
        needed = {field for group in REQUIRED[layout.kind] for field in group}
        yield f"**`{name}`**: {layout.label.get(language)}\n"
        yield Text("| Felt | Kolonne | Også | Skal være der |", "| Field | Column | Also | Required |").get(
            language
        )
        yield "|---|---|---|---|"
        for field, words in layout.columns.items():
            either = field in ("unit", "production_unit") and layout.kind == "spells"
            must = Text("en af de to", "one of the two") if either else YES if field in needed else NO
            yield f"| `{field}` | {words[0]} | {', '.join(words[1:])} | {must.get(language)} |"
        yield ""


def rules(language: Language) -> Iterator[str]:
    yield Text(
        "| Kode | Grad | Hvad er galt | Hvad kan der gøres |",
        "| Code | Severity | What is wrong | What to do |",
    ).get(language)
    yield "|---|---|---|---|"
    for rule in RULES.values():
        texts = (SEVERITIES[rule.severity], rule.wrong, rule.mend)
        yield f"| `{rule.code}` | {' | '.join(_filled(text.get(language)) for text in texts)} |"


def columns(language: Language) -> Iterator[str]:
    yield Text(
        "| Kolonne | Type | Indhold | Skal være der | Krav |",
        "| Column | Type | Contents | Required | Constraint |",
    ).get(language)
    yield "|---|---|---|---|---|"
    for column in SPELL_COLUMNS:
        must = (YES if column.required else NO).get(language)
        yield f"| `{column.name}` | {column.type} | {column.description.get(language)} | {must} | {column.constraint.get(language)} |"


def example(_language: Language) -> Iterator[str]:
    yield f"```toml\n{MAPPING.strip()}\n```"


TABLES: dict[str, Callable[[Language], Iterator[str]]] = {
    "layouts": layouts, "rules": rules, "columns": columns, "example": example,
}  # fmt: skip


def guide(language: Language, text: str) -> str:
    """The text with every table between its marks as it should be now."""
    for name, table in TABLES.items():
        marks = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        text = marks.sub(_between("\n".join(table(language)).rstrip()), text)
    return text


def _between(lines: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]}\n{lines}\n\n{found[2]}"


def _filled(words: str) -> str:
    return words.replace("{value}", "…").replace("{other}", "…")


if __name__ == "__main__":
    for tongue, path in GUIDES.items():
        path.write_text(guide(tongue, path.read_text("utf-8")), "utf-8")
