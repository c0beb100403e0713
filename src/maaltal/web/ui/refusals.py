"""What the library below says when a question cannot be answered, for the reader of a page."""

from __future__ import annotations

import re

from maaltal.core.economics.amounts import MoneyError
from maaltal.core.economics.rates import MissingRateError
from maaltal.core.person_numbers import mask
from maaltal.core.text import Sentence
from maaltal.definitions import DefinitionError
from maaltal.documents.notes.mistakes import TemplateError
from maaltal.documents.numbers import show
from maaltal.documents.unwritable import UnwritableError
from maaltal.ground.errors import GroundError
from maaltal.intake.errors import IntakeError
from maaltal.store.errors import StoreError
from maaltal.web.received import language

REFUSALS = (
    GroundError, IntakeError, StoreError, DefinitionError, MissingRateError, MoneyError, TemplateError, UnwritableError,
)  # fmt: skip
"""Each says in one sentence what is wrong, where, and what to do."""
_OPTION = re.compile(r"--[a-z-]+ ?")


def said(problem: Exception) -> str:
    """The sentence in the reader's language, without CPR numbers and the command line's words."""
    found = getattr(problem, "sentence", None)
    words = found.render(language(), show) if isinstance(found, Sentence) else str(problem)
    return mask(_OPTION.sub("", words))
