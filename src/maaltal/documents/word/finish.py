"""The last touches: what the file says about itself, and bytes that do not depend on the day."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as File
from docx.oxml.ns import qn

from maaltal.core.text import Language
from maaltal.documents.page_parts import LaidOut
from maaltal.documents.word.xml import element

TAGS: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}
AUTHOR = "Måltal"
EARLIEST = 1980
"""The first year that a zip file can tell."""


def describe(file: File, note: LaidOut, dated: datetime) -> None:
    """Title, author, language and times."""
    moment = dated.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about = file.core_properties
    about.title, about.subject, about.language = note.title, note.title, TAGS[note.language]
    about.author = about.last_modified_by = AUTHOR
    about.created = about.modified = moment
    about.revision, about.comments, about.keywords = 1, "", ""
    _language(file, TAGS[note.language])


def _language(file: File, tag: str) -> None:
    """In the defaults, and in every style that has one of its own, so that no word is spelt or read in another."""
    styles = file.styles.element
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None and defaults.find(qn("w:lang")) is None:
        defaults.append(element("lang"))
    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), tag)


def packed(content: bytes, dated: datetime) -> bytes:
    """The same file with the document's date on every part."""
    moment = dated.astimezone(UTC)
    stamp = (max(moment.year, EARLIEST), *moment.timetuple()[1:6])
    out = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for part in before.infolist():
            entry = ZipInfo(part.filename, stamp)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            after.writestr(entry, before.read(part))
    return out.getvalue()
