"""Says, beside the files, what a sample is and what of it is made up."""

from collections.abc import Sequence

from maaltal.core.text import Language, Sentence, sentence
from maaltal.sample.register import Register

TITLES: dict[Language, str] = {"da": "Prøvekommune", "en": "Sample municipality"}
CORRECTED = {
    2017: sentence(
        "Hvor trykket er forkert, gælder det, der følger af resten: løntilskud i KK 256 (trykt 247), virksomhedspraktik i KK 597 "
        "(trykt 543), samlet målopfyldelse i BIF 156 pct. (trykt 157).",
        "Where the print is wrong, what follows from the rest holds: wage subsidy in KK 256 (printed 247), work placement in KK "
        "597 (printed 543), combined fulfilment in BIF 156 pct. (printed 157).",
    ),
    2024: sentence(
        "Hvor trykket er forkert, gælder det, der følger af resten: 253 forløb i ØKF i 2024 (trykt 174), 2.894 forløb i 2023 (trykt 3.195).",
        "Where the print is wrong, what follows from the rest holds: 253 spells in ØKF in 2024 (printed 174), 2,894 spells in 2023 (printed 3,195).",
    ),
}
PROJECTS = {
    2017: sentence(
        "De 235 nytteprojektpladser, der ikke tæller med, er her besat hele perioden; forløbene på dem er opdigtede.",
        "The 235 project places that do not count are filled for the whole period here; the spells on them are made up.",
    ),
    2024: sentence(
        "De få nytteprojektpladser i 2023, der ikke tæller med, er opdigtede.",
        "The few project places in 2023 that do not count are made up.",
    ),
}


def made_up(register: Register, people_factor: int, seed: int) -> tuple[Sentence, ...]:
    """What a reader has to know before believing any of it."""
    year = register.goals[-1].period.start.year
    return (
        sentence(
            "Alle personer er opdigtede. Deres CPR-numre har fødselsdagen plus 60 (61-91), som intet rigtigt nummer har.",
            "All persons are made up. Their CPR numbers carry the day of birth plus 60 (61-91), which no real number does.",
        ),
        sentence(
            "Enheder under forvaltningerne, ledere og P-numre er opdigtede og hedder Prøve- eller begynder med 99.",
            "Units below the administrations, leaders and P-numbers are made up and are called Prøve- or begin with 99.",
        ),
        sentence(
            "Afrundet giver udtrækkene Københavns Kommunes trykte tal for {periods}. Dagene bag dem er beregnet: mange andre ville passe "
            "lige så godt.",
            "Rounded, the extracts give the City of Copenhagen's printed figures for {periods}. The days behind them are computed: many "
            "others would fit as well.",
            periods=", ".join(goal.period.code for goal in register.goals),
        ),
        CORRECTED[year],
        *_split(register),
        PROJECTS[year],
        sentence(
            "Forløbenes længde, start og timetal, fastholdelse, ansættelser efter den gamle ordning, afgang til job og uddannelse og "
            "ændringer i organisationen er opdigtede.",
            "The spells' lengths, starts and hours, retention, employments under the old rules, exits to job and education and changes "
            "in the organisation are made up.",
        ),
        sentence(
            "Fejlrækker er lagt ind med vilje. De ændrer ingen tal.",
            "Bad rows are planted on purpose. They change no figure.",
        ),
        *_multiplied(people_factor),
        sentence("Frø (seed): {seed}.", "Seed: {seed}.", seed=seed),
    )  # fmt: skip


def _split(register: Register) -> tuple[Sentence, ...]:
    periods = ", ".join(goal.period.code for goal in register.goals if goal.made_up_split)
    if not periods:
        return ()
    return (sentence(
        "For {periods} er kun kommunens egne tal trykt: fordelingen på forvaltninger er opdigtet, i forhold som året efter.",
        "For {periods} only the municipality's own figures are printed: the split on administrations is made up, in the proportions of the year after.",
        periods=periods,
    ),)  # fmt: skip


def _multiplied(people_factor: int) -> tuple[Sentence, ...]:
    if people_factor == 1:
        return ()
    return (sentence(
        "Personer, forløb og dage er ganget med {factor}: det er tallene også, men måltallene ikke.",
        "Persons, spells and days are multiplied by {factor}: so are the figures, but not the targets.",
        factor=people_factor,
    ),)  # fmt: skip


def read_me(sentences: Sequence[Sentence]) -> str:
    """The text beside the files, first in Danish, then in English."""
    return "\n".join(_told(sentences, language) for language in TITLES)


def _told(sentences: Sequence[Sentence], language: Language) -> str:
    title = TITLES[language]
    return "\n".join([title, "=" * len(title), "", *(f"- {told.render(language)}" for told in sentences), ""])
