"""What keeps the program from going on, in a sentence for whoever runs it."""

from __future__ import annotations

from typing import ClassVar

from maaltal.core.text import Text


class SaidError(Exception):
    """What is wrong, where, and what to do, in both languages; and the command's exit code."""

    code: ClassVar[int] = 1

    def __init__(self, da: str, en: str) -> None:
        super().__init__(f"{da} / {en}")
        self.said = Text(da, en)
