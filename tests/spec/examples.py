"""The worked examples, by measure, in the order in which the guide prints them."""

from datetime import date
from fractions import Fraction

from maaltal.core.catalogue import (
    ENDS,
    FULL_TIME_PERSONS,
    FULL_YEAR_PERSONS,
    HEADCOUNT,
    PERSONS_AFFECTED,
    SPELLS,
    STARTS,
    WEIGHTED,
)
from maaltal.core.organisation import Organisation, Unit
from maaltal.core.text import Text
from tests.spec.example import LIBRARY, LONG_AGO, TOP, Example

MOVE = date(2024, 7, 1)
MOVING = Organisation((
    *TOP, LIBRARY,
    Unit("skole", "Skolen", "unit", "BUF", LONG_AGO, MOVE), Unit("skole", "Skolen", "unit", "KFF", MOVE),
))  # fmt: skip
MERGING = Organisation((
    *TOP, LIBRARY, Unit("skole", "Skolen", "unit", "BUF", LONG_AGO, MOVE, successor="bibliotek"),
))  # fmt: skip
CLOSING = Organisation((*TOP, LIBRARY, Unit("skole", "Skolen", "unit", "BUF", LONG_AGO, MOVE)))
MOVES = Text(
    "Skolen flytter fra BUF til KFF den 1. juli 2024.", "The school moves from BUF to KFF on 1 July 2024."
)

