"""The words that budget files use for spending types and kinds of lines."""

from maaltal.core.economics.amounts import SpendingType
from maaltal.core.economics.budget_lines import KINDS, ByYear, Kind
from maaltal.core.text import Text
from maaltal.intake.errors import refuse


def spending_type(words: str, where: str) -> SpendingType:
    """service, EO or EI, however its case. IntakeError for anything else."""
    found = next((each for each in SpendingType if each.value.lower() == words.strip().lower()), None)
    if found is None:
        raise refuse(
            "{where}: styringsområdet '{value}' kendes ikke; det er service, EO eller EI.",
            "{where}: the spending type '{value}' is not known; it is service, EO or EI.", where=where, value=words,
        )  # fmt: skip
    return found


def kind_of(words: str, amounts: ByYear, where: str) -> Kind:
    """By its Danish or English name; where nothing is said, what is negative is a saving."""
    if not words:
        return "saving" if any(amount.kroner < 0 for amount in amounts.values()) else "expense"
    for kind, label in KINDS.items():
        if words.strip().lower() in (kind, label.da):
            return kind
    raise refuse(
        "{where}: arten '{value}' kendes ikke; den er {known}.", "{where}: the kind '{value}' is not known; it is {known}.",
        where=where, value=words, known=Text(", ".join(each.da for each in KINDS.values()), ", ".join(KINDS)),
    )  # fmt: skip
