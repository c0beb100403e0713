"""Write the guide to the measures from the catalogue and the worked examples: `python -m tests.spec.guide`."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from pathlib import Path

from maaltal.core.catalogue import COUNTED_IN, Measure
from maaltal.core.text import Language, Text
from maaltal.definitions import load_municipality
from tests.spec.example import Example
from tests.spec.examples import EXAMPLES

DOCS = Path(__file__).parents[2] / "docs"
GUIDES: dict[Language, Path] = {"da": DOCS / "measures.md", "en": DOCS / "measures.en.md"}

TITLE = Text("Opgørelsesmetoderne", "The measures")
INTRODUCTION = Text(
    "Hver metode med sin definition, sin kilde og eksempler, der også er programmets prøver. "
    "Eksemplerne foregår i en kommune (KK) med to forvaltninger, BUF med en skole og KFF med et bibliotek; personerne er opdigtede.",
    "Each measure with its definition, its source and examples that are also the program's tests. "
    "The examples take place in a municipality (KK) with two administrations, BUF with a school and KFF with a library; the people are made up.",
)
NOTE = Text(
    "<!-- Skrevet af tests/spec/guide.py; ret eksemplerne, ikke denne fil. -->",
    "<!-- Written by tests/spec/guide.py; edit the examples, not this file. -->",
)
COLUMNS = Text(
    "| person | ordning | enhed | fra | til | øvrigt |", "| person | scheme | unit | from | to | other |"
)
SUMMABLE = Text("Enhederne kan lægges sammen til enheden over dem.", "Units add up to the unit above them.")
NOT_SUMMABLE = Text("Enhederne kan **ikke** lægges sammen.", "Units do **not** add up.")
RUNNING = Text("løber", "running")
EXTRAS = {"retention": Text("fastholdelse", "retention"), "project": Text("projektplads", "project place")}
SELECTIONS = {selection.code: selection for selection in load_municipality().selections}


def guide(language: Language) -> str:
    """The whole guide as Markdown."""
    lines = [NOTE.get(language), f"# {TITLE.get(language)}", INTRODUCTION.get(language)]
    for measure, examples in groupby(EXAMPLES, key=lambda example: example.measure):
        lines.extend(_measure(measure, language))
        for example in examples:
            lines.extend(_example(example, language))
    return "\n\n".join(lines) + "\n"


def _measure(measure: Measure, language: Language) -> Iterator[str]:
    yield f"## {measure.label.get(language)} (`{measure.code}`)"
    yield measure.description.get(language)
    summable = SUMMABLE if measure.summable else NOT_SUMMABLE
    yield " ".join((
        Text("Opgøres i", "Counted in").get(language), f"{COUNTED_IN[measure.counted_in].get(language)}.",
        summable.get(language), Text("Kilde:", "Source:").get(language), f"{measure.source}.",
    ))  # fmt: skip


def _example(example: Example, language: Language) -> Iterator[str]:
    yield f"### {example.title.get(language)}"
    yield example.why.get(language)
    if example.organisation_words:
        yield example.organisation_words.get(language)
    rows = "\n".join(_row(row, language) for row in example.rows())
    yield f"{COLUMNS.get(language)}\n|---|---|---|---|---|---|\n{rows}"
    yield _answer(example, language)


def _row(row: list[str], language: Language) -> str:
    person, scheme, unit, start, end, *extra = row
    words = [
        EXTRAS[word].get(language) if word in EXTRAS else f"{_number(Fraction(word), language)} t./h"
        for word in extra
    ]
    ended = RUNNING.get(language) if end == "-" else end
    return f"| {person} | {scheme} | {unit} | {start} | {ended} | {', '.join(words)} |"


def _answer(example: Example, language: Language) -> str:
    selection = SELECTIONS[example.selection].label.get(language)
    options = "".join(f", {value}" for _, value in example.options)
    value = Fraction(example.gives)
    exact = f"{value}" if value.denominator == 1 else f"{value} = {_number(value, language)}"
    return f"→ {example.node}, {selection.lower()}, {example.period}{options}: **{exact}**"


def _number(value: Fraction, language: Language) -> str:
    printed = f"{float(value):.3f}".rstrip("0").rstrip(".")
    return printed if language == "en" else printed.replace(".", ",")


if __name__ == "__main__":
    for language, path in GUIDES.items():
        path.write_text(guide(language), "utf-8")
