"""Notes written to a folder: audited first, whole or not at all, each with its edition beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from maaltal.core.audit.printing import show
from maaltal.core.file_errors import reason
from maaltal.core.text import Text
from maaltal.documents.notes.edition import SUFFIX, Edition, as_json, cells
from maaltal.ground.errors import GroundError, refuse
from maaltal.ground.notes.asked import to_json
from maaltal.ground.notes.make import Made
from maaltal.intake.notes.audit import audit_file
from maaltal.store.durable import sync

WRITERS = {name: f"maaltal.documents.{module}" for name, module in (
    ("docx", "word"), ("pdf", "pdf"), ("html", "html"), ("xlsx", "xlsx"), ("md", "markdown"))}  # fmt: skip
"""Each in a module of its own, imported when it is used."""
NAMED = {"md": "markdown"}
AUDITED = ("docx", "html", "md", "pdf", "xlsx")
"""The written forms that an audit reads, the surest first."""


@dataclass(frozen=True)
class Way:
    """How notes are written: where, as what; whether earlier editions may be replaced, and findings be passed over."""

    out: Path
    formats: tuple[str, ...]
    word_template: Path | None = None
    replace: bool = False
    despite_findings: bool = False


@dataclass(frozen=True)
class Output:
    """The files that were written, and what the audit found wrong in them, by note."""

    paths: tuple[Path, ...]
    findings: tuple[tuple[str, Text], ...]


def publish(notes: Sequence[Made], way: Way) -> Output:
    """Write every form of every note, and its edition. GroundError when an audit finds an error, or nothing can be written."""
    findings: list[tuple[str, Text]] = []
    with _staging(way.out) as staging:
        for note in notes:
            written = [
                _write(staging / f"{note.name}.{form}", _written(note, form, way)) for form in way.formats
            ]
            findings += [(note.name, found) for found in _errors_in(note, written, way)]
            _write(staging / f"{note.name}{SUFFIX}", as_json(edition(note, written)).encode())
        if findings and not way.despite_findings:
            raise _found(findings)
        return Output(tuple(_put_in_place(staging, way)), tuple(findings))


def _written(note: Made, form: str, way: Way) -> bytes:
    writer: Callable[..., str | bytes] = getattr(import_module(WRITERS[form]), f"as_{NAMED.get(form, form)}")
    more = (way.word_template,) if form == "docx" and way.word_template else ()
    written = writer(note.document, note.language, *more)
    return written.encode() if isinstance(written, str) else written


def edition(note: Made, written: Sequence[Path]) -> Edition:
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in written}
    return Edition(
        note.name,
        note.language,
        to_json(note.asked),
        note.made_of,
        hashes,
        cells(note.document, note.language),
    )


def _errors_in(note: Made, written: Sequence[Path], way: Way) -> list[Text]:
    """Of a note that is written as PDF alone, its web page is audited: a PDF does not say which columns its figures stand in."""
    if way.formats != ("pdf",):
        return errors_in(written)
    with TemporaryDirectory() as folder:
        return errors_in([_write(Path(folder) / f"{note.name}.html", _written(note, "html", way))])


def errors_in(written: Sequence[Path]) -> list[Text]:
    """What the audit of one of a note's files finds wrong, in words."""
    by_form = {path.suffix[1:]: path for path in written}
    report = audit_file(next(by_form[form] for form in AUDITED if form in by_form))
    return [
        Text(found.text.render("da", show), found.text.render("en", show))
        for found in report.discrepancies
        if found.kind in ("error", "one-of", "contradiction")
    ]


def _found(findings: Sequence[tuple[str, Text]]) -> GroundError:
    name, first = findings[0]
    return refuse(
        "findings", "Intet er skrevet: efterregningen fandt {count} fejl. Den første, i {name}: {first}. Ret dem, eller skriv alligevel: --despite-findings.",
        "Nothing was written: the audit found {count} errors. The first, in {name}: {first}. Correct them, or write anyway: --despite-findings.",
        count=len(findings), name=name, first=Text(first.da.rstrip("."), first.en.rstrip(".")),
    )  # fmt: skip


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    """A folder inside `out`, gone on leaving; and `out` with it, if it was made for this and nothing came of it."""
    fresh = not out.exists()
    staging = out / f".maaltal-{os.getpid()}"
    try:
        staging.mkdir(parents=True)
        yield staging
    except OSError as problem:
        raise refuse(
            "question", "Der kan ikke skrives i {folder}: {reason}.", "Nothing can be written in {folder}: {reason}.",
            folder=out, reason=reason(problem),
        ) from problem  # fmt: skip
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if fresh and out.is_dir() and not any(out.iterdir()):
            out.rmdir()


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    sync(path)
    return path


def _put_in_place(staging: Path, way: Way) -> list[Path]:
    """Editions last: where there is one, all its files are there."""
    staged = sorted(staging.iterdir(), key=lambda path: (path.name.endswith(SUFFIX), path.name))
    taken = [path.name for path in staged if _other(way.out / path.name, path)]
    if taken and not way.replace:
        raise refuse(
            "question", "{file} findes allerede i {folder} med et andet indhold. Vælg en anden mappe, eller skriv hen over med --replace.",
            "{file} is already in {folder} with another content. Choose another folder, or write over it with --replace.",
            file=taken[0], folder=way.out,
        )  # fmt: skip
    placed = [path.replace(way.out / path.name) for path in staged]
    sync(way.out)
    return placed


def _other(path: Path, staged: Path) -> bool:
    return path.exists() and path.read_bytes() != staged.read_bytes()
