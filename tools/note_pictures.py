"""Draw the pictures of the yearly status in the docs from a real run: `.venv/bin/python tools/note_pictures.py`.

Needs chromium, LibreOffice and poppler: see tools/debian.sh. Word's own typeface is not free, so the Word file is drawn with
IBM Plex Sans.
"""

import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
PROGRAM = ROOT / ".venv" / "bin" / "maaltal"
FONTS = ROOT / "src" / "maaltal" / "documents" / "fonts"
NAME = "aarsstatus-2024"
COLOURS = 48
FONTCONFIG = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include><dir>{FONTS}</dir><match target="pattern"><test name="family"><string>Calibri</string></test>
<edit name="family" mode="assign" binding="strong"><string>IBM Plex Sans</string></edit></match></fontconfig>"""


def run(*command: object, **settings: str) -> None:
    environment = {**os.environ, "MAALTAL_LANGUAGE": "da", **settings}
    subprocess.run([str(word) for word in command], check=True, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603


def pages(pdf: Path, first: int, last: int) -> list[Image.Image]:
    run("pdftoppm", "-r", 70, "-f", first, "-l", last, "-png", pdf, pdf.with_suffix(""))
    return [Image.open(found) for found in sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))]


def beside(pictures: list[Image.Image], name: str) -> None:
    """Side by side with a frame of grey, in few colours."""
    height = max(picture.height for picture in pictures)
    sheet = Image.new("RGB", (sum(p.width + 8 for p in pictures) + 8, height + 16), "#9aa1ab")
    at = 8
    for picture in pictures:
        sheet.paste(picture.convert("RGB"), (at, 8))
        at += picture.width + 8
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / name, optimize=True)


def word(folder: Path) -> list[Image.Image]:
    config = folder / "fonts.conf"
    config.write_text(FONTCONFIG, "utf-8")
    target = folder / "word"
    run("soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf",
        "--outdir", target, folder / f"{NAME}.docx", FONTCONFIG_FILE=str(config))  # fmt: skip
    return pages(target / f"{NAME}.pdf", 1, 3)


def web(folder: Path) -> list[Image.Image]:
    """On a desk, and on a phone in the dark."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        desk = browser.new_page(viewport={"width": 1000, "height": 844})
        phone = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
        for name, page, to in (("desk", desk, "table >> nth=1"), ("phone", phone, "figure >> nth=1")):
            page.goto((folder / f"{NAME}.html").as_uri())
            page.locator(to).evaluate("found => found.scrollIntoView()")
            page.screenshot(path=folder / f"{name}.png")
        browser.close()
    return [Image.open(folder / "desk.png"), Image.open(folder / "phone.png")]


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        run(PROGRAM, "demo", "--keep", folder / "demo")
        run(PROGRAM, "report", "annual", "--year", 2024, "--store", folder / "demo" / "lager", "--out", folder,
            "--date", "2025-02-25", "--fact", "Sagsnummer=2025-2413")  # fmt: skip
        beside(pages(folder / f"{NAME}.pdf", 1, 3), "note-pdf.png")
        beside(word(folder), "note-word.png")
        beside(web(folder), "note-web.png")


if __name__ == "__main__":
    main()
