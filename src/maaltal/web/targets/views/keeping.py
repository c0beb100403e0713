"""Numbers that were worked out, kept: as a proposal of their own, or in the open set that they were worked out from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify
from django.utils.translation import gettext as _

from maaltal.core.text import Text
from maaltal.web.accounts.queries import actor_of
from maaltal.web.received import today
from maaltal.web.targets import queries
from maaltal.web.targets.actions.saving import ConflictError, ImpossibleError, Numbers
from maaltal.web.targets.actions.sets import About, Draft, change_set, make_set
from maaltal.web.targets.forms.sets import SetForm
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.states import DECIDED


@dataclass(frozen=True)
class Kept:
    """What is to be kept: its label, every number of the new set, and the ordinary staff, if that was said."""

    label: Text
    numbers: Numbers
    ordinary_staff: int | None = None


def keep_as_proposal(request: HttpRequest, target_set: TargetSet, kept: Kept) -> HttpResponse:
    """A new alternative built on the set; on to it."""
    staff = kept.ordinary_staff or target_set.ordinary_staff
    draft = Draft(
        _free_name(f"{target_set.name}-{kept.label.da}"), (target_set.first_year, target_set.last_year),
        About(_labelled(target_set.label, kept.label), ordinary_staff=staff), kept.numbers, target_set, alternative=True,
    )  # fmt: skip
    made = make_set(by=actor_of(request), day=today(), draft=draft)
    messages.success(request, _("Tallene er gemt som forslag."))
    return redirect("targets:set", made.name)


def _labelled(label: Text, words: Text) -> Text:
    """The label with what sets the new set apart, within what the register holds."""
    return Text(f"{label.da[:150]}: {words.da[:45]}", f"{label.en[:150]}: {words.en[:45]}")


def keep_apart(request: HttpRequest, target_set: TargetSet, form: SetForm) -> HttpResponse:
    """What was typed over a set that somebody decided meanwhile: an amendment of it, or a new proposal where it was withdrawn."""
    about = form.about()
    words = (
        Text("ændring", "amendment") if target_set.state in DECIDED else Text("nyt forslag", "new proposal")
    )
    first = min(max(today().year, target_set.first_year), target_set.last_year)
    draft = Draft(
        _free_name(f"{target_set.name}-{words.da}"), (first, target_set.last_year), replace(about, label=_labelled(about.label, words)),
        form.numbers(), target_set, amends=target_set.state in DECIDED,
    )  # fmt: skip
    made = make_set(by=actor_of(request), day=today(), draft=draft)
    messages.success(request, _("Tallene er gemt som forslag."))
    return redirect("targets:set", made.name)


def keep_in_set(request: HttpRequest, target_set: TargetSet, numbers: Numbers, version: int) -> HttpResponse:
    """Over the set's own numbers, unless somebody changed it meanwhile."""
    about = About(
        target_set.label, target_set.body, target_set.source, target_set.note, target_set.ordinary_staff
    )
    try:
        change_set(
            by=actor_of(request),
            day=today(),
            target_set=target_set,
            version=version,
            about=about,
            numbers=numbers,
        )
    except ConflictError:
        messages.error(
            request, _("Intet er gemt: en anden har ændret måltallene imens. Regn igen med de nye tal.")
        )
        return _asked_again(request)
    except ImpossibleError as problem:
        messages.error(request, str(problem))
        return _asked_again(request)
    messages.success(request, _("Tallene er skrevet i forslaget."))
    return redirect("targets:set", target_set.name)


def _asked_again(request: HttpRequest) -> HttpResponse:
    """The page with the same question, answered with what stands now."""
    question = request.POST.copy()
    for name in ("csrfmiddlewaretoken", "version", "keep"):
        question.pop(name, None)
    return redirect(f"{request.path}?{question.urlencode()}")


def top_numbers(target_set: TargetSet) -> dict[tuple[str, str], int | None]:
    """The set's numbers for the municipality and its administrations."""
    top = queries.top_units()
    return {place: number for place, number in queries.numbers(target_set).items() if place[0] in top}


def _free_name(wished: str) -> str:
    """The name, or with a number after it where there is a set of that name."""
    name = slugify(wished, allow_unicode=True)[:70]
    taken = set(TargetSet.objects.filter(name__startswith=name).values_list("name", flat=True))
    numbered = (f"{name}-{n}" for n in range(2, len(taken) + 3))
    return next(each for each in (name, *numbered) if each not in taken)
