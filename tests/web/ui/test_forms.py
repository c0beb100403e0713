"""What is written in a form's field, and kept or looked for, holds no CPR number."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

import maaltal.web
from maaltal.web.accounts.actor import Role
from maaltal.web.ui.forms import no_person_number
from tests.web.browsing import Browse
from tests.web.fixtures import Login

READ_AS_SOMETHING_ELSE = {"WrittenField", "PeriodField"}
NOT_WORDS = {("PersonForm", "password"), ("SearchForm", "person")}
"""A secret, and a pseudonym: hexadecimal digits, sixteen at least, while a CPR number has ten."""


def kinds_of(base: type) -> Iterator[Any]:
    kind: Any
    for kind in base.__subclasses__():
        yield from kinds_of(kind)
        if kind.__module__.startswith("maaltal.") and issubclass(kind, forms.Form):
            yield kind


def fields_for_words() -> list[tuple[str, str, forms.Field]]:
    for module in pkgutil.walk_packages(maaltal.web.__path__, "maaltal.web."):
        if ".forms" in module.name:
            import_module(module.name)
    return [
        (kind.__name__, name, field)
        for kind in kinds_of(forms.BaseForm)
        for name, field in kind.base_fields.items()
        if isinstance(field, forms.CharField) and type(field).__name__ not in READ_AS_SOMETHING_ELSE
    ]


def test_every_field_for_words_refuses_a_cpr_number() -> None:
    found = fields_for_words()
    assert len(found) > 30
    taking = {(form, name) for form, name, field in found if no_person_number not in field.validators}
    assert taking == NOT_WORDS


def test_the_secretive_ones_are_no_place_for_one() -> None:
    (pseudonym,) = (
        field for form, name, field in fields_for_words() if (form, name) == ("SearchForm", "person")
    )
    with pytest.raises(ValidationError):
        pseudonym.clean("010190-1234")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("login")
@pytest.mark.parametrize("scripts", [True, False])
def test_the_browser_does_not_send_one_that_is_looked_for(browse: Browse, scripts: bool) -> None:
    page = browse(Role.ADMINISTRATOR, scripts=scripts)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/sporing/opslag/")
    for name in ("who", "unit", "person"):
        field = page.locator(f"main [name={name}]")
        field.fill("010190-1234")
        field.press("Enter")
        field.fill("")
    page.locator("main [name=who]").fill("Asta")
    page.locator("main [name=who]").press("Enter")
    page.wait_for_url("**who=Asta*")
    assert not [address for address in asked if "010190" in address]


@pytest.mark.django_db
def test_a_template_with_one_is_told_so_and_not_kept(login: Login) -> None:
    from maaltal.web.reports.models import NoteTemplate

    answer = login(Role.ANALYST).post(
        "/notater/skabeloner/annual/da/", {"text": "Om 010190-1234.", "do": "save"}
    )
    assert "ligner et CPR-nummer" in answer.text
    assert not NoteTemplate.objects.exists()
