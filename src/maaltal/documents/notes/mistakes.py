"""What can be wrong with a template, said to the one who edits it."""

from maaltal.core.text import Sentence, sentence


class Mistake(Exception):  # noqa: N818  (the template has a mistake; the program has no error)
    """What is wrong and what to do, in words that follow a place."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(str(said))
        self.sentence = said


class TemplateError(Exception):
    """A template that cannot be used: file, line, what is wrong, and what to do."""

    def __init__(self, file: str, line: int | None, what: Sentence) -> None:
        place = sentence(", linje {line}", ", line {line}", line=str(line)) if line else ""
        self.sentence = sentence(
            "{file}{place}: {what}.", "{file}{place}: {what}.", file=file, place=place, what=what
        )
        super().__init__(str(self.sentence))
        self.line = line
