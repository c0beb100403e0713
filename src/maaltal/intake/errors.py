"""A file that is refused as a whole."""

from maaltal.core.person_numbers import mask
from maaltal.core.text import Sentence, Text, sentence


class IntakeError(Exception):
    """Afvist fil (refused file): one sentence that says what was found and what was expected."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(str(said))
        self.sentence = said


def refuse(da: str, en: str, **values: object) -> IntakeError:
    """The error to raise, with CPR numbers masked in every value."""
    return IntakeError(sentence(da, en, **{name: _masked(value) for name, value in values.items()}))


def _masked(value: object) -> object:
    return value if isinstance(value, Text) else mask(str(value))