FULL_YEARS = (
    Example(FULL_YEAR_PERSONS, Text("Hele året", "The whole year"),
            Text("Én person hele året er én helårsperson.", "One person all year is one full-year person."),
            "2023", "anna loentilskud skole 2023-01-01 2023-12-31", 1),
    Example(FULL_YEAR_PERSONS, Text("Skudår", "Leap year"),
            Text("2024 har 366 dage: 183 dage er et halvt år.", "2024 has 366 days: 183 days are half a year."),
            "2024", "anna loentilskud skole 2024-01-01 2024-07-01", Fraction(1, 2)),
    Example(FULL_YEAR_PERSONS, Text("Forløb over nytår", "A spell over New Year"),
            Text("Kun dagene i året tæller: 31 af de 62.", "Only the days in the year count: 31 of the 62."),
            "2024", "anna virksomhedspraktik skole 2023-12-01 2024-01-31", Fraction(31, 366)),
    Example(FULL_YEAR_PERSONS, Text("Én dag", "One day"),
            Text("Både første og sidste dag er med: samme dato er én dag.", "Both first and last day count: the same date is one day."),
            "2023", "anna nytteindsats skole 2023-05-08 2023-05-08", Fraction(1, 365)),
    Example(FULL_YEAR_PERSONS, Text("Løbende forløb", "A running spell"),
            Text("Uden slutdato tælles til og med udtrækkets sidste dag (her 30. juni), ikke til årets udgang.",
                 "Without an end date, days count up to the extract's last day (here 30 June), not to the end of the year."),
            "2023", "anna smaajob skole 2023-06-01 -", Fraction(30, 365), known_to="2023-06-30"),
    Example(FULL_YEAR_PERSONS, Text("Overlap i samme ordning", "Overlap in one scheme"),
            Text("Dage, hvor en person er registreret to gange i samme ordning, tæller én gang, også i hver sin enhed: 1.-20. januar er 20 dage.",
                 "Days on which a person is registered twice in one scheme count once, in different units too: 1-20 January are 20 days."),
            "2023", "anna loentilskud skole     2023-01-01 2023-01-15\nanna loentilskud bibliotek 2023-01-06 2023-01-20", Fraction(20, 365)),
    Example(FULL_YEAR_PERSONS, Text("Overlap i hver sin ordning", "Overlap in two schemes"),
            Text("To ordninger samtidig tæller hver for sig.", "Two schemes at once count separately."),
            "2023", "anna loentilskud skole 2023-01-01 2023-01-15\nanna smaajob     skole 2023-01-01 2023-01-15", Fraction(30, 365)),
    Example(FULL_YEAR_PERSONS, Text("En enhed flytter", "A unit moves"),
            Text("Dagene før flytningen bliver, hvor de var: KFF får 184 af årets 366 dage.",
                 "The days before the move stay where they were: KFF gets 184 of the year's 366 days."),
            "2024", "anna loentilskud skole 2024-01-01 2024-12-31", Fraction(184, 366), node="KFF",
            organisation=MOVING, organisation_words=MOVES),
    Example(FULL_YEAR_PERSONS, Text("En enhed lægges sammen med en anden", "A unit merges into another"),
            Text("Dage efter lukningen tæller hos den enhed, der overtog.", "Days after the closing count in the unit that took over."),
            "2024", "anna loentilskud skole 2024-01-01 2024-12-31", Fraction(184, 366), node="bibliotek",
            organisation=MERGING,
            organisation_words=Text("Skolen lukker den 1. juli 2024; biblioteket overtager.",
                 "The school closes on 1 July 2024; the library takes over.")),
    Example(FULL_YEAR_PERSONS, Text("En enhed lukker uden efterfølger", "A unit closes without a successor"),
            Text("Ingen dage forsvinder: de bliver, hvor enheden sidst stod.", "No day is lost: they stay where the unit last stood."),
            "2024", "anna loentilskud skole 2024-01-01 2024-12-31", 1, node="BUF",
            organisation=CLOSING, organisation_words=Text("Skolen lukker den 1. juli 2024.", "The school closes on 1 July 2024.")),
    Example(FULL_YEAR_PERSONS, Text("En del af året, periodens dage", "Part of the year, days of the period"),
            Text("Januar-oktober 2017 har 304 dage: den, der er der hele perioden, er én helårsperson.",
                 "January-October 2017 has 304 days: somebody there throughout is one full-year person."),
            "2017-01..2017-10", "anna loentilskud skole 2017-01-01 2017-10-31", 1),
    Example(FULL_YEAR_PERSONS, Text("En del af året, hele årets dage", "Part of the year, days of the year"),
            Text("Med året som nævner er det, hvad der er optjent indtil nu: 304 af 365.",
                 "With the year as denominator it is what has been earned so far: 304 of 365."),
            "2017-01..2017-10", "anna loentilskud skole 2017-01-01 2017-10-31", Fraction(304, 365), options=(("denominator", "year"),)),
    Example(FULL_YEAR_PERSONS, Text("Projektpladser", "Project places"),
            Text("Pladser i nytteprojekter tæller ikke med i målopfyldelsen.", "Places in community projects do not count towards fulfilment."),
            "2017", "anna  nytteindsats skole 2017-01-01 2017-12-31 project\n"
            "birte nytteindsats skole 2017-01-01 2017-12-31", 1, selection="nytteindsats"),
    Example(FULL_YEAR_PERSONS, Text("Projektpladser for sig", "Project places by themselves"),
            Text("De vises ved siden af, så ingen leder efter dem.", "They are shown beside it, so that nobody looks for them in vain."),
            "2017", "anna  nytteindsats skole 2017-01-01 2017-12-31 project\n"
            "birte nytteindsats skole 2017-01-01 2017-12-31", 1, selection="excluded"),
)  # fmt: skip

