"""How gunicorn is started."""

import socket
import sys
from pathlib import Path

from maaltal.web.config.said import SaidError


def gunicorn_words(host: str, port: int, workers: int, *, quiet: bool = False) -> list[str]:
    return [
        sys.executable, "-m", "gunicorn", "maaltal.web.config.wsgi:application",
        "--config", "python:maaltal.web.config.gunicorn_settings",
        "--bind", f"{host}:{port}", "--workers", str(workers), "--worker-class", "gthread", "--threads", "4",
        "--worker-tmp-dir", worker_folder(), "--timeout", "120", "--graceful-timeout", "20", "--no-control-socket",
        "--log-level", "warning" if quiet else "info",
    ]  # fmt: skip


def worker_folder() -> str:
    """Where workers show that they live: in memory where there is such a place, so that a slow disk looks like no dead worker."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else "."  # noqa: S108 - gunicorn makes files of its own there


def refuse_taken(host: str, port: int) -> None:
    """SaidError unless one can listen there."""
    try:
        kind, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(kind) as asked:
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            asked.bind(place)
    except OSError as problem:
        raise SaidError(
            f"Der kan ikke lyttes på {host}, port {port}: den er optaget, eller adressen er ikke maskinens. Vælg en anden med --host og --port.",
            f"One cannot listen at {host}, port {port}: it is taken, or the address is not the machine's. Choose another by --host and --port.",
        ) from problem  # fmt: skip


def free_port(host: str) -> int:
    with socket.socket() as asked:
        asked.bind((host, 0))
        port: int = asked.getsockname()[1]
        return port
