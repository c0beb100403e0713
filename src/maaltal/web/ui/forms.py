"""What all forms share."""

from django import forms


class DateField(forms.DateField):
    """A day, asked for with the browser's own control."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