WEIGHTED_YEARS = (
    Example(WEIGHTED, Text("Halv tid", "Half time"),
            Text("18,5 timer om ugen hele året er en halv.", "18.5 hours a week all year are one half."),
            "2023", "anna smaajob skole 2023-01-01 2023-12-31 37/2", Fraction(1, 2)),
    Example(WEIGHTED, Text("Uden timetal", "No hours given"),
            Text("Uden timetal regnes med 37 timer.", "Where no hours are given, 37 are counted."),
            "2023", "anna smaajob skole 2023-01-01 2023-12-31", 1),
    Example(WEIGHTED, Text("Overlap med hver sit timetal", "Overlap with different hours"),
            Text("En dag vejer som den registrering, der begyndte først: 10 dage à 37 timer og 10 à 18,5.",
                 "A day weighs as the registration that began first: 10 days of 37 hours and 10 of 18.5."),
            "2023", "anna loentilskud skole 2023-01-01 2023-01-10 37\nanna loentilskud skole 2023-01-06 2023-01-20 37/2", Fraction(15, 365)),
)  # fmt: skip

FULL_TIMES = (
    Example(FULL_TIME_PERSONS, Text("Danmarks Statistiks eksempel", "Statistics Denmark's example"),
            Text("20 timer om ugen i 44 af 65 hverdage: (20/37) × (44/65) = 0,366. Fra 1. januar til 29. februar 2024 er der 44 hverdage, i 1. kvartal 65.",
                 "20 hours a week on 44 of 65 weekdays: (20/37) × (44/65) = 0.366. 1 January to 29 February 2024 has 44 weekdays, the first quarter 65."),
            "2024-Q1", "anna fleksjob skole 2024-01-01 2024-02-29 20", Fraction(20, 37) * Fraction(44, 65)),
    Example(FULL_TIME_PERSONS, Text("Weekend", "Weekend"),
            Text("Lørdag og søndag tæller ikke.", "Saturday and Sunday do not count."),
            "2024-03", "anna fleksjob skole 2024-03-02 2024-03-03 37", 0),
)  # fmt: skip

HEADS = (
    Example(HEADCOUNT, Text("Periodens sidste dag", "The last day of the period"),
            Text("For et år tælles den 31. december: den, der holdt op den 30., er ikke med.",
                 "For a year, 31 December counts: somebody who left on the 30th is not in."),
            "2024", "anna  fleksjob skole 2015-03-01 -\nbirte fleksjob skole 2020-01-01 2024-12-30\ncarl  fleksjob skole 2024-12-31 -", 2),
    Example(HEADCOUNT, Text("To ansættelser på samme dag", "Two employments on one day"),
            Text("En person med to fleksjob er én ansat.", "A person with two fleksjob is one employee."),
            "2024", "anna fleksjob skole     2015-03-01 -\nanna fleksjob bibliotek 2020-01-01 -", 1),
    Example(HEADCOUNT, Text("Fastholdelsesfleksjob", "Retention fleksjob"),
            Text("Udsnittet tæller kun dem, der var ansat på stedet i forvejen.", "The selection counts only those employed at the place before."),
            "2024", "anna  fleksjob skole 2015-03-01 - retention\nbirte fleksjob skole 2020-01-01 -", 1, selection="fleksjob:retention"),
    Example(HEADCOUNT, Text("Gammel fleksjobordning", "Old fleksjob rules"),
            Text("Den, der begyndte før 1. januar 2013, følger de gamle regler.", "Whoever began before 1 January 2013 follows the old rules."),
            "2024", "anna  fleksjob skole 2012-12-31 -\nbirte fleksjob skole 2013-01-01 -", 1, selection="fleksjob:old"),
)  # fmt: skip

AFFECTED = (
    Example(PERSONS_AFFECTED, Text("Flere forløb, én person", "Several spells, one person"),
            Text("En person tæller én gang, uanset hvor mange forløb, ordninger og enheder.",
                 "A person counts once, whatever the number of spells, schemes and units."),
            "2023", "anna  loentilskud        skole     2023-01-01 2023-01-31\n"
            "anna  virksomhedspraktik bibliotek 2023-03-01 2023-03-31\n"
            "birte loentilskud        skole     2023-12-31 2024-01-31", 2),
    Example(PERSONS_AFFECTED, Text("Kan ikke lægges sammen", "Not to be added up"),
            Text("Anna er berørt i begge forvaltninger, men er én person i kommunen.",
                 "Anna is affected in both administrations, but is one person in the municipality."),
            "2023", "anna loentilskud skole     2023-01-01 2023-01-31\nanna loentilskud bibliotek 2023-03-01 2023-03-31", 1, node="KFF"),
)  # fmt: skip

