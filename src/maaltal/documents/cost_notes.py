"""What a reader of a cost must know: what it holds, what it leaves out, and what does not follow."""

from collections.abc import Iterator

from maaltal.core.economics.cost import Cost
from maaltal.core.text import sentence
from maaltal.documents.tables import Note


def cost_notes(cost: Cost, *, asked: bool) -> Iterator[Note]:
    yield Note("signs", sentence(
        "Positive tal er udgifter, negative er indtægter eller besparelser. Løn gælder alle job; ydelser kun nettomerjob for kommunens egne borgere, "
        "for bopælskommunen betaler dem.",
        "Positive figures are spending, negative ones income or savings. Wages count for all jobs; benefits only for net additional jobs of the "
        "municipality's own residents, since the municipality of residence pays them."))  # fmt: skip
    yield Note("unemployed", sentence(
        "Ledighedsydelse er regnet med den høje sats, 89 pct. af højeste dagpenge. Københavns Kommunes budgetforslag for 2016 sparer 161.283 kr. pr. job; "
        "reglen giver 153.091-154.757 kr. efter refusion. De ca. 5 pct. følger ikke af nogen kendt sats.",
        "Ledighedsydelse is reckoned at the high rate, 89 per cent of the highest unemployment benefit. Københavns Kommune's budget proposal for 2016 "
        "saves 161,283 kr. a job; the rule gives 153,091-154,757 kr. after refusion. The 5 per cent or so follow from no known rate."))  # fmt: skip
    yield Note("left-out", sentence(
        "Ikke regnet med: ATP (betales af personen), administration ud over det angivne overhead, skat, og hvad arbejdet er værd.",
        "Not counted: ATP (paid by the person), administration beyond the overhead stated, tax, and what the work is worth."))  # fmt: skip
    yield _scheme_note(cost)
    if asked:
        yield Note("behind", sentence(
            "Timerne bag en trykt pris afhænger af løn og andele. Et notat, der ikke oplyser dem, kan være regnet med andre.",
            "The hours behind a printed cost depend on wage and shares. A note that does not state them may have used others."))  # fmt: skip


def _scheme_note(cost: Cost) -> Note:
    if cost.assumptions.scheme == "old":
        return Note("old-scheme", sentence(
            "Den gamle ordning gælder kun fleksjob begyndt før 1. januar 2013: fuld løn uanset timer. Nye kan ikke oprettes i den.",
            "The old scheme holds only for fleksjob begun before 1 January 2013: full pay whatever the hours. No new ones can begin in it."))  # fmt: skip
    return Note("contribution", sentence(
        "Fleksbidraget læses som 30 pct. af (grundbeløb - refusion), højst loftet; loven afrunder hver måned til hele kroner, det gør et skøn ikke.",
        "The fleksbidrag is read as 30 per cent of (base - refusion), the cap at most; the law rounds each month to whole kroner, an estimate does "
        "not."))  # fmt: skip
