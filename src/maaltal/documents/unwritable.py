"""What cannot be written, and why: light to import, for whoever tells the user."""

from maaltal.core.text import Sentence


class UnwritableError(ValueError):
    """A document that a format cannot hold; `sentence` says why, and what to do."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(str(why))
        self.sentence = why


class UnusableTemplateError(UnwritableError):
    """A template that no note can be written on."""
