"""Templates: files that come with the program, and an analyst's own."""

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

from maaltal.core.file_errors import fault
from maaltal.core.person_numbers import mask
from maaltal.core.text import Language, sentence
from maaltal.documents.notes.mistakes import TemplateError

type Kind = Literal["annual", "part-year", "monthly", "proposal", "answer"]

KINDS: tuple[Kind, ...] = ("annual", "part-year", "monthly", "proposal", "answer")


@dataclass(frozen=True)
class Template:
    """Skabelon (template): the words of a note, with places for figures, tables and charts. `name` is told in errors.

    CPR numbers are masked: no note holds one.
    """

    name: str
    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", mask(self.name))
        object.__setattr__(self, "text", mask(self.text))

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def built_in(kind: Kind, language: Language) -> Template:
    name = f"{kind}.{language}.md"
    return Template(name, (files(__package__) / "templates" / name).read_text("utf-8"))


def own_template(path: Path) -> Template:
    """An analyst's own. TemplateError when it cannot be read."""
    try:
        return Template(path.name, path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as problem:
        raise TemplateError(path.name, None, sentence(
            "skabelonen kan ikke læses ({reason}). Den skal være en tekstfil i UTF-8",
            "the template cannot be read ({reason}). It must be a text file in UTF-8",
            reason=fault(problem))) from problem  # fmt: skip
