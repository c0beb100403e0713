"""Every Danish text of the pages has its English, and what is compiled is what is written."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.web.texts import apps, compiled, found, missing, po_file, updated, written

APPS = [app for app in apps() if len(found(app))]


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.name)
def test_the_english_is_complete_and_up_to_date(app: Path) -> None:
    assert po_file(app).exists(), "run: python -m tests.web.texts"
    assert missing(updated(app)) == []
    po = po_file(app).read_bytes()
    assert po == written(updated(app)), "run: python -m tests.web.texts"
    assert po_file(app).with_suffix(".mo").read_bytes() == compiled(po), "run: python -m tests.web.texts"


def test_a_text_has_one_english_wherever_it_is_used() -> None:
    """The apps' catalogues are one to Django: of two translations, either page shows the other's."""
    english: dict[object, set[object]] = defaultdict(set)
    for app in APPS:
        for message in updated(app):
            if message.id:
                english[message.context, message.id].add(message.string)
    assert {text: found for text, found in english.items() if len(found) > 1} == {}


def test_texts_are_found_in_templates() -> None:
    assert "Gå til sidens indhold" in {
        message.id for app in APPS if app.name == "ui" for message in found(app)
    }
