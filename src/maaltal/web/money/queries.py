"""What is reckoned, by the library: documents out of cleaned forms."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from django.conf import settings

from maaltal.core.person_numbers import DEMO_KEY
from maaltal.documents.document import Document
from maaltal.ground.budget import Audited, audited_budget
from maaltal.ground.cost import Asked as CostAsked
from maaltal.ground.cost import When
from maaltal.ground.cost import cost as cost_of
from maaltal.ground.jobs import Job
from maaltal.ground.pool import Asked as PoolAsked
from maaltal.ground.pool import Pool
from maaltal.ground.pool import pool as pool_of
from maaltal.ground.scenario_cost import more_jobs
from maaltal.intake.budget_file import Typed, read_budget
from maaltal.intake.keys import Key, read_key
from maaltal.web.received import store
from maaltal.web.targets.queries import municipality
from maaltal.web.ui.uploads import held, held_together


def cost(given: dict[str, Any]) -> Document:
    """One of `ui.refusals` for a question that is not whole, or that the rules have no answer to."""
    shares = {
        name: given[name] or Fraction(0)
        for name in ("pension", "holiday", "overhead", "additional", "residents")
    }
    job = Job(
        wage=given["wage"], **shares, weeks_before=given["weeks_before"], activation=given["activation"],
        jobs=given["jobs"], scheme=given["scheme"], subsidy=given["subsidy"],
    )  # fmt: skip
    when = When(None, given["in_year"], given["start"], given["end"])
    with held(given["rates"], given["prices"]) as (rates, prices):
        return cost_of(CostAsked(
            job, when, given["hours"], given["explain"] or (), rates, given["older"], prices, given["price_level"], given["wage_level"],
        ))  # fmt: skip


def pool(given: dict[str, Any]) -> Pool:
    """As above; for files that no pool can be made of."""
    with held(given["wage_bills"], given["applications"], given["payments"]) as (
        bills,
        applications,
        payments,
    ):
        asked = PoolAsked(
            bills or Path(), settings.MAALTAL_MUNICIPALITY, store().folder, given["in_year"],
            None if given["percent"] is None else given["percent"] / 100, given["to"], applications, payments,
            given["central"] == "central", given["carry"],
        )  # fmt: skip
        return pool_of(asked, key())


def key() -> Key | None:
    """The municipality's; the sample's where nothing is real."""
    if settings.MAALTAL_KEY_FILE:
        return read_key(Path(settings.MAALTAL_KEY_FILE), {})
    return None if settings.MAALTAL_MODE == "production" else Key(DEMO_KEY)


def budget(given: dict[str, Any]) -> Audited:
    """As above; for a file that no proposal can be made of."""
    files = [file for file in (given["proposal"], given["beside"]) if file]
    with held_together(*files) as (proposal, *_beside):
        return audited_budget(
            read_budget(proposal, Typed(given["price_level"], given["scale"], _more_jobs)), given["scale"]
        )


def _more_jobs(changes: tuple[str, ...], in_year: int) -> int:
    return more_jobs(municipality(), changes, in_year)
