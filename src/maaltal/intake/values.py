"""SQL that reads a cell's text as a date, an hour count or a yes or no; NULL where it cannot."""

from collections.abc import Mapping

from maaltal.intake.database import text, texts

DATE_FORMS = {
    "%Y-%m-%d": "ÅÅÅÅ-MM-DD",
    "%d-%m-%Y": "DD-MM-ÅÅÅÅ",
    "%d.%m.%Y": "DD.MM.ÅÅÅÅ",
    "%d/%m/%Y": "DD/MM/ÅÅÅÅ",
    "%Y-%m-%d %H:%M:%S": "ÅÅÅÅ-MM-DD TT:MM:SS",
}
"""Danish dates have the day first, always. Two-digit years are not read: they could be in either century."""
NUMBER = "-?[0-9]{1,9}([.,][0-9]{1,9})?"
FIRST_YEAR = 1000


def date_sql(cell: str, first: str) -> str:
    """A DATE; the form `first` is tried before the others, as a file mostly keeps to one."""
    forms = ", ".join(text(form) for form in DATE_FORMS if form != first)
    return f"coalesce(try_strptime({cell}, {text(first)}), try_strptime(nullif({cell}, ''), [{forms}]))::DATE"


def real_date(read: str) -> str:
    """The date read, unless its year had two digits."""
    return f"CASE WHEN {read} >= DATE '{FIRST_YEAR}-01-01' THEN {read} END"


def real_end(read: str) -> str:
    """The end date read, but none for the year 9999: some systems write so that there is no end."""
    return f"CASE WHEN {read} >= DATE '{FIRST_YEAR}-01-01' AND {read} < DATE '9999-01-01' THEN {read} END"


def bad_end(cell: str, read: str) -> str:
    """Whether something stands there that is no date."""
    return f"{cell} <> '' AND ({read} IS NULL OR {read} < DATE '{FIRST_YEAR}-01-01')"


def hundredths_sql(cell: str) -> str:
    """An INTEGER of hundredths, with decimal comma or point; half a hundredth is rounded up."""
    return (
        f"CASE WHEN regexp_full_match({cell}, {text(NUMBER)}) "
        f"THEN round(replace({cell}, ',', '.')::DECIMAL(18, 9) * 100)::BIGINT END"
    )


def yes_no_sql(cell: str, words: Mapping[str, str]) -> str:
    """A BOOLEAN; an empty cell is no."""
    yes = texts(word for word, meaning in words.items() if meaning == "yes")
    no = texts(word for word, meaning in words.items() if meaning == "no")
    return (
        f"CASE WHEN {cell} = '' OR lower({cell}) IN {no} THEN FALSE WHEN lower({cell}) IN {yes} THEN TRUE END"
    )
