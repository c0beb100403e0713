"""The pages' words: python -m tests.web.texts

Finds every Danish text in code and templates, writes each app's English catalogue (new texts empty, gone ones out), and
compiles it. Needs nothing but Babel: a template is first turned into Python by Django itself.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).parents[2] / "src/maaltal/web"
KEYWORDS: dict[str, Any] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def apps() -> tuple[Path, ...]:
    return tuple(sorted(file.parent for file in WEB.glob("*/apps.py")))


def po_file(app: Path) -> Path:
    return app / "locale/en/LC_MESSAGES/django.po"


def found(app: Path) -> Catalog:
    """Every text of the app, none translated."""
    catalog = new_catalog()
    for file in sorted(
        [*app.rglob("*.py"), *app.rglob("templates/**/*.html"), *app.rglob("templates/**/*.txt")]
    ):
        for _, message, _, context in extract("python", as_python(file), keywords=KEYWORDS):
            catalog.add(message, context=context)
    return catalog


def as_python(file: Path) -> BytesIO:
    if file.suffix == ".py":
        return BytesIO(file.read_bytes())
    from django.utils.translation.template import templatize

    return BytesIO(templatize(file.read_text("utf-8")).encode())


def new_catalog() -> Catalog:
    catalog = Catalog(locale="en", project="Måltal", version="", fuzzy=False)
    catalog.mime_headers  # noqa: B018 - sets the character set
    return catalog


def updated(app: Path) -> Catalog:
    """What the catalogue should hold: every text, with the English that there is."""
    catalog = found(app)
    if po_file(app).exists():
        with po_file(app).open("rb") as file:
            known = read_po(file, locale="en")
        for message in catalog:
            if message.id and (old := known.get(message.id, message.context)):
                message.string = old.string
    return catalog


def written(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalog, width=110, omit_header=True, sort_output=True, no_location=True)
    return HEADER + out.getvalue()


HEADER = (
    b'msgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    b'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


def compiled(po: bytes) -> bytes:
    out, catalog = BytesIO(), read_po(BytesIO(po), locale="en")
    catalog.creation_date = catalog.revision_date = datetime(
        2026, 1, 1, tzinfo=UTC
    )  # the same input gives the same bytes
    write_mo(out, catalog)
    return out.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """Texts without English."""
    return [str(message.id) for message in catalog if message.id and not all(flat(message.string))]


def flat(string: object) -> tuple[str, ...]:
    return tuple(map(str, string)) if isinstance(string, tuple | list) else (str(string or ""),)


def main() -> None:
    for app in apps():
        catalog = updated(app)
        if len(catalog) == 0:
            continue
        po = written(catalog)
        po_file(app).parent.mkdir(parents=True, exist_ok=True)
        po_file(app).write_bytes(po)
        po_file(app).with_suffix(".mo").write_bytes(compiled(po))
        for text in missing(catalog):
            print(f"{app.name}: no English for: {text}")  # noqa: T201


if __name__ == "__main__":
    main()
