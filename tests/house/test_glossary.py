"""Every domain term that a public class or function opens its docstring with stands in the glossary.

Such a docstring begins with the Danish term, the English one in parentheses, and a colon:
Helårspersoner (full-year persons): days in a scheme / days of the period.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import PACKAGE, ROOT

TERM = re.compile(r"([A-ZÆØÅ][\w/-]*(?: [\w/-]+){0,4}) \(([a-zæøå][^)]*)\):")
ROW = re.compile(r"^\| (?P<english>[^|]+) \| (?P<danish>[^|]+) \| [^|]+ \|$", re.MULTILINE)
type Term = tuple[str, str]


def glossary_terms(text: str) -> set[Term]:
    return {
        (danish.lower(), english)
        for row in ROW.finditer(text)
        for danish in row["danish"].split(", ")
        for english in row["english"].split(", ")
    }


def public_docstrings(tree: ast.Module) -> Iterator[str]:
    bodies: list[ast.Module | ast.ClassDef] = [
        tree,
        *(n for n in ast.walk(tree) if isinstance(n, ast.ClassDef)),
    ]
    for body in bodies:
        for node in body.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                yield ast.get_docstring(node) or ""


def opening_terms(source: str) -> list[Term]:
    openings = map(TERM.match, public_docstrings(ast.parse(source)))
    return [(found[1].lower(), found[2]) for found in openings if found]


GLOSSARY = glossary_terms((ROOT / "GLOSSARY.md").read_text("utf-8"))


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_opening_terms_stand_in_the_glossary(path: Path) -> None:
    missing = [term for term in opening_terms(path.read_text("utf-8")) if term not in GLOSSARY]
    rows = [f"| {english} | {danish.capitalize()} | ... |" for danish, english in missing]
    assert not rows, "GLOSSARY.md lacks:\n" + "\n".join(rows)


def test_terms_are_found() -> None:
    source = 'class Unit:\n    """Enhed (unit): a node."""\n\n    def _hidden(self):\n        """Gemt (hidden): no."""\n'
    assert opening_terms(source) == [("enhed", "unit")]
    assert opening_terms('def parse():\n    """The days (in order)."""') == []


def test_cells_hold_several_terms() -> None:
    assert glossary_terms("| mean, average | Snit, Gennemsnit | x |") == {
        ("snit", "mean"),
        ("snit", "average"),
        ("gennemsnit", "mean"),
        ("gennemsnit", "average"),
    }
