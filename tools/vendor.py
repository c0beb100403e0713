"""Copies what the pages use of dkfds and htmx into the web application: python tools/vendor.py FOLDER

FOLDER holds the unpacked packages `dkfds` and `htmx.org` as `npm pack` gives them. Of dkfds, only the style sheet, the
icons that it names, one sprite of all icons, and the typeface as woff2 are taken. In the style sheet every colour becomes
a custom property named after its use (ink, fill or line), with the design system's own colour as the fallback: the design
system has no dark mode, and so one can be laid over it without repeating its rules.
"""

import re
import shutil
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/maaltal/web/ui/static/ui/vendor"
UNUSED_ICONS = re.compile(r"\.icon-[\w-]+:not\(a\)\{background-image:url\([^)]*\)\}")
OTHER_FONTS = re.compile(r"url\([^)]*\.(?:eot|ttf|woff)\)(?: ?format\([^)]*\))?,?")
DECLARATION = re.compile(r"(?<=[{;])([a-z-]+):([^;{}]*)(?=[;}])")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:white|black)\b")
NAMED = {"white": "#fff", "black": "#000"}
URL = re.compile(r"url\(\.\./([^)]+)\)")


def main(packages: Path) -> None:
    shutil.rmtree(TARGET, ignore_errors=True)
    dkfds(packages / "dkfds", TARGET / "dkfds")
    htmx(packages / "htmx.org", TARGET / "htmx")


def dkfds(package: Path, target: Path) -> None:
    css = (package / "dist/css/dkfds.min.css").read_text("utf-8")
    css = re.sub(r"url\([\"']?([^)\"']*)[\"']?\)", r"url(\1)", css)
    css = re.sub(r"/\*# sourceMappingURL.*?\*/", "", css)
    css = OTHER_FONTS.sub("", UNUSED_ICONS.sub("", css))
    css = css.replace(",;", ";").replace(",}", "}")
    css = DECLARATION.sub(with_properties, css)
    write(target / "css/dkfds.css", css)
    for name in sorted({*URL.findall(css), "img/all-svg-icons.svg"}):
        copy(package / "dist" / name, target / name)
    copy(package / "dist/LICENSE.md", target / "LICENSE.md")
    copy(package / "dist/fonts/IBMPlexSans/complete/woff2/license.txt", target / "fonts/LICENSE.txt")


def with_properties(found: re.Match[str]) -> str:
    name, value = found.groups()
    if "url(" in value:
        return found[0]
    return f"{name}:{COLOUR.sub(lambda colour: prop(use_of(name), colour[0]), value)}"


def use_of(name: str) -> str:
    if name.startswith("background"):
        return "fill"
    return "ink" if name in {"color", "fill", "text-decoration-color"} else "line"


def prop(use: str, colour: str) -> str:
    code = NAMED.get(colour, colour).lower()
    return f"var(--{use}-{code[1:]},{code})"


def htmx(package: Path, target: Path) -> None:
    copy(package / "dist/htmx.min.js", target / "htmx.min.js")
    copy(package / "LICENSE", target / "LICENSE.txt")


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
