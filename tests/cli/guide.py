"""A guide's examples, run: a block that begins with `$ maaltal ...` shows what the command prints, one that begins with the
name of a file what is in it.

python -m tests.cli.guide STORE writes the outputs anew, with a store that holds the made-up municipality of 2024.
"""

import os
import re
import shlex
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from maaltal.core.text import Language
from tests.cli.running import maaltal

DOCS = Path(__file__).parents[2] / "docs"
GUIDES: dict[Language, Path] = {"da": DOCS / "targets.md", "en": DOCS / "targets.en.md"}
BLOCK = re.compile(r"(?:^    .*\n|^\n(?=    ))+", re.MULTILINE)


def rewritten(text: str, language: Language, store: Path, folder: Path) -> str:
    """The text with the output of every command as it is now. Files are written to `folder`."""
    with chdir(folder):
        return BLOCK.sub(lambda found: _block(found[0], language, store), text)


def _block(block: str, language: Language, store: Path) -> str:
    lines = [line.removeprefix("    ") for line in block.strip("\n").split("\n")]
    if lines[0].endswith(".csv"):
        Path(lines[0]).write_text("\n".join(lines[1:]) + "\n", "utf-8")
        return block
    start = "\n" if block.startswith("\n") else ""
    if not lines[0].startswith("$ maaltal "):
        return block
    words = shlex.split(lines[0])[2:]
    result = maaltal(*words, MAALTAL_LANGUAGE=language, MAALTAL_STORE=str(store), COLUMNS="120")
    shown = (result.stdout + result.stderr).strip("\n").split("\n")
    return start + "".join(f"    {line}".rstrip() + "\n" for line in (lines[0], *shown))


if __name__ == "__main__":
    os.environ.pop("MAALTAL_MUNICIPALITY", None)
    for spoken, guide in GUIDES.items():
        with tempfile.TemporaryDirectory() as scratch:
            guide.write_text(
                rewritten(guide.read_text("utf-8"), spoken, Path(sys.argv[1]).resolve(), Path(scratch)),
                "utf-8",
            )
