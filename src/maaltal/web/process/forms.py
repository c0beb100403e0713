"""What is asked of somebody who sends files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, override

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from maaltal.core.periods import parse_period
from maaltal.intake.layouts import SHIPPED, shipped
from maaltal.web.process import folder
from maaltal.web.process.models import Upload
from maaltal.web.process.words import for_page
from maaltal.web.received import language
from maaltal.web.ui.forms import WordsField

MOST_FILES = 20
LARGEST_MAPPING = 100_000


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class SeveralFilesField(forms.FileField):
    widget = SeveralFiles

    @override
    def clean(self, data: Any, initial: Any = None) -> Any:
        given: Sequence[Any] = data if isinstance(data, list | tuple) else [data]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("Send højst 20 filer ad gangen."))
        return [self._each(each, initial, several=len(given) > 1) for each in given or [None]]

    def _each(self, given: Any, initial: Any, *, several: bool) -> Any:
        """Of several files it is said which one is wrong."""
        try:
            return super().clean(given, initial)
        except forms.ValidationError as problem:
            if not several:
                raise
            said = " ".join(problem.messages)
            raise forms.ValidationError(f"{folder.plain_name(given.name)}: {said}") from problem


class SendForm(forms.Form):
    sent = SeveralFilesField(
        label=_("Filer"), error_messages={"required": _("Vælg mindst én fil.")},
        help_text=_("CSV, XLSX eller Parquet. Flere filer af samme levering kan vælges på én gang, også organisationen."),
    )  # fmt: skip
    period = WordsField(
        label=_("Periode"), required=False, max_length=30,
        help_text=_("Kun når filnavnet ikke siger det: 2024, 2024-H1, 2024-10 eller 2024-01..2024-10."),
    )  # fmt: skip
    layout = forms.ChoiceField(label=_("Format"), required=False)
    mapping = forms.FileField(
        label=_("Tilpasning"), required=False,
        help_text=_("En TOML-fil med jeres egne kolonnenavne og koder, når de er andre end de kendte."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.used = dict(
            Upload.objects.exclude(mapping="").order_by("sent_at").values_list("mapping_name", "mapping")
        )
        choices = [
            ("", _("Find det ud fra overskriften")),
            *((name, shipped(name).label.get(language())) for name in SHIPPED),
            *((f"used:{name}", f"{_('Tilpasningen')} {name}") for name in sorted(self.used)),
        ]
        self.fields["layout"] = forms.ChoiceField(label=_("Format"), required=False, choices=choices)

    def clean_period(self) -> str:
        words: str = self.cleaned_data["period"].strip()
        if words:
            try:
                parse_period(words)
            except ValueError:
                raise forms.ValidationError(
                    _("Skriv perioden som 2024, 2024-H1, 2024-10 eller 2024-01..2024-10.")
                ) from None
        return words

    def clean_mapping(self) -> tuple[str, str]:
        """Its name and content; the one used before where that was chosen. Nothing of a file that is no mapping is kept."""
        sent: UploadedFile[Any] | None = self.cleaned_data["mapping"]
        if sent is None:
            chosen = self.cleaned_data.get("layout", "").removeprefix("used:")
            return (chosen, self.used[chosen]) if chosen in self.used else ("", "")
        if (sent.size or 0) > LARGEST_MAPPING:
            raise forms.ValidationError(_("Det er ikke en tilpasning: filen er for stor."))
        name, content = folder.mapping_name(sent.name or ""), sent.read()
        if problem := folder.mapping_problem(name, content):
            raise forms.ValidationError(for_page(problem.sentence, language()))
        return name, content.decode("utf-8")

    @property
    def said(self) -> dict[str, Any]:
        """What `actions.send_files` asks for."""
        name, mapping = self.cleaned_data["mapping"]
        layout = "" if mapping else self.cleaned_data["layout"]
        return {
            "files": self.cleaned_data["sent"], "period": self.cleaned_data["period"], "layout": layout,
            "mapping_name": name, "mapping": mapping,
        }  # fmt: skip


class TakeBackForm(forms.Form):
    reason = WordsField(
        label=_("Begrundelse"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Den ses i historikken og i sporingen. Skriv ingen CPR-numre eller navne på borgere."),
    )  # fmt: skip
