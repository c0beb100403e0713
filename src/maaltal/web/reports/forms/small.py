"""The forms with a field or two."""

from __future__ import annotations

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from maaltal.intake.notes.files import READERS
from maaltal.web.reports.forms.fields import text_of
from maaltal.web.ui.forms import DateField, WordsField
from maaltal.web.ui.uploads import MOST, UploadField

MEGABYTES = MOST // 2**20


class SentForm(forms.Form):
    """That an edition was sent outside the program."""

    recipient = WordsField(label=_("Modtager"), max_length=200)
    on = DateField(label=_("Sendt den"))
    remark = WordsField(
        label=_("Bemærkning"),
        max_length=200,
        required=False,
        help_text=_("Som: med mail, dagsordenens punkt 7."),
    )


class RecogniseForm(forms.Form):
    """A file whose edition somebody looks for."""

    note = UploadField((".docx", ".pdf", ".html", ".xlsx", ".md"), label=_("Notatet"))


class TemplateForm(forms.Form):
    """A template's text: typed, or read from a file, which then comes before what was typed."""

    text = WordsField(
        label=_("Skabelonens tekst"), strip=False, widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false"}),
        required=False,
    )  # fmt: skip
    file = UploadField((".md", ".txt"), label=_("Eller hent teksten fra en fil"), required=False)

    def clean_file(self) -> str:
        return text_of(self.cleaned_data["file"])


class AuditForm(forms.Form):
    """A finished note."""

    note = UploadField(
        tuple(READERS), label=_("Notatet"),
        help_text=format_lazy(_("Word, PDF, HTML, Excel, CSV, Markdown eller ren tekst, højst {most} MB."), most=MEGABYTES),
    )  # fmt: skip
