"""The catalogue of measures: their names, what they are counted in, and where the definition comes from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from maaltal.core import measures
from maaltal.core.measures import Question
from maaltal.core.spells import Spell
from maaltal.core.text import Text

type CountedIn = Literal["full-year persons", "full-time persons", "persons", "employees", "spells"]

COUNTED_IN: dict[CountedIn, Text] = {
    "full-year persons": Text("helårspersoner", "full-year persons"),
    "full-time persons": Text("fuldtidspersoner", "full-time persons"),
    "persons": Text("personer", "persons"),
    "employees": Text("antal ansatte", "employees"),
    "spells": Text("forløb", "spells"),
}


@dataclass(frozen=True)
class Measure:
    """Opgørelsesmetode (measure): the definition of a count.

    `summable` says whether the units' values add up to the value of the unit above; `reference` is the definition.
    """

    code: str
    label: Text
    counted_in: CountedIn
    description: Text
    summable: bool
    source: str
    reference: Callable[[Iterable[Spell], Question], Fraction | int]


FULL_YEAR_PERSONS = Measure(
    "full-year-persons",
    Text("Helårspersoner", "Full-year persons"),
    "full-year persons",
    Text(
        "Dage i forløb divideret med periodens dage (eller med hele årets, når det vælges). En dag, som en person er "
        "registreret to gange i samme ordning, tæller én gang. Timer om ugen indgår ikke.",
        "Days in spells divided by the days of the period (or of the whole year, when chosen). A day on which a person is "
        "registered twice in one scheme counts once. Weekly hours play no part.",
    ),
    True,
    "Københavns Kommune, årsstatus 2024 (F2 2024-6355); varigheden af forløbene viser, at der tælles dage, ikke timer",
    measures.full_year_persons,
)
WEIGHTED = Measure(
    "weighted-full-year-persons",
    Text("Timevægtede helårspersoner", "Weighted full-year persons"),
    "full-year persons",
    Text(
        "Som helårspersoner, men hver dag vejer timer om ugen / 37. Uden oplyst timetal regnes med 37.",
        "As full-year persons, but each day weighs weekly hours / 37. Where no hours are given, 37 are counted.",
    ),
    True,
    "37 timer × 52 uger = 1.924 timer om året: VEJ nr. 9062 af 31. januar 2023",
    measures.weighted_full_year_persons,
)
FULL_TIME_PERSONS = Measure(
    "full-time-persons",
    Text("Fuldtidspersoner (Danmarks Statistik)", "Full-time persons (Statistics Denmark)"),
    "full-time persons",
    Text(
        "Timer om ugen / 37 gange forløbets hverdage (mandag-fredag) divideret med periodens hverdage. "
        "Danmarks Statistiks eksempel: (20/37) × (44/65) = 0,366.",
        "Weekly hours / 37 times the weekdays (Monday-Friday) of the spell divided by the weekdays of the period. "
        "Statistics Denmark's example: (20/37) × (44/65) = 0.366.",
    ),
    True,
    "Danmarks Statistik, statistikdokumentation: Offentligt forsørgede under folkepensionsalderen",
    measures.full_time_persons,
)
PERSONS_AFFECTED = Measure(
    "persons-affected",
    Text("Antal berørte", "Persons affected"),
    "persons",
    Text(
        "Forskellige personer med mindst én dag i perioden. Kan ikke lægges sammen over enheder eller ordninger.",
        "Different persons with at least one day in the period. Cannot be added up over units or schemes.",
    ),
    False,
    "Københavns Kommune, status januar-oktober 2017, tabel 2: fleksjob i 2016",
    measures.persons_affected,
)
HEADCOUNT = Measure(
    "headcount",
    Text("Antal ansatte", "Headcount"),
    "employees",
    Text(
        "Forskellige personer med et løbende forløb på periodens sidste dag; for et år altså ved udgangen af december.",
        "Different persons with a running spell on the last day of the period; for a year, at the end of December.",
    ),
    False,
    "Københavns Kommune, årsstatus 2024 (F2 2024-6355), note * til tabel 1-9",
    measures.headcount,
)
SPELLS = Measure(
    "spells",
    Text("Antal forløb", "Spells"),
    "spells",
    Text(
        "Forløb med mindst én dag i perioden. Registreringer af samme person, ordning og enhed uden en dags afbrydelse er ét forløb.",
        "Spells with at least one day in the period. Registrations of one person, scheme and unit without a day between are one spell.",
    ),
    True,
    "Jobindsats, driftsnyhed 12. oktober 2017 om antal forløb; Københavns Kommune, årsstatus 2024, note **",
    measures.spell_count,
)
STARTS = Measure(
    "starts",
    Text("Påbegyndte forløb", "Starts"),
    "spells",
    Text("Forløb, der begynder i perioden.", "Spells that begin in the period."),
    True,
    "Måltals egen definition: dagen, hvor et forløb efter afbrydelsesreglen begynder",
    measures.starts,
)
ENDS = Measure(
    "ends",
    Text("Afsluttede forløb", "Ends"),
    "spells",
    Text("Forløb, der slutter i perioden.", "Spells that end in the period."),
    True,
    "Måltals egen definition: dagen, hvor et forløb efter afbrydelsesreglen slutter",
    measures.ends,
)

MEASURES = {
    measure.code: measure
    for measure in (
        FULL_YEAR_PERSONS,
        WEIGHTED,
        FULL_TIME_PERSONS,
        PERSONS_AFFECTED,
        HEADCOUNT,
        SPELLS,
        STARTS,
        ENDS,
    )
}
