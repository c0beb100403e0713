"""The Word file that is written on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from maaltal.documents.word.numbering import restarted
from maaltal.documents.word.xml import Element


@dataclass(frozen=True)
class Paper:
    """A file and the place before which things are added. `width` is that of its text, in twips (1/20 point)."""

    file: File
    place: Element
    width: int

    def add(self, made: Element) -> None:
        self.place.addprevious(made)

    def close(self) -> None:
        """Remove the placeholder, if that was the place."""
        if self.place.tag == qn("w:p"):
            self.place.getparent().remove(self.place)

    def style(self, name: str) -> str:
        """The id of the style, which in a Danish Word is another than its name."""
        return self._ids[name]

    @cached_property
    def _ids(self) -> dict[str, str]:
        kinds = WD_STYLE_TYPE.TABLE, WD_STYLE_TYPE.PARAGRAPH
        return {str(s.name): str(s.style_id) for s in self.file.styles if s.type in kinds}

    def fresh_numbering(self, style: str) -> int:
        """A list that begins at 1 in the numbering of a list style."""
        return restarted(self.file, self.file.styles[style].element)
