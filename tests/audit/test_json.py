"""The JSON is what docs/audit.md and docs/audit.en.md say: the same fields, kinds, codes and exit codes."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from maaltal.core.audit.as_json import as_json
from maaltal.core.audit.report import KINDS
from tests.audit.corrected import SOURCES, source
from tests.audit.reading import audit_text

ROOT = Path(__file__).parents[2]
DOCS = [ROOT / "docs" / name for name in ("audit.md", "audit.en.md")]
OBJECTS = {
    "REPORT": "$",
    "FINDING": "findings",
    "PLACE": "places",
    "SUSPECT": "alternatives",
    "RULES": "hypotheses",
}


@cache
def written() -> dict[str, set[str]]:
    """The fields of every kind of object in the reports on the sources."""
    fields: dict[str, set[str]] = {name: set() for name in OBJECTS}
    for name in SOURCES:
        data = json.loads(as_json(audit_text(source(name))))
        fields["REPORT"] |= data.keys()
        for tried in data["hypotheses"]:
            fields["RULES"] |= tried.keys()
        for found in data["findings"]:
            fields["FINDING"] |= found.keys()
            suspects = [suspect for answer in found["alternatives"] for suspect in answer]
            fields["PLACE"] |= {key for place in found["places"] for key in place}
            fields["SUSPECT"] |= {key for suspect in suspects for key in suspect}
    return fields


def documented(page: str) -> dict[str, set[str]]:
    """The fields of the tables under JSON: `| OBJECT | `field` | ... |`."""
    fields: dict[str, set[str]] = {}
    for kind, field in re.findall(r"^\| ([A-Z]+) \| `(\w+)` \|", page, re.MULTILINE):
        fields.setdefault(kind, set()).add(field)
    return fields


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_the_documented_fields_are_those_written(path):
    assert documented(path.read_text("utf-8")) == written()


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_kind_and_code_is_documented(path):
    page = path.read_text("utf-8")
    code = "\n".join(file.read_text("utf-8") for file in (ROOT / "src/maaltal/core/audit").glob("*.py"))
    codes = set(re.findall(r'Discrepancy\(\s*"[a-z-]+", "([a-z-]+)"', code))
    assert len(codes) > 10
    for name in (*KINDS, *codes):
        assert f"`{name}`" in page, name
