"""The page, in a real browser: everyone can read it, and nothing is lost."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from maaltal.core.text import Language
from maaltal.documents.html import as_html, body_html
from maaltal.documents.printing import printed
from tests.browser import PHONE, violations
from tests.documents.made_note import DANGEROUS, made_note

NOTE = made_note()
BODY = html.fromstring(body_html(NOTE, "da"))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page") / "note.html"
    made.write_text(as_html(NOTE, "da"), "utf-8")
    return made


@pytest.fixture(params=["light", "dark", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser, file: Path) -> Iterator[Page]:
    look = {"viewport": PHONE} if request.param == "phone" else {"color_scheme": request.param}
    opened = chromium.new_page(**look)
    opened.goto(file.as_uri())
    yield opened
    opened.close()


def test_axe_finds_nothing(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert violations(page) == []


def test_axe_would_find_something(page: Page) -> None:
    page.locator("html").evaluate("html => html.removeAttribute('lang')")
    assert any(found.startswith("html-has-lang") for found in violations(page))


def test_the_page_never_scrolls_sideways_but_tables_do_with_the_keyboard(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    frame = page.locator(".note-frame").last
    frame.focus()
    assert frame.evaluate("frame => frame === document.activeElement")


def test_the_typeface_comes_with_the_page(page: Page) -> None:
    assert page.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('700 16px \"IBM Plex Sans\"'))"
    )
    assert page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length") == 2


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = as_html(NOTE, "da")
    assert not re.search(r"<script|<link|<iframe| on\w+=|url\((?!\"data:)", text)
    assert not re.search(r" style=|<style", body_html(NOTE, "da"))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_cell_is_on_the_page(language: Language) -> None:
    page = html.fromstring(body_html(NOTE, language))
    tables = {table.code: table for table in NOTE.all_tables()}
    for code, table in tables.items():
        grid = next(t for t in page.iter("table") if t.find("caption").get("id") == f"caption-{code}")
        found = [["".join(c.itertext()).strip() for c in row] for row in grid.find("tbody")]
        expected = [[printed(cell, language) + cell.mark for cell in row.cells] for row in table.rows]
        assert found == [[_held(words) for words in row] for row in expected]


def _held(words: str) -> str:
    return re.sub(r"(\d) (pct\.|per cent)", "\\1\N{NO-BREAK SPACE}\\2", words)


def test_headings_follow_each_other() -> None:
    levels = [int(element.tag[1]) for element in BODY.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_marks_lead_to_their_notes_and_back() -> None:
    ids = [element.get("id") for element in BODY.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    marks = BODY.find_class("note-mark")
    assert marks
    for mark in marks:
        note = BODY.get_element_by_id(mark.get("href").removeprefix("#"))
        assert note.find_class("note-sign")[0].text == mark.text
        back = note.find_class("note-back")[0].get("href").removeprefix("#")
        assert BODY.get_element_by_id(back).text == mark.text


def test_heads_have_a_scope() -> None:
    heads = [head.get("scope") for head in BODY.iter("th")]
    assert set(heads) == {"col", "row"}


def test_a_chart_is_one_picture_with_words_and_figures_beside() -> None:
    charts = BODY.find_class("note-chart")
    assert len(charts) == 2
    for chart, block in zip(charts, NOTE.charts, strict=True):
        (picture,) = chart.iter("svg")
        assert picture.get("role") == "img"
        described = BODY.get_element_by_id(picture.get("aria-describedby"))
        assert described.text == str(block.described)
        assert len(list(chart.iter("details"))) == 1


def test_words_are_words() -> None:
    assert DANGEROUS in [item.text_content() for item in BODY.iter("li")]


def test_the_same_document_gives_the_same_page() -> None:
    assert as_html(made_note(), "da") == as_html(NOTE, "da")
