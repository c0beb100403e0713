"""Two people at the same targets: the later one is told, sees both values, and loses nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from maaltal.web.accounts.actor import Role
from maaltal.web.targets import queries
from maaltal.web.targets.actions.saving import ConflictError, ImpossibleError
from maaltal.web.targets.actions.sets import Draft, change_set, make_set
from maaltal.web.targets.actions.steps import Said, take_step
from maaltal.web.targets.models import TargetSet
from maaltal.web.targets.states import TRANSITIONS
from maaltal.web.trail.models import Event
from tests.web.fixtures import Login, as_actor
from tests.web.targets.made import about

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
EDIT = "/maaltal/saet/2026-2027/ret/"


def the_set() -> TargetSet:
    return TargetSet.objects.get(name="2026-2027")


def form_of(client: Client) -> dict[str, str]:
    """What the browser would send back, unchanged."""
    form = client.get(EDIT).context["form"]
    rows = client.get(EDIT).context["rows_of_fields"]
    data = {name: str(form.get_initial_for_field(field, name) or "") for name, field in form.fields.items()}
    boxes = [box for row in rows for box in row.boxes]
    return (
        data
        | {box.was_name: box.was for box in boxes}
        | {f"was-{name}": data[name] for name in ("label_da", "source")}
    )


def test_a_change_is_saved_with_its_event() -> None:
    change_set(
        by=as_actor(Role.ANALYST),
        day=DAY,
        target_set=the_set(),
        version=1,
        about=about("Nye"),
        numbers={("BUF", "fleksjob"): 352},
    )
    assert (the_set().version, the_set().label_da) == (2, "Nye")
    assert queries.numbers(queries.find("2026-2027"))["BUF", "fleksjob"] == 352
    event = Event.objects.get(what="target-set-changed")
    assert event.facts["numbers"] == {"BUF/fleksjob": [351, 352]}


def test_the_second_of_two_writes_nothing() -> None:
    first, second = the_set(), the_set()
    change_set(by=as_actor(Role.ANALYST), day=DAY, target_set=first, version=1, about=about("En"), numbers={})
    with pytest.raises(ConflictError), transaction.atomic():
        change_set(
            by=as_actor(Role.ANALYST), day=DAY, target_set=second, version=1, about=about("To"), numbers={}
        )
    assert the_set().label_da == "En"


def test_an_adopted_set_is_not_corrected() -> None:
    adopted = TargetSet.objects.get(name="2024-2025")
    with pytest.raises(ImpossibleError, match="Lav en ændring"):
        change_set(
            by=as_actor(Role.ANALYST), day=DAY, target_set=adopted, version=1, about=about("x"), numbers={}
        )


def test_a_name_is_taken_once() -> None:
    with pytest.raises(ImpossibleError):
        make_set(by=as_actor(Role.ANALYST), day=DAY, draft=Draft("2024-2025", (2024, 2025), about("x"), {}))


def test_the_later_one_sees_both_values_and_can_save_again(login: Login) -> None:
    one, two = login(Role.ANALYST, username="en"), login(Role.ANALYST, username="to")
    first, second = form_of(one), form_of(two)
    assert one.post(EDIT, first | {"n-BUF-fleksjob": "360", "n-BIF-fleksjob": "50"}).status_code == 302
    answer = two.post(EDIT, second | {"n-BUF-fleksjob": "340", "n-KFF-fleksjob": "34"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Der er ikke gemt endnu" in page
    assert "En anden har gemt 360; her står det, du skrev" in page
    form = answer.context["form"]
    assert [form[f"n-{unit}-fleksjob"].value() for unit in ("BUF", "KFF", "BIF")] == ["340", "34", "50"]
    again = {name: form.data[name] for name in form.data}
    assert two.post(EDIT, again).status_code == 302
    numbers = queries.numbers(queries.find("2026-2027"))
    assert [numbers[unit, "fleksjob"] for unit in ("BUF", "KFF", "BIF")] == [340, 34, 50]


@pytest.mark.parametrize(
    ("code", "state", "amends"), [("adopt", "vedtaget", True), ("withdraw", "trukket tilbage", False)]
)
def test_what_is_typed_while_somebody_decides_is_kept_apart(
    login: Login, code: str, state: str, amends: bool
) -> None:
    client = login(Role.ANALYST)
    typed = form_of(client) | {"n-BUF-fleksjob": "340", "note_da": "Efter mødet"}
    said = Said(body="Borgerrepræsentationen", day=DAY, note="Derfor")
    take_step(by=as_actor(Role.ADMINISTRATOR if amends else Role.ANALYST), day=DAY, target_set=the_set(), version=1,
              transition=TRANSITIONS[code], said=said)  # fmt: skip
    answer = client.post(EDIT, typed)
    page = answer.content.decode()
    assert f"har imens registreret, at måltallene er {state}" in page
    assert 'value="340"' in page
    assert "Efter mødet" in page
    assert client.post(EDIT, answer.context["form"].data.dict() | {"keep": "apart"}).status_code == 302
    made = TargetSet.objects.latest("pk")
    assert (made.based_on, made.amends, made.state, made.note_da) == (
        the_set(),
        amends,
        "proposed",
        "Efter mødet",
    )
    assert queries.numbers(made)["BUF", "fleksjob"] == 340
    assert queries.numbers(queries.find("2026-2027"))["BUF", "fleksjob"] == 351


def test_numbers_worked_out_meanwhile_are_not_lost(login: Login) -> None:
    client = login(Role.ANALYST)
    asked = {"group": "fleksjob", "total": "1000", "key": "present", "method": "hamilton", "lock-BIF": "60"}
    change_set(by=as_actor(Role.ANALYST), day=DAY, target_set=the_set(), version=1, about=about("En"),
               numbers={("SOF", "fleksjob"): 200})  # fmt: skip
    answer = client.post(
        reverse("targets:apportion", args=["2026-2027"]),
        asked | {"keep": "here", "version": "1"},
        follow=True,
    )
    assert "en anden har ændret måltallene imens" in answer.content.decode()
    assert [answer.context["form"][name].value() for name in ("total", "lock-BIF")] == ["1000", "60"]
    assert answer.context["table"].rows[3][4].text == "200"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("halvtreds", "Skriv et helt tal"),
        ("-4", "Skriv et helt tal"),
        ("1.5", "Skriv et helt tal"),
        ("99999999", "for stort"),
    ],
)
def test_a_wrong_number_is_told_at_the_field_and_above(login: Login, typed: str, said: str) -> None:
    client = login(Role.ANALYST)
    answer = client.post(EDIT, form_of(client) | {"n-BUF-fleksjob": typed})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count(said) == 2
    assert f'value="{typed}"' in page


def test_a_cpr_number_is_refused(login: Login) -> None:
    client = login(Role.ANALYST)
    page = client.post(EDIT, form_of(client) | {"note_da": "se 610190-1234"}).content.decode()
    assert "ligner et CPR-nummer" in page


def test_thousands_are_read_as_people_write_them(login: Login) -> None:
    client = login(Role.ANALYST)
    client.post(EDIT, form_of(client) | {"n-KK-placements": "1.100"})
    assert queries.numbers(queries.find("2026-2027"))["KK", "placements"] == 1100


def test_a_file_comes_back_as_it_went_out(login: Login) -> None:
    client = login(Role.ANALYST)
    text = client.get(reverse("targets:file", args=["2026-2027"])).content.decode("utf-8-sig")
    typed = form_of(client) | {"note_da": "Skrevet, ikke gemt", "n-BUF-fleksjob": "1"}
    answer = client.post(EDIT, typed | {"fill": "1", "rows": text.replace(";351", ";352")})
    assert answer.context["form"]["n-BUF-fleksjob"].value() == "352"
    assert answer.context["form"]["note_da"].value() == "Skrevet, ikke gemt"
    assert answer.context["form"]["version"].value() == typed["version"]
    assert answer.context["form"]["n-SOF-placements"].value() == "189"
    assert the_set().version == 1


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "Der er ingen rækker"),
        ("navn;tal\nBUF;3", "Overskrifterne forstås ikke"),
        ("unit;fleksjob\nXYZ;3", "Række 2: enheden &#x27;XYZ&#x27;"),
        ("unit;fleksjob\nBUF;3\nBUF;4", "står der to gange"),
    ],
)
def test_rows_that_cannot_be_read_are_told(login: Login, rows: str, said: str) -> None:
    client = login(Role.ANALYST)
    typed = form_of(client) | {"note_da": "Skrevet, ikke gemt"}
    answer = client.post(EDIT, typed | {"fill": "1", "rows": rows})
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert answer.context["rows"] == rows
    assert answer.context["form"]["note_da"].value() == "Skrevet, ikke gemt"


def test_a_municipality_without_a_target_of_its_own_is_told_of_as_that(login: Login) -> None:
    client, page = login(Role.ANALYST), reverse("targets:set", args=["2026-2027"])
    apart, unset = "tallene er afrundet hver for sig, eller", "Kommunens eget måltal er ikke sat for: "
    assert apart in client.get(page).content.decode()
    client.post(EDIT, form_of(client) | {"n-KK-placements": ""})
    told = client.get(page).content.decode()
    assert unset + "Løntilskud, virksomhedspraktik og småjob." in told
    assert apart not in told


def test_sets_to_begin_from_are_called_by_name(login: Login) -> None:
    page = login(Role.ANALYST).get(reverse("targets:new")).content.decode()
    assert '<option value="2024-2025">Måltal 2024 og 2025 (2024–2025, vedtaget)</option>' in page


def test_a_new_proposal_begins_from_another(login: Login) -> None:
    said = {
        "based_on": "2024-2025",
        "kind": "new",
        "first_year": "2028",
        "last_year": "2029",
        "label_da": "Måltal 2028 og 2029",
    }
    answer = login(Role.ANALYST).post(reverse("targets:new"), said)
    assert answer.status_code == 302
    made = queries.find("måltal-2028-og-2029")
    assert queries.numbers(made)["BUF", "fleksjob"] == 376
    assert queries.earlier(made) == TargetSet.objects.get(name="2024-2025")


def test_an_amendment_needs_adopted_targets(login: Login) -> None:
    said = {
        "based_on": "2026-2027",
        "kind": "amendment",
        "first_year": "2026",
        "last_year": "2027",
        "label_da": "Ændring",
    }
    assert (
        "En ændring bygger på vedtagne måltal"
        in login(Role.ANALYST).post(reverse("targets:new"), said).content.decode()
    )
