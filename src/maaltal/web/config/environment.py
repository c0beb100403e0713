"""What the web application is told from outside: environment variables, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal, get_args

from maaltal.core.text import Text
from maaltal.terminal.language import OWN_VARIABLE
from maaltal.web.config.said import SaidError

type Mode = Literal["development", "demo", "production"]
MODES: tuple[Mode, ...] = get_args(Mode.__value__)
LOGS = ("json", "plain")
DEVELOPMENT_SECRET = "kun-til-udvikling-og-demo-aldrig-i-drift"  # noqa: S105 - it is meant to be known


@dataclass(frozen=True)
class Variable:
    """One environment variable: its name, the value it has when unset, and what it is for."""

    name: str
    default: str
    about: Text


VARIABLES = (
    Variable("MAALTAL_MODE", "development", Text(
        "development, demo eller production. Kun production afviser alt, der er usikkert.",
        "development, demo or production. Only production refuses everything that is unsafe.")),
    Variable("MAALTAL_SECRET_KEY", DEVELOPMENT_SECRET, Text(
        "Hemmelig tekst på mindst 50 tegn, som underskriver sessioner. Skal sættes i drift.",
        "Secret text of at least 50 characters that signs sessions. Must be set in production.")),
    Variable("MAALTAL_DATA", "maaltal-data", Text(
        "Mappe til registerets database, forløbslageret (store), udgaver og modtagne filer.",
        "Folder of the register's database, the spell store (store), editions and received files.")),
    Variable("DATABASE_URL", "", Text(
        "Registerets database, fx postgresql://bruger:kode@vært/navn. Tom: SQLite i MAALTAL_DATA.",
        "The register's database, such as postgresql://user:password@host/name. Empty: SQLite in MAALTAL_DATA.")),
    Variable("MAALTAL_MUNICIPALITY", "koebenhavn", Text(
        "Kommunen, hvis definitioner gælder.", "The municipality whose definitions hold.")),
    Variable("MAALTAL_HOSTS", "", Text(
        "Værtsnavne, som programmet svarer på, adskilt af komma. Skal sættes i drift.",
        "Host names that the program answers to, separated by commas. Must be set in production.")),
    Variable("MAALTAL_KEY_FILE", "", Text(
        "Fil med nøglen, som pseudonymiserer personer i modtagne filer.",
        "File with the key that pseudonymises persons in received files.")),
    Variable("MAALTAL_SMALL_COUNT", "5", Text(
        "Antal under denne grænse vises kun for dem, der har ret til det.",
        "Counts below this limit are shown only to those who have the right.")),
    Variable("MAALTAL_SESSION_HOURS", "10", Text(
        "Timer, før man skal logge ind igen.", "Hours until one must log in again.")),
    Variable("MAALTAL_IDLE_MINUTES", "60", Text(
        "Minutter uden at åbne en side, før man skal logge ind igen.",
        "Minutes without opening a page until one must log in again.")),
    Variable("MAALTAL_MFA_ROLES", "", Text(
        "Roller, som kræver login i to trin, adskilt af komma, fx administrator,analyst. Tom: frivilligt for alle.",
        "Roles that demand login in two steps, separated by commas, such as administrator,analyst. Empty: everybody chooses.")),
    Variable("MAALTAL_OIDC_SERVER", "", Text(
        "Adresse på login-tjenesten (OpenID Connect). Tom: ingen.", "Address of the login service (OpenID Connect). Empty: none.")),
    Variable("MAALTAL_OIDC_NAME", "Kommunens login", Text(
        "Det, som knappen til login-tjenesten hedder.", "What the button of the login service is called.")),
    Variable("MAALTAL_OIDC_CLIENT", "", Text("Programmets navn hos login-tjenesten.", "The program's name at the login service.")),
    Variable("MAALTAL_OIDC_SECRET", "", Text("Programmets hemmelighed hos login-tjenesten.", "The program's secret at the login service.")),
    Variable("MAALTAL_SAML_METADATA", "", Text(
        "Fil med login-tjenestens metadata (SAML, OIOSAML 3). Tom: ingen. Kræver udvidelsen saml.",
        "File with the login service's metadata (SAML, OIOSAML 3). Empty: none. Needs the extra saml.")),
    Variable("MAALTAL_SAML_NAME", "Kommunens login", Text(
        "Det, som knappen til den tjeneste hedder.", "What the button of that service is called.")),
    Variable("MAALTAL_SAML_ENTITY", "", Text(
        "Programmets navn hos tjenesten (entityID), fx https://maaltal.kommune.dk.",
        "The program's name at the service (entityID), such as https://maaltal.kommune.dk.")),
    Variable("MAALTAL_SAML_KEY", "", Text(
        "Fil med programmets private nøgle (PEM).", "File with the program's private key (PEM).")),
    Variable("MAALTAL_SAML_CERTIFICATE", "", Text(
        "Fil med certifikatet, der hører til nøglen (PEM).", "File with the certificate that belongs to the key (PEM).")),
    Variable("MAALTAL_SAML_USERNAME", "urn:oid:0.9.2342.19200300.100.1.1", Text(
        "Attributten, som er brugernavnet i Måltal.", "The attribute that is the user name in Måltal.")),
    Variable("MAALTAL_SAML_EMAIL", "https://data.gov.dk/model/core/eid/email", Text(
        "Attributten, som er e-mailadressen.", "The attribute that is the e-mail address.")),
    Variable("MAALTAL_SAML_ASSURANCE", "", Text(
        "Sikringsniveau (NSIS), som kræves: Low, Substantial eller High. Tom: intet krav.",
        "Level of assurance (NSIS) that is demanded: Low, Substantial or High. Empty: none.")),
    Variable(OWN_VARIABLE, "", Text(
        "Sproget, som maaltal og maaltal-web taler: da eller en. Tom: en, når LC_ALL eller LANG begynder med en, ellers da.",
        "The language that maaltal and maaltal-web speak: da or en. Empty: en where LC_ALL or LANG begin with en, else da.")),
    Variable("MAALTAL_LOG", "json", Text("json eller plain: logliniernes form.", "json or plain: the form of the log lines.")),
)  # fmt: skip
DEFAULTS = {variable.name: variable.default for variable in VARIABLES}


class WrongVariableError(SaidError):
    """A variable holds what it may not."""

    code: ClassVar[int] = 2


@dataclass(frozen=True)
class Environment:
    """The variables, read."""

    values: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "") or DEFAULTS[name]

    def number(self, name: str, least: int = 1, most: int = 1_000_000) -> int:
        """WrongVariableError unless it is a whole number from `least` to `most`."""
        found = self[name]
        if not (found.isascii() and found.isdecimal()) or not least <= int(found) <= most:
            raise WrongVariableError(
                f"{name} skal være et helt tal fra {least} til {most}, ikke '{found}'.",
                f"{name} must be a whole number from {least} to {most}, not '{found}'.",
            )
        return int(found)

    @property
    def log(self) -> str:
        if self["MAALTAL_LOG"] not in LOGS:
            raise WrongVariableError(
                f"MAALTAL_LOG skal være en af {', '.join(LOGS)}, ikke '{self['MAALTAL_LOG']}'.",
                f"MAALTAL_LOG must be one of {', '.join(LOGS)}, not '{self['MAALTAL_LOG']}'.",
            )
        return self["MAALTAL_LOG"]

    @property
    def mode(self) -> Mode:
        found = next((mode for mode in MODES if mode == self["MAALTAL_MODE"]), None)
        if found is None:
            raise WrongVariableError(
                f"MAALTAL_MODE skal være en af {', '.join(MODES)}, ikke '{self['MAALTAL_MODE']}'.",
                f"MAALTAL_MODE must be one of {', '.join(MODES)}, not '{self['MAALTAL_MODE']}'.",
            )
        return found

    @property
    def production(self) -> bool:
        return self.mode == "production"

    @property
    def data(self) -> Path:
        return Path(self["MAALTAL_DATA"]).absolute()

    @property
    def hosts(self) -> list[str]:
        return [host.strip() for host in self["MAALTAL_HOSTS"].split(",") if host.strip()]
