"""A password for somebody to begin with."""

import secrets

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without l, o, 0 and 1, which are read as one another: it is read aloud or copied from paper."""
GROUPS, LENGTH = 4, 5


def one_time_password() -> str:
    """Four groups of five, a hundred bits: such as k7mpx-…"""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
