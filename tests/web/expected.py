"""What a route answers to a GET: for which role, over which unit. Each app says it in tests/web/<app>/routes.py: EXPECTED."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from django.urls import reverse

from maaltal.web.accounts.actor import Role

type Rule = Callable[[Role, str], bool]


@dataclass(frozen=True)
class Expected:
    """`allowed(role, unit)`: whether somebody with that role over that unit gets `code`; everybody else gets 403.

    `arguments` makes what the address needs (a row of the database, a unit's code).
    """

    route: str
    allowed: Rule
    code: int = 200
    arguments: Callable[[], tuple[object, ...]] = field(default=tuple)

    @property
    def name(self) -> str:
        return f"{self.route}{self.arguments.__name__ if self.arguments is not tuple else ''}"

    def address(self) -> str:
        return reverse(self.route, args=self.arguments())


def administrators(role: Role, _unit: str) -> bool:
    return role is Role.ADMINISTRATOR


def everybody(_role: Role, _unit: str) -> bool:
    return True


def all_expected() -> Iterator[Expected]:
    for file in sorted(Path(__file__).parent.glob("*/routes.py")):
        yield from import_module(f"tests.web.{file.parent.name}.routes").EXPECTED
