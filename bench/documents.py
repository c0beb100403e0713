"""How fast a note is written, and with how much memory: the yearly status with its charts, in each format.

python -m bench documents [--notes 20]
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from time import perf_counter

from tests.documents.made_note import made_note

from bench.measure import measured
from maaltal.core.text import sentence
from maaltal.documents.document import Document

FORMATS = ("terminal.as_text", "markdown.as_markdown", "json_.as_json", "delimited.as_csv", "html.as_html",
           "xlsx.as_xlsx", "pdf.as_pdf", "word.as_docx")  # fmt: skip
FOUR = FORMATS[4:]


def main(words: Sequence[str] = ()) -> None:
    """Print for each format the first note of a process, the next, its share of a second beside plain text, and memory."""
    parser = argparse.ArgumentParser(prog="bench documents")
    parser.add_argument("--notes", type=int, default=20, help="how many notes to write after the first")
    many = parser.parse_args(words).notes
    plain = measured("bench.documents", "cost_of", FORMATS[0], many)
    print(f"{'format':22} {'first':>8} {'next':>9} {'x text':>8} {'kB':>7} {'memory':>9}")
    for form in FORMATS:
        cost = plain if form == FORMATS[0] else measured("bench.documents", "cost_of", form, many)
        notes = cost.notes
        ratio = notes["next"] / plain.notes["next"]
        print(
            f"{form:22} {notes['first']:7.2f}s {1000 * notes['next']:7.1f}ms {ratio:7.1f}x {notes['kB']:7.0f} {cost.peak:7.2f}GB"
        )
    cost = measured("bench.documents", "all_four", many)
    print(f"the four formats, cold {cost.notes['first']:.2f} s, warm {cost.notes['next']:.2f} s; "
          f"a new note with new charts {cost.notes['new']:.2f} s; memory {cost.peak:.2f} GB")  # fmt: skip


def cost_of(form: str, many: str) -> dict[str, float]:
    """Seconds of the first note, imports included, and of each of the `many` after it; its size."""
    note = made_note()
    first, written = _timed(lambda: _write(form, note))
    seconds, _ = _timed(lambda: [_write(form, other) for other in _others(int(many))])
    size = len(written if isinstance(written, bytes) else str(written).encode())
    return {"first": first, "next": seconds / int(many), "kB": size / 1000}


def all_four(many: str) -> dict[str, float]:
    """Seconds for the four formats: cold, warm, and warm for a note whose charts were never drawn."""
    note = made_note()
    first, _ = _timed(lambda: [_write(form, note) for form in FOUR])
    seconds, _ = _timed(lambda: [_write(form, other) for other in _others(int(many)) for form in FOUR])

    def new() -> None:
        drawing = import_module("maaltal.documents.charts.drawing")
        drawing._drawn.cache_clear()
        drawing.painted.cache_clear()
        for form in FOUR:
            _write(form, note)

    fresh, _ = _timed(new)
    return {"first": first, "next": seconds / int(many), "new": fresh}


def _others(many: int) -> list[Document]:
    """Notes that differ, because Typst remembers what it has set."""
    return [replace(made_note(), title=sentence(f"Notat {n}", f"Note {n}")) for n in range(many)]


def _timed(run: Callable[[], object]) -> tuple[float, object]:
    start = perf_counter()
    made = run()
    return perf_counter() - start, made


def _write(form: str, note: Document) -> object:
    module, _, name = form.partition(".")
    return getattr(import_module(f"maaltal.documents.{module}"), name)(note, "da")
