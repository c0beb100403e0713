"""Everything that one person can read, page, file and API together, against somebody who reckons."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from maaltal.core.periods import month, parse_period
from maaltal.ground.ground import Ground, ground
from maaltal.web.accounts.actor import Role
from tests.disclosure.attacker import Attacker, Expression, Quantity
from tests.disclosure.made import PLACES, SCHEMES, Bunch, bunches, stored, truth
from tests.web.fixtures import Login

pytestmark = pytest.mark.django_db
THRESHOLD = 5
GROUP = "loentilskud+virksomhedspraktik+smaajob"
MONTHS = [month(2024, n).code for n in (1, 2, 3, 12)]
PERIODS = ["2024", *MONTHS, "2024-01..2024-02", "2024-01..2024-03", "2024-01..2024-11", "2024-H1"]
LOOKED_AT = ["2024", "2024-03"]
FIGURES = [("placements", ""), ("placements", "&maal=spells"), ("smaajob", ""), ("fleksjob", "")]
HALF = Fraction(1, 2_000_000)
"""Of the last decimal that the API gives."""

type Known = tuple[Expression, Fraction]


def of_api(client: Client, known: Ground, below: str) -> Iterator[Known]:
    words = "&".join(f"period={period}" for period in PERIODS)
    answer = client.get(f"/api/v1/measurements.csv?{words}{below}")
    for row in csv.DictReader(StringIO(answer.text)) if answer.status_code == 200 else ():
        if row["value"]:
            period = parse_period(row["period"])
            wanted = Quantity(row["measure"], row["unit"], row["selection"], period)
            yield wanted.expression(known.organisation), Fraction(row["value"])


def of_fulfilment(client: Client, known: Ground, below: str) -> Iterator[Known]:
    words = "&".join(f"period={period}" for period in PERIODS)
    answer = client.get(f"/api/v1/fulfilment?{words}{below}&limit=1000")
    for row in answer.json()["items"] if answer.status_code == 200 else ():
        if row["fulfilment"] is not None and row["target"]:
            group = next(
                each
                for each in known.municipality.groups_in(parse_period("2024"))
                if each.code == row["group"]
            )
            wanted = Quantity(
                group.measure, row["unit"], "+".join(group.schemes), parse_period(row["period"])
            )
            share = {
                at: factor / row["target"] for at, factor in wanted.expression(known.organisation).items()
            }
            yield share, Fraction(str(row["fulfilment"]))


def of_explanations(client: Client, known: Ground, unit: str) -> Iterator[Known]:
    """Spells, days and values of the units right below, as the file of the steps has them."""
    for period in LOOKED_AT:
        for figure, more in FIGURES:
            answer = client.get(f"/tal/{unit}/{figure}/trin/hent/json/?periode={period}{more}")
            tables = answer.json()["tables"] if answer["Content-Type"] == "application/json" else []
            for row in next((table["rows"] for table in tables if table["code"] == "below"), []):
                yield from _of_row(row, known, figure, parse_period(period))


def _of_row(row: dict[str, Any], known: Ground, figure: str, period: Any) -> Iterator[Known]:
    code = row["codes"][0]
    selection = GROUP if figure == "placements" else figure
    if code in known.organisation.versions:
        for column, measure, factor in (("runs", "spells", 1), ("days", "full-year-persons", period.days)):
            value = row["cells"][column]["exact"]
            if value not in ("skjult", None):
                expression = Quantity(measure, code, selection, period).expression(known.organisation)
                yield {at: share * factor for at, share in expression.items()}, Fraction(value)


def everything(client: Client, known: Ground) -> list[Known]:
    found = [each for below in ("", "&below=BUF", "&below=KFF", "&below=BUF-C1-1") for each in
             (*of_api(client, known, below), *of_fulfilment(client, known, below))]  # fmt: skip
    return found + [
        each for unit in ("KK", "BUF", "BUF-C1", "KFF") for each in of_explanations(client, known, unit)
    ]


def wondered_about(known: Ground, own: str | None) -> Iterator[Quantity]:
    """Counts of people and days of people, of all units but one's own."""
    inside = (
        {unit.code for unit in known.organisation.below(own, parse_period("2024").last_day)} if own else set()
    )
    for unit in ("KK", *dict.fromkeys((*PLACES, "KFF", "SOF"))):
        for selection in (*SCHEMES, GROUP):
            for period in ("2024", "2024-03", "2024-12", "2024-01..2024-03"):
                measures = (
                    ["spells", "headcount"] if selection == "fleksjob" else ["spells", "full-year-persons"]
                )
                for measure in measures if unit not in inside else ():
                    yield Quantity(measure, unit, selection, parse_period(period))


def told(
    client: Client, known: Ground, made: list[Bunch], own: str | None
) -> Iterator[tuple[Quantity, float, float]]:
    attacker = Attacker(everything(client, known), HALF)
    for wanted in wondered_about(known, own):
        spells = Quantity("spells", wanted.unit, wanted.selection, wanted.period).expression(
            known.organisation
        )
        persons = sum(truth(made, each) for each in spells)
        expression = wanted.expression(known.organisation)
        true = float(sum(factor * truth(made, each) for each, factor in expression.items()))
        if 0 < persons < THRESHOLD and true:
            low, high = attacker.guess(expression)
            assert low - 1e-4 <= true <= high + 1e-4, (wanted, low, true, high)
            if high - low < float(min(expression.values())) * (1 - 1e-3):
                yield wanted, low, high


WHO = [(Role.COORDINATOR, "BUF", None), (Role.READER, "KK", None), (Role.READER, "BUF-C1", None),
       (Role.UNIT_LEADER, "BUF-C1-1", "BUF-C1-1"), (Role.UNIT_LEADER, "KFF-1", "KFF-1")]  # fmt: skip


@settings(
    max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)  # fmt: skip
@given(made=bunches(st.integers(1, 9)))
@pytest.mark.parametrize(("role", "over", "own"), WHO, ids=[f"{role}-{over}" for role, over, _ in WHO])
def test_nobody_can_work_out_few_persons_of_others(
    login: Login, settings: Any, made: list[Bunch], role: Role, over: str, own: str | None
) -> None:
    client = clients(login, role, over)
    with TemporaryDirectory() as folder:
        settings.MAALTAL_DATA = Path(folder)
        known = ground(stored(Path(folder) / "store", made), "koebenhavn")
        assert not list(told(client, known, made, own))


CLIENTS: dict[tuple[Any, Role, str], Client] = {}


def clients(login: Login, role: Role, over: str) -> Client:
    """One for all the municipalities of a test."""
    key = (login, role, over)
    if key not in CLIENTS:
        CLIENTS[key] = login(role, over)
    return CLIENTS[key]
