"""The README's map shows the packages that there are."""

import re

from tests.house import PACKAGE, ROOT

ROW = re.compile(r"^\| `(?P<package>\w+)`(?P<planned> \(planlagt/planned\))? \| .+ \|$", re.MULTILINE)
ROWS = {
    row["package"]: row["planned"] is not None
    for row in ROW.finditer((ROOT / "README.md").read_text("utf-8"))
}
PACKAGES = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def test_every_package_stands_on_the_map() -> None:
    assert PACKAGES - ROWS.keys() == set()


def test_every_package_on_the_map_exists_unless_it_is_planned() -> None:
    assert {package for package, planned in ROWS.items() if not planned} == PACKAGES


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.glob("*/**/*.py")}
    assert folders == PACKAGES
