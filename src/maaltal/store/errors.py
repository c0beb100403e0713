"""What the store says when it cannot do what it was asked."""

from maaltal.core.text import Language, Sentence, Show, sentence


class StoreError(Exception):
    """One sentence in Danish and English: what is wrong, and what to do."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(str(said))
        self.sentence = said

    def render(self, language: Language, show: Show | None = None) -> str:
        return self.sentence.render(language, show)


def refuse(da: str, en: str, **values: object) -> StoreError:
    """A StoreError of a template in both languages and the values for its `{named}` places."""
    return StoreError(sentence(da, en, **values))
