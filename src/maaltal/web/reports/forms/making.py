"""One form for each kind of note; each says what it asks for as `Asked`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, override

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override as in_language

from maaltal.core.periods import Period, parse_period, year
from maaltal.core.scenarios import Scenario
from maaltal.core.text import same
from maaltal.documents.numbers import month_name
from maaltal.ground.errors import GroundError
from maaltal.ground.ground import Ground
from maaltal.ground.notes.asked import Asked
from maaltal.ground.notes.contacts import INPUT as CONTACTS
from maaltal.ground.notes.questions import BENCHMARK_FILE, QUESTION_FILE
from maaltal.ground.scenario_words import read_change, read_text
from maaltal.web.received import language
from maaltal.web.reports.models import LANGUAGES
from maaltal.web.reports.queries import registered_contacts, whole_months, whole_years
from maaltal.web.ui.forms import DateField
from maaltal.web.ui.refusals import said
from maaltal.web.ui.uploads import UploadField

FORMS = [
    ("docx", "Word"),
    ("pdf", "PDF"),
    ("html", _("HTML (altid med)")),
    ("xlsx", "Excel"),
    ("md", "Markdown"),
]
DENOMINATORS = [("period", _("periodens dage")), ("year", _("hele årets dage"))]


def checkboxes() -> forms.CheckboxSelectMultiple:
    return forms.CheckboxSelectMultiple(attrs={"class": "form-checkbox"})


class NoteForm(forms.Form):
    """What every note is asked for with."""

    tongue = forms.ChoiceField(label=_("Notatets sprog"), choices=LANGUAGES)
    target_set = forms.ChoiceField(label=_("Måltal"), required=False)
    day = DateField(label=_("Notatets dato"), required=False)
    case_number = forms.CharField(label=_("Sagsnummer"), required=False, max_length=100)
    more_facts = forms.CharField(
        label=_("Andre sagsoplysninger"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Én på hver linje, som Dokumentnummer=2025-2413-1."),
    )  # fmt: skip
    formats = forms.MultipleChoiceField(
        label=_("Skriv som"), choices=FORMS, widget=checkboxes(), required=False
    )
    template = forms.ChoiceField(
        label=_("Skabelon"),
        choices=[("own", _("kommunens egen, når der er en")), ("built-in", _("den indbyggede"))],
    )
    word_template = UploadField(
        (".docx", ".dotx"), label=_("Kommunens Word-skabelon"), required=False,
        help_text=_("Brevhoved og typografier tages fra den. Den gemmes ikke."),
    )  # fmt: skip
    as_known = DateField(
        label=_("Data, som de var kendt den"),
        required=False,
        help_text=_("Tom: alt, hvad der er modtaget til nu."),
    )
    despite_findings = forms.BooleanField(
        label=_("Skriv notatet, selv om efterregningen finder fejl"), required=False
    )

    FIRST: tuple[str, ...] = ()
    """The fields that the kind adds, in the order in which they are shown."""

    def __init__(self, ground: Ground, path_day: date, *args: Any, **kwargs: Any) -> None:
        self.ground, self.today = ground, path_day
        given = {"formats": ["docx", "pdf", "html", "xlsx"], "tongue": language(), "day": path_day}
        super().__init__(*args, **{**kwargs, "initial": given | kwargs.get("initial", {})})
        sets = [(each.name, str(each.label.get(language()))) for each in ground.municipality.target_sets]
        self.fields["target_set"].choices = [("", _now("de gældende")), *sets]  # type: ignore[attr-defined]
        self.choose()

    def choose(self) -> None:
        """Fill in the choices that follow from the data."""

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FIRST]

    @property
    def more(self) -> list[forms.BoundField]:
        """What need rarely be said."""
        return [
            self[name]
            for name in (
                "target_set",
                "more_facts",
                "template",
                "word_template",
                "as_known",
                "despite_findings",
            )
        ]

    def clean_formats(self) -> tuple[str, ...]:
        """The page that is shown is always written."""
        asked = set(self.cleaned_data["formats"]) | {"html"}
        return tuple(form for form, _called in FORMS if form in asked)

    def clean_more_facts(self) -> tuple[tuple[str, str], ...]:
        lines = [line for line in self.cleaned_data["more_facts"].splitlines() if line.strip()]
        parted = [line.partition("=") for line in lines]
        if any(not (label.strip() and sign) for label, sign, _value in parted):
            raise forms.ValidationError(_("Skriv hver oplysning som NAVN=VÆRDI på en linje for sig."))
        return tuple((label.strip(), value.strip()) for label, _sign, value in parted)

    def facts(self) -> tuple[tuple[str, str], ...]:
        """With labels in the note's language, not the reader's."""
        given = self.cleaned_data
        with in_language(given["tongue"]):
            label = _now("Sagsnummer")
        case = ((label, given["case_number"]),) if given["case_number"] else ()
        return (*case, *given["more_facts"])

    def shared(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"target_set": given["target_set"] or None, "day": given["day"], "facts": self.facts()}

    def asked(self) -> Iterator[Asked]:
        """The notes that are asked for: one, but for monthly ones."""
        raise NotImplementedError


class AnnualForm(NoteForm):
    in_year = forms.TypedChoiceField(label=_("År"), coerce=int)

    FIRST = ("in_year",)

    @override
    def choose(self) -> None:
        self.fields["in_year"].choices = [(each, str(each)) for each in whole_years(self.ground)]  # type: ignore[attr-defined]

    @override
    def asked(self) -> Iterator[Asked]:
        yield Asked("annual", year(self.cleaned_data["in_year"]), **self.shared())


class PeriodField(forms.CharField):
    """A period as `core.periods` reads it."""

    @override
    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        try:
            return parse_period(words)
        except ValueError as problem:
            raise forms.ValidationError(_("Skriv perioden som 2024-H1 eller 2024-01..2024-10.")) from problem


class PartYearForm(NoteForm):
    period = PeriodField(label=_("Måneder"), help_text=_("Som 2024-H1 eller 2024-01..2024-10."))
    denominator = forms.ChoiceField(label=_("Helårspersoner regnes over"), choices=DENOMINATORS)

    FIRST = ("period", "denominator")

    @override
    def asked(self) -> Iterator[Asked]:
        given = self.cleaned_data
        yield Asked("part-year", given["period"], denominator=given["denominator"], **self.shared())


class InMonth(NoteForm):
    """A note about one month."""

    month = forms.TypedChoiceField(label=_("Måned"), coerce=parse_period)

    @override
    def choose(self) -> None:
        found = whole_months(self.ground)
        self.fields["month"].choices = [(month.code, in_words(month)) for month in found]  # type: ignore[attr-defined]


class MonthlyForm(InMonth):
    units = forms.MultipleChoiceField(
        label=_("Forvaltninger"), widget=checkboxes(), help_text=_("Et notat til hver.")
    )
    contacts = UploadField(
        (".csv", ".txt"), label=_("Kontaktpersoner"), required=False,
        help_text=_("CSV med kolonnerne unit, role, name og reached. Uden en fil bruges registerets."),
    )  # fmt: skip

    FIRST = ("month", "units", "contacts")

    @override
    def choose(self) -> None:
        super().choose()
        units = [unit for unit in self.ground.municipality.units if unit.level == "administration"]
        self.fields["units"].choices = [(unit.code, unit.name) for unit in units]  # type: ignore[attr-defined]

    def clean_contacts(self) -> str:
        return text_of(self.cleaned_data["contacts"])

    @override
    def asked(self) -> Iterator[Asked]:
        given = self.cleaned_data
        for unit in given["units"]:
            below = [each.code for each in self.ground.organisation.below(unit, given["month"].last_day)]
            contacts = given["contacts"] or registered_contacts(below, given["month"].last_day)
            inputs = ((CONTACTS, contacts),) if contacts else ()
            yield Asked("monthly", given["month"], unit, inputs=inputs, **self.shared())


class ProposalForm(NoteForm):
    in_year = forms.TypedChoiceField(label=_("Byg på måltallene for"), coerce=int)
    models = forms.CharField(
        label=_("Modeller"), required=False, widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_("Én på hver linje, som: Model 1=raise:fleksjob:100. Ændringer: raise, set, scale, move og level, med mellemrum imellem."),
    )  # fmt: skip
    file = UploadField(
        (".toml",),
        label=_("Modeller fra en fil"),
        required=False,
        help_text=_("TOML, som til maaltal scenario."),
    )
    staff = forms.IntegerField(
        label=_("Ordinært ansatte"), required=False, min_value=1, help_text=_("Til niveauet i pct.")
    )
    least = forms.IntegerField(
        label=_("Ét fleksjob mere koster mindst, kr. om året"), required=False, min_value=0
    )
    most = forms.IntegerField(label=_("… og højst, kr. om året"), required=False, min_value=0)

    FIRST = ("in_year", "models", "file", "staff", "least", "most")

    @override
    def choose(self) -> None:
        years = {each for targets in self.ground.municipality.target_sets for each in targets.years}
        self.fields["in_year"].choices = [(each, str(each)) for each in sorted(years, reverse=True)]  # type: ignore[attr-defined]

    @override
    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        try:
            given["scenarios"] = tuple(self._scenarios(given))
        except GroundError as problem:
            self.add_error("models", said(problem))
        else:
            if not given["scenarios"] and not self.errors:
                self.add_error("models", _("Skriv mindst én model, eller vælg en fil med modeller."))
        return given

    def _scenarios(self, given: dict[str, Any]) -> Iterator[Scenario]:
        staff = given.get("staff")
        for line in filter(str.strip, (given.get("models") or "").splitlines()):
            name, _sign, words = line.partition("=")
            changes = tuple(read_change(word, staff) for word in words.split() or [words])
            yield Scenario(name.strip(), same(name.strip()), changes)
        if file := given.get("file"):
            yield from read_text(text_of(file), file.name, staff)

    @override
    def asked(self) -> Iterator[Asked]:
        given = self.cleaned_data
        least, most = given["least"], given["most"]
        cost = (
            None
            if least is None and most is None
            else (most if least is None else least, least if most is None else most)
        )
        yield Asked(
            "proposal", year(given["in_year"]), scenarios=given["scenarios"], ordinary_staff=given["staff"], cost=cost,
            **self.shared(),
        )  # fmt: skip


class AnswerForm(InMonth):
    question = forms.CharField(
        label=_("Spørgsmålene"), widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false", "class": "code"}),
        help_text=_("Som TOML. Ret eksemplet: hvem der spørger, hvornår, og hvert spørgsmål med det, der bruges til svaret."),
    )  # fmt: skip
    benchmark = UploadField(
        (".csv",), label=_("Sammenligning med andre"), required=False,
        help_text=_("CSV: området først, så antal og andele. Bruges af spørgsmål med uses = [\"benchmark\"]."),
    )  # fmt: skip

    FIRST = ("month", "question", "benchmark")

    def clean_benchmark(self) -> str:
        return text_of(self.cleaned_data["benchmark"])

    @override
    def asked(self) -> Iterator[Asked]:
        given = self.cleaned_data
        more = ((BENCHMARK_FILE, given["benchmark"]),) if given["benchmark"] else ()
        yield Asked(
            "answer", given["month"], inputs=((QUESTION_FILE, given["question"]), *more), **self.shared()
        )


NOTE_FORMS: dict[str, type[NoteForm]] = {
    "annual": AnnualForm, "part-year": PartYearForm, "monthly": MonthlyForm, "proposal": ProposalForm, "answer": AnswerForm,
}  # fmt: skip


def in_words(month: Period) -> str:
    return f"{month_name(month.start, language())} {month.start.year}"


def text_of(file: UploadedFile[Any] | None) -> str:
    """The text of a file; empty without one. ValidationError when it is no text."""
    try:
        return file.read().decode("utf-8-sig") if file else ""
    except UnicodeDecodeError as problem:
        raise forms.ValidationError(
            _("Filen kan ikke læses som tekst i UTF-8. Gem den som UTF-8.")
        ) from problem
