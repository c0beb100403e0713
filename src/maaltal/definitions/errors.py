"""Definitions that cannot be used."""

from maaltal.core.text import Sentence, sentence


class DefinitionError(Exception):
    """A definition file that cannot be used; `sentence` names the file and what is wrong, in both languages."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(str(said))
        self.sentence = said


def refuse(da: str, en: str, **values: object) -> DefinitionError:
    """A DefinitionError of a template in both languages and the values for its `{named}` places."""
    return DefinitionError(sentence(da, en, **values))
