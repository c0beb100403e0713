"""Draw the README's picture of a terminal from a real run of the demo: `.venv/bin/python tools/picture.py`."""

import os
import re
import subprocess
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
WIDTH = 104
COMMAND = "$ maaltal status --year 2024"


CELL = 12.2
"""The width of a letter in rich's pictures."""


def indented(run: re.Match[str]) -> str:
    """Leading spaces as a place further right, because some viewers drop them."""
    spaces = run[5].count("&#160;") * CELL
    return f'x="{float(run[1]) + spaces:.1f}" {run[2]}textLength="{float(run[3]) - spaces:.1f}" clip-path="{run[4]}">'


def main() -> None:
    shown = subprocess.run(  # noqa: S603 - our own program
        [ROOT / ".venv/bin/maaltal", "demo"], env={**os.environ, "COLUMNS": str(WIDTH), "MAALTAL_LANGUAGE": "da"},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    tables = shown[shown.index("Tabel 1:") : shown.index("Tabel 4:")].rstrip()
    console = Console(record=True, width=WIDTH + 2, file=StringIO())
    console.print(Text(COMMAND, style="bold green"), "")
    for line in tables.splitlines():
        console.print(
            Text(line, style="bold" if line.startswith("Tabel") else ""),
            no_wrap=True,
            overflow="ignore",
            crop=False,
        )
    # No font from the network: whoever looks at the picture has a monospaced one.
    form = re.sub(r"@font-face\s*\{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    svg = console.export_svg(title="Måltal", theme=DIMMED_MONOKAI, code_format=form, unique_id="maaltal")
    svg = re.sub(
        r'x="([\d.]+)" (y="[\d.]+" )textLength="([\d.]+)" clip-path="([^"]+)">((?:&#160;)+)', indented, svg
    )
    (ROOT / "docs/pictures/status.svg").write_text(re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE), "utf-8")


if __name__ == "__main__":
    main()
