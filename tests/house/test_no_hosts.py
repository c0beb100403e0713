"""No committed file says where packages come from or where somebody's checkout lies."""

import re
import subprocess

import pytest

from tests.house import ROOT

# Put together here, so that this file does not name them itself.
REGISTRIES = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("debian", "org"),
    ]
]
FOLDERS = "home|Users|root|work|opt|tmp|mnt|srv"
ABSOLUTE = re.compile(rf"(?<![\w.$~}}>)\]/-])/(?:{FOLDERS})/[\w.-]+|\b[A-Z]:\\\w+\\")


def offences(text: str) -> list[str]:
    return [host for host in REGISTRIES if host in text] + ABSOLUTE.findall(text)


def committed_texts() -> dict[str, str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    found = {}
    for name in filter(None, listed):
        path = ROOT / name
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content:
            found[name] = content.decode("utf-8")
    return found


def test_no_committed_file_names_a_registry_or_an_absolute_path() -> None:
    texts = committed_texts()
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    assert "pyproject.toml" in texts
    assert {name: found for name, text in texts.items() if (found := offences(text))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "--index-url https://" + REGISTRIES[0] + "/simple",
        "see /" + "home/anna/maaltal",
        'path = "/' + 'tmp/x"',
        "C:" + r"\Users\anna",
    ],
)
def test_an_offence_is_seen(text: str) -> None:
    assert offences(text)


@pytest.mark.parametrize(
    "text",
    [
        "/".join(parts)
        for parts in (
            ("src", "work", "file.py"),
            (".", "tmp", "x"),
            ("$HOME", "opt", "x"),
            ("docs", "home", "x.md"),
        )
    ],
)
def test_a_path_within_the_project_is_none(text: str) -> None:
    assert not offences(text)
