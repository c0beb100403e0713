"""Draw the pictures of the web application in the docs from a real run: `.venv/bin/python tools/web_pictures.py`.

Each page in light and in dark, on the made-up municipality, and one on a telephone. Needs chromium: see tools/debian.sh.
"""

import io
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
PAGES = {
    "overview": ("analytiker", "/tal/?periode=2024"),
    "figure": ("analytiker", "/tal/BUF/placements/?periode=2024"),
    "targets": ("analytiker", "/maaltal/saet/2024-2025/"),
    "apportion": ("analytiker", "/maaltal/saet/2024-2025/fordeling/"),
    "files": ("analytiker", "/filer/"),
    "notes": ("analytiker", "/notater/"),
    "organisation": ("koordinator", "/register/"),
    "trail": ("administrator", "/sporing/"),
}
ON_A_PHONE = ("overview",)
DESK, PHONE = ViewportSize(width=1180, height=860), ViewportSize(width=390, height=844)
COLOURS = 96
MOST = 200_000


@contextmanager
def running() -> Iterator[str]:
    """The demo's address."""
    words = [sys.executable, "-u", "-m", "maaltal.web", "demo"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603
    try:
        said = process.stdout.readline() if process.stdout else ""
        yield re.search(r"http://\S+", said)[0].rstrip("/")  # type: ignore[index]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)


def logged_in(browser: Browser, address: str, username: str, *, dark: bool, phone: bool = False) -> Page:
    page = browser.new_page(
        viewport=PHONE if phone else DESK, color_scheme="dark" if dark else "light", locale="da-DK"
    )
    page.goto(f"{address}/login/")
    page.fill("input[name=login]", username)
    page.fill("input[name=password]", f"opdigtet-{username}")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda found: "/login/" not in found)
    return page


def draw(page: Page, address: str, name: str) -> None:
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise SystemExit(f"no page at {address}")
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    path = PICTURES / f"web-{name}.png"
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > MOST:
        raise SystemExit(f"{path} is too large")


def main() -> None:
    with running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for dark in (False, True):
            pages: dict[str, Page] = {}
            for name, (who, where) in PAGES.items():
                pages[who] = pages.get(who) or logged_in(browser, address, who, dark=dark)
                draw(pages[who], address + where, f"{name}{'-dark' if dark else ''}")
            for name in ON_A_PHONE:
                page = logged_in(browser, address, PAGES[name][0], dark=dark, phone=True)
                draw(page, address + PAGES[name][1], f"{name}-phone{'-dark' if dark else ''}")
        browser.close()


if __name__ == "__main__":
    main()
