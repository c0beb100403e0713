"""What every note is asked for with; the form of a kind says what it asks for as `Asked`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override as in_language

from maaltal.ground.ground import Ground
from maaltal.ground.hiding import Hiding
from maaltal.ground.notes.asked import Asked
from maaltal.web.received import language
from maaltal.web.reports.forms.fields import checkboxes
from maaltal.web.reports.models import LANGUAGES
from maaltal.web.ui.forms import DateField, WordsField
from maaltal.web.ui.uploads import UploadField

FORMS = [
    ("docx", "Word"),
    ("pdf", "PDF"),
    ("html", _("HTML (altid med)")),
    ("xlsx", "Excel"),
    ("md", "Markdown"),
]


class NoteForm(forms.Form):
    """What every note is asked for with."""

    tongue = forms.ChoiceField(label=_("Notatets sprog"), choices=LANGUAGES)
    target_set = forms.ChoiceField(label=_("Måltal"), required=False)
    day = DateField(label=_("Notatets dato"), required=False)
    case_number = WordsField(label=_("Sagsnummer"), required=False, max_length=100)
    more_facts = WordsField(
        label=_("Andre sagsoplysninger"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Én på hver linje, som Dokumentnummer=2025-2413-1."),
    )  # fmt: skip
    formats = forms.MultipleChoiceField(
        label=_("Skriv som"), choices=FORMS, widget=checkboxes(), required=False
    )
    without_small = forms.BooleanField(
        label=_("Skjul små tal (til læsere og offentliggørelse)"),
        required=False,
        help_text=_("Så kan alle, der må se enhedens tal, åbne notatet, når det er delt."),
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

    MORE = ("target_set", "more_facts", "template", "word_template", "as_known", "despite_findings")

    def __init__(self, ground: Ground, today: date, *args: Any, **kwargs: Any) -> None:
        self.ground = ground
        given = {"formats": ["docx", "pdf", "html", "xlsx"], "tongue": language(), "day": today}
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
        return [self[name] for name in self.MORE]

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
        hiding = Hiding(settings.MAALTAL_SMALL_COUNT) if given["without_small"] else None
        return {
            "target_set": given["target_set"] or None,
            "day": given["day"],
            "facts": self.facts(),
            "hiding": hiding,
        }

    asked: Callable[[], Iterator[Asked]]
    """The notes that are asked for, which each kind says: one, but for monthly ones."""
