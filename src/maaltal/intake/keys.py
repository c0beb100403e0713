"""The key that turns CPR numbers into pseudonyms, and the same calculation in Python and in SQL."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from maaltal.core.file_errors import reason
from maaltal.core.person_numbers import DEMO_KEY
from maaltal.intake.errors import refuse

SHORTEST_KEY = 16
PSEUDONYM_LENGTH = 32
PSEUDONYM = "pseudonym:"
"""Stands before a pseudonym where a file has it in the place of a CPR number."""
_BLOCK = 64
_INNER, _OUTER = 0x36, 0x5C


@dataclass(frozen=True)
class Key:
    """Nøgle (key): the secret of a municipality's pseudonyms. It is never printed; its fingerprint may be."""

    secret: bytes = field(repr=False)

    @property
    def is_demo(self) -> bool:
        return self.secret == DEMO_KEY

    @property
    def fingerprint(self) -> str:
        """Nøglens fingeraftryk (key fingerprint): 16 hex digits that tell two keys apart and reveal neither."""
        return self._digest(b"maaltal fingerprint")[:16]

    def pseudonym(self, digits: str) -> str:
        """Pseudonym (pseudonym) of ten digits: 32 hex digits, the same for the same person under the same key."""
        return self._digest(digits.encode())[:PSEUDONYM_LENGTH]

    def pseudonym_sql(self, digits: str) -> str:
        """`pseudonym` of the SQL expression `digits`: HMAC-SHA-256 written out, as DuckDB has the hash alone."""
        inner = f"unhex(sha256({self._pad(_INNER)} || encode({digits})))"
        return f"left(sha256({self._pad(_OUTER)} || {inner}), {PSEUDONYM_LENGTH})"

    def _digest(self, words: bytes) -> str:
        return hmac.new(self.secret, words, hashlib.sha256).hexdigest()

    def _pad(self, mixed_with: int) -> str:
        short = self.secret if len(self.secret) <= _BLOCK else hashlib.sha256(self.secret).digest()
        padded = bytes(byte ^ mixed_with for byte in short.ljust(_BLOCK, b"\0"))
        return f"unhex('{padded.hex()}')"


def read_key(key_file: Path | None, environment: Mapping[str, str]) -> Key | None:
    """From the file named, else MAALTAL_KEY_FILE, else MAALTAL_KEY; None without one. IntakeError for a short one."""
    named = key_file or (
        Path(environment["MAALTAL_KEY_FILE"]) if environment.get("MAALTAL_KEY_FILE") else None
    )
    secret = _contents(named) if named else environment.get("MAALTAL_KEY", "").encode()
    if not named and not secret:
        return None
    if len(secret) < SHORTEST_KEY:
        raise refuse(
            "Nøglen er på {length} byte; den skal være på mindst {shortest}.",
            "The key has {length} bytes; it needs at least {shortest}.",
            length=len(secret), shortest=SHORTEST_KEY,
        )  # fmt: skip
    return Key(secret)


def required(key: Key | None) -> Key:
    """The key, which whatever is about persons needs."""
    if key is None:
        raise refuse(
            "Der er ingen nøgle til at pseudonymisere CPR-numre med. Angiv --key-file, eller sæt MAALTAL_KEY_FILE eller MAALTAL_KEY.",
            "There is no key to pseudonymise CPR numbers with. Give --key-file, or set MAALTAL_KEY_FILE or MAALTAL_KEY.",
        )
    return key


def _contents(path: Path) -> bytes:
    try:
        return path.read_bytes().rstrip(b"\r\n")
    except OSError as problem:
        raise refuse(
            "Nøglefilen {file} kan ikke læses: {problem}. En ny laves med: openssl rand -hex 32 > {file}",
            "The key file {file} cannot be read: {problem}. A new one is made by: openssl rand -hex 32 > {file}",
            file=path, problem=reason(problem),
        ) from None  # fmt: skip