COUNTS = (
    Example(SPELLS, Text("Ingen afbrydelse", "No break"),
            Text("En forlængelse dagen efter er samme forløb.", "A prolongation on the next day is the same spell."),
            "2023", "anna virksomhedspraktik skole 2023-01-01 2023-01-31\nanna virksomhedspraktik skole 2023-02-01 2023-02-28", 1),
    Example(SPELLS, Text("Én dags afbrydelse", "A break of one day"),
            Text("Én dag uden er nok til et nyt forløb.", "One day without is enough for a new spell."),
            "2023", "anna virksomhedspraktik skole 2023-01-01 2023-01-31\nanna virksomhedspraktik skole 2023-02-02 2023-02-28", 2),
    Example(SPELLS, Text("En anden enhed", "Another unit"),
            Text("Et skift af enhed er et nyt forløb.", "A change of unit is a new spell."),
            "2023", "anna virksomhedspraktik skole     2023-01-01 2023-01-31\nanna virksomhedspraktik bibliotek 2023-02-01 2023-02-28", 2),
    Example(SPELLS, Text("En enhed flytter", "A unit moves"),
            Text("At enheden flytter, deler ikke forløbet: kommunen har ét (og hver forvaltning har også ét).",
                 "The unit's move does not split the spell: the municipality has one (and so has each administration)."),
            "2024", "anna virksomhedspraktik skole 2024-06-01 2024-07-31", 1, organisation=MOVING, organisation_words=MOVES),
    Example(SPELLS, Text("Over nytår", "Over New Year"),
            Text("Forløbet tæller i begge år; her i 2024.", "The spell counts in both years; here in 2024."),
            "2024", "anna virksomhedspraktik skole 2023-12-01 2024-01-31", 1),
)  # fmt: skip

FLOWS = (
    Example(STARTS, Text("Begynder i perioden", "Begins in the period"),
            Text("Den, der var i gang ved årets begyndelse, begynder ikke i året.",
                 "Whoever was in a spell at New Year does not start in the year."),
            "2024", "anna  loentilskud skole 2023-12-01 2024-01-31\nbirte loentilskud skole 2024-02-01 2024-03-31", 1),
    Example(STARTS, Text("Udtrækket begynder senere end forløbet", "The extract begins later than the spell"),
            Text("Et udtræk for 2024 viser forløbet fra 1. januar, men det begyndte i 2012.",
                 "An extract for 2024 shows the spell from 1 January, but it began in 2012."),
            "2024", "anna fleksjob skole 2012-05-01 -", 0, known_from="2024-01-01"),
    Example(ENDS, Text("Slutter i perioden", "Ends in the period"),
            Text("Slutdatoen er sidste dag i forløbet; et løbende forløb slutter ikke.",
                 "The end date is the last day of the spell; a running one does not end."),
            "2024", "anna  loentilskud skole 2023-12-01 2024-01-31\n"
            "birte loentilskud skole 2024-02-01 -\n"
            "carl  loentilskud skole 2023-02-01 2023-12-31", 1),
    Example(ENDS, Text("Forlængelse", "Prolongation"),
            Text("Den første kontrakt slutter, men forløbet fortsætter: én afslutning.", "The first contract ends, but the spell goes on: one end."),
            "2024", "anna loentilskud skole 2024-01-01 2024-01-31\nanna loentilskud skole 2024-02-01 2024-02-29", 1),
)  # fmt: skip

EXAMPLES = (*FULL_YEARS, *WEIGHTED_YEARS, *FULL_TIMES, *HEADS, *AFFECTED, *COUNTS, *FLOWS)
