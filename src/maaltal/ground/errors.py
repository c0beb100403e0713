"""What is said when a question cannot be answered from the store."""

from typing import Literal

from maaltal.core.text import Sentence, sentence

type Reason = Literal["question", "no-data", "file", "store", "findings", "hidden"]
"""What stands in the way: how it was asked, what is not there, a file given with it, the store, or errors that were found;
or who asks may not see it."""


class GroundError(Exception):
    """One sentence that says what is wrong, where, and what to do; and what kind of reason it is."""

    def __init__(self, reason: Reason, said: Sentence) -> None:
        super().__init__(str(said))
        self.reason = reason
        self.sentence = said


def refuse(reason: Reason, da: str, en: str, /, **values: object) -> GroundError:
    """The error to raise, of a template in both languages and the values for its `{named}` places."""
    return GroundError(reason, sentence(da, en, **values))
