"""Production refuses everything that is unsafe, and says what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from maaltal.core.person_numbers import DEMO_KEY
from maaltal.web.config import login, readiness
from maaltal.web.config.environment import Environment, WrongVariableError
from maaltal.web.config.readiness import missing
from tests.web.accounts.saml_service import SamlService, write_pair

SAFE = {"MAALTAL_MODE": "production", "MAALTAL_SECRET_KEY": "made-up" * 9, "MAALTAL_HOSTS": "maaltal.example"}
ASKS = """
from django.conf import settings as s
import maaltal.web.config.settings as m
print(m.SECURE_SSL_REDIRECT, m.SESSION_COOKIE_SECURE, m.CSRF_COOKIE_SECURE, m.DEBUG, m.SECURE_HSTS_SECONDS > 0, m.ALLOWED_HOSTS)
"""


@pytest.fixture
def safe(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "key").write_text("0" * 64)
    return SAFE | {"MAALTAL_DATA": str(tmp_path), "MAALTAL_KEY_FILE": str(tmp_path / "key")}


def run(words: list[str], values: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAALTAL", "DJANGO"))}
    return subprocess.run(
        [sys.executable, *words], env=kept | values, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("words", [["backup", "kopi"], ["administrator", "ada"]], ids=lambda words: words[0])
def test_a_database_that_is_not_there_is_said_in_a_sentence(words: list[str], tmp_path: Path) -> None:
    values = {"MAALTAL_DATA": str(tmp_path / "gone"), "DATABASE_URL": "", "MAALTAL_MODE": "demo"}
    answer = run(["-m", "maaltal.web", words[0], str(tmp_path / words[1])], values)
    assert answer.returncode == 1
    assert "maaltal-web migrate" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("unsafe", "said"),
    [
        ({"MAALTAL_MODE": "demo"}, "MAALTAL_MODE=production"),
        ({"MAALTAL_SECRET_KEY": ""}, "MAALTAL_SECRET_KEY"),
        ({"MAALTAL_SECRET_KEY": "short"}, "MAALTAL_SECRET_KEY"),
        ({"MAALTAL_HOSTS": "*"}, "MAALTAL_HOSTS"),
        ({"MAALTAL_KEY_FILE": "/nowhere"}, "MAALTAL_KEY_FILE"),
        ({"MAALTAL_DATA": "/nowhere"}, "MAALTAL_DATA"),
        ({"MAALTAL_OIDC_SERVER": "http://login.example"}, "https://"),
        ({"MAALTAL_OIDC_CLIENT": "maaltal"}, "MAALTAL_OIDC_SERVER"),
        ({"MAALTAL_SECRET_KEY": "a" * 60}, "MAALTAL_SECRET_KEY"),
        ({"MAALTAL_HOSTS": "https://maaltal.example"}, "MAALTAL_HOSTS"),
        ({"MAALTAL_HOSTS": "maaltal.example:443"}, "MAALTAL_HOSTS"),
        ({"MAALTAL_MUNICIPALITY": "nowhere"}, "'nowhere'"),
        ({"MAALTAL_SMALLCOUNT": "7"}, "MAALTAL_SMALL_COUNT"),
    ],
)
def test_what_is_unsafe_is_said(safe: dict[str, str], unsafe: dict[str, str], said: str) -> None:
    assert missing(safe) == []
    assert any(said in text.da and said in text.en for text in missing(safe | unsafe))


@pytest.mark.django_db
@pytest.mark.parametrize(("holds", "said"), [("short", "16"), (DEMO_KEY.decode(), "openssl")])
def test_a_key_that_must_not_be_used_is_said(safe: dict[str, str], holds: str, said: str) -> None:
    Path(safe["MAALTAL_KEY_FILE"]).write_text(holds)
    assert said_of(safe, said)


@pytest.mark.django_db
def test_a_file_in_the_place_of_the_data_folder_is_said(safe: dict[str, str]) -> None:
    assert said_of(safe | {"MAALTAL_DATA": safe["MAALTAL_KEY_FILE"]}, "MAALTAL_DATA")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MAALTAL_LOG", "xml"),
        ("MAALTAL_MODE", "prod"),
        ("MAALTAL_SESSION_HOURS", "0"),
        ("MAALTAL_IDLE_MINUTES", "99999999"),
        ("DATABASE_URL", "mysql://host/name"),
        ("DATABASE_URL", "/var/lib/register.sqlite3"),
        ("DATABASE_URL", "postgresql://user:sec/ret@host/name"),
        ("DATABASE_URL", "postgresql://user:secret@host/"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_without_what_is_secret(
    safe: dict[str, str], name: str, value: str
) -> None:
    done = run(["-m", "maaltal.web", "check"], safe | {name: value})
    assert done.returncode == 2
    assert done.stderr.startswith(f"Fejl: {name} skal ")
    assert done.stderr.count("\n") == 1
    assert "ret@" not in done.stderr


def test_check_and_serve_refuse_in_sentences(safe: dict[str, str]) -> None:
    for verb in ("check", "serve"):
        done = run(["-m", "maaltal.web", verb], safe | {"MAALTAL_SECRET_KEY": ""})
        assert done.returncode == 1
        assert "MAALTAL_SECRET_KEY" in done.stderr
        assert "maaltal-web migrate" in done.stderr
    assert not (
        Path(safe["MAALTAL_DATA"]) / "register.sqlite3"
    ).exists()  # a backup could not be restored there any more


def test_production_settings_are_safe(safe: dict[str, str]) -> None:
    assert run(["-c", ASKS], safe | {"DJANGO_SETTINGS_MODULE": "maaltal.web.config.settings"}).stdout.split(" ", 5) == [
        "True", "True", "True", "False", "True", "['maaltal.example']\n",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Fejl: MAALTAL_SMALL_COUNT skal være et helt tal fra 0 til 1000000, ikke '5²'.\n"),
        ("en", "Error: MAALTAL_SMALL_COUNT must be a whole number from 0 to 1000000, not '5²'.\n"),
    ],
)
def test_a_wrong_variable_is_one_sentence(safe: dict[str, str], language: str, said: str) -> None:
    done = run(
        ["-m", "maaltal.web", "check"], safe | {"MAALTAL_SMALL_COUNT": "5²", "MAALTAL_LANGUAGE": language}
    )
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.django_db
def test_what_saml_lacks_is_said(
    safe: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = SamlService("https://login.example", tmp_path)
    key, certificate = write_pair(tmp_path, "maaltal")
    given = safe | {
        "MAALTAL_SAML_METADATA": service.metadata(), "MAALTAL_SAML_ENTITY": "https://maaltal.example",
        "MAALTAL_SAML_KEY": key, "MAALTAL_SAML_CERTIFICATE": certificate,
    }  # fmt: skip
    assert missing(given) == []
    assert said_of(given | {"MAALTAL_SAML_ENTITY": ""}, "MAALTAL_SAML_ENTITY")
    assert said_of(given | {"MAALTAL_SAML_KEY": "/nowhere"}, "MAALTAL_SAML_KEY")
    assert said_of(given | {"MAALTAL_SAML_METADATA": certificate}, "MAALTAL_SAML_METADATA")
    assert said_of(given | {"MAALTAL_SAML_KEY": certificate}, "MAALTAL_SAML_METADATA")
    monkeypatch.setattr(readiness, "MEMORY", tmp_path)
    assert said_of(given, str(tmp_path))
    monkeypatch.undo()
    monkeypatch.setenv("PATH", "/nowhere")
    assert said_of(given, "xmlsec1")


def said_of(values: dict[str, str], word: str) -> bool:
    found = missing(values)
    return len(found) == 1 and word in found[0].da and word in found[0].en


def test_saml_without_its_extra_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(login, "SAML_IS_INSTALLED", False)
    with pytest.raises(WrongVariableError, match=r"maaltal\[web,saml\]"):
        login.saml(Environment({"MAALTAL_SAML_METADATA": "service.xml"}))
    assert login.saml(Environment({})) == {}
