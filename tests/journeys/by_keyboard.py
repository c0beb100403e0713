"""Nothing but the keyboard. Every place where Tab stops on the way has to be seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from playwright.sync_api import Error, Page

STOPS = 250
NAME = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  const said = at.labels?.length ? at.labels[0].textContent : at.getAttribute("aria-label") ?? at.textContent;
  return said.replace(/\\s+/g, " ").trim();
}"""
SEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return true;
  const drawn = at.matches("[type=checkbox]") ? [at.labels[0], "::before"] : [at];
  const style = getComputedStyle(...drawn), box = at.getBoundingClientRect();
  const within = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const at_its_calendar = at.matches("[type=date]");
  return within && (at_its_calendar || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2));
}"""
"""A day's own calendar button is marked by the browser, inside the field."""


def tab_to(page: Page, name: str) -> None:
    """Tab until the focus stands in what is called so. A label may begin with its row's name, and end with a remark."""
    passed = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(NAME)
        assert seen(page), f"the focus is at {at}, and nobody sees it"
        if at == name or at.endswith(f", {name}") or at.startswith(f"{name} ("):
            return
        passed.append(at[:50])
    raise AssertionError(f"nothing called {name} was reached, but {list(dict.fromkeys(passed))}")


def seen(page: Page) -> bool:
    """What comes into view at the focus may take a moment to do so."""
    if page.evaluate(SEEN):
        return True
    try:
        page.wait_for_function(SEEN)
    except Error:
        return False
    return True


def enter(page: Page, name: str) -> None:
    """Press Enter on the link or button that is called so, and wait for where it leads."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, label: str, words: str) -> None:
    tab_to(page, label)
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def write_day(page: Page, label: str, day: date) -> None:
    """The parts of a day stand in the order of the browser's own language."""
    tab_to(page, label)
    for order in ("%d%m%Y", "%m%d%Y"):
        page.keyboard.type(day.strftime(order))
        if page.evaluate("document.activeElement.value") == day.isoformat():
            return
        for _ in order.split("%")[1:]:
            page.keyboard.press("ArrowLeft")
    raise AssertionError(f"{label} does not take {day}")


def choose_file(page: Page, label: str, file: Path) -> None:
    """The space bar opens the system's own dialog, which is not the page's."""
    with page.expect_file_chooser() as asked:
        tab_to(page, label)
        page.keyboard.press("Space")
    asked.value.set_files(file)
