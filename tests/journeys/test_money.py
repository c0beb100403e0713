"""The pages of money: accessible and within 390 px, forms and what they answer."""

import pytest

from maaltal.web.accounts.actor import Role
from tests.browser import fine
from tests.web.browsing import Browse


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_fleksjobs_cost(browse: Browse, dark: bool) -> None:
    page = browse(Role.ANALYST, "KK", width=390, dark=dark)
    for address in ("/oekonomi/", "/oekonomi/pulje/", "/oekonomi/budget/", "/notater/skabeloner/", "/notater/skabeloner/annual/da/",
                    "/notater/nyt/monthly/", "/notater/nyt/answer/", "/notater/nyt/proposal/", "/notater/find/"):  # fmt: skip
        page.goto(address)
        fine(page, scripts=True)
    page.goto("/oekonomi/pris/")
    page.get_by_label("Timeløn før pension, kr.").fill("175")
    page.get_by_role("button", name="Regn ud").click()
    page.get_by_role("heading", name="Hvad 1 fleksjob koster om året").wait_for(timeout=20_000)
    fine(page, scripts=True)
