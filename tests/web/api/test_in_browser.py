"""The API's pages in a real browser: accessible, within 390 px, light and dark."""

import pytest

from maaltal.web.accounts.actor import Role
from tests.browser import picture, violations, wide
from tests.web.api.routes import a_key
from tests.web.browsing import Browse

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_the_pages_are_accessible_and_fit(browse: Browse, width: int, dark: bool) -> None:
    a_key()
    page = browse(Role.ADMINISTRATOR, width=width, dark=dark)
    for address in ("/api/", "/api/noegler/"):
        page.goto(address)
        picture(page, f"{address.strip('/').replace('/', '-')}-{width}")
        assert violations(page) == [], address
        assert wide(page) == 0, address
    page.get_by_role("textbox", name="System").fill("bi")
    page.get_by_role("button", name="Lav nøglen").click()
    page.locator(".secret").wait_for()
    picture(page, f"api-noegle-{width}")
    assert violations(page) == []
    assert wide(page) == 0
