"""A page in a real browser, logged in as somebody, of the application on a port of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, ConsoleMessage, Page

from maaltal.web.accounts.actor import Role
from tests.browser import PATIENCE
from tests.web.fixtures import Login

__all__ = ["Browse", "browse"]
type Browse = Callable[..., Page]


@pytest.fixture
def browse(chromium: Browser, live_server: Any, login: Login) -> Iterator[Browse]:
    """browse(Role.READER, "BUF", width=390, dark=True): a page that refuses to leave a console error unseen. `refused`: somebody
    who asks for what they may not have, and is told so."""
    contexts, complaints = [], []

    def opened(
        role: Role | None, unit: str = "KK", *, username: str = "", width: int = 1280, dark: bool = False, scripts: bool = True,
        refused: bool = False,
    ) -> Page:  # fmt: skip
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 900}, java_script_enabled=scripts,
            color_scheme="dark" if dark else "light", locale="da-DK",
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        if role is not None:
            cookie = login(role, unit, username).cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
            )
        page = context.new_page()
        expected = "status of 403" if refused else None
        page.on("console", lambda said: complaints.extend(complaint(said, expected)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def complaint(said: ConsoleMessage, expected: str | None) -> list[str]:
    return [said.text] if said.type == "error" and not (expected and expected in said.text) else []
