"""`/health`: whether the program can answer, for a proxy or a monitor. It needs no login and tells nothing else."""

import os
import shutil
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from maaltal.store import StoreError
from maaltal.store.shelf import check

PATH = "/health"
ROOM = 500 * 2**20
"""Bytes that have to be free: a large extract is received, checked and stored in less."""


def health(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware, so that it answers for any host name, which is how a monitor asks."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.path != PATH:
            return get_response(request)
        parts = {"database": _database_answers(), "store": _store_is_one(), "disk": _disk_takes_more()}
        return JsonResponse(
            {"healthy": all(parts.values()), **parts}, status=200 if all(parts.values()) else 503
        )

    return answered


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _store_is_one() -> bool:
    """Whether it is a store that this version reads, or none yet. Whether all of it is as it was written takes longer to say."""
    try:
        check(settings.MAALTAL_DATA / "store")
    except (StoreError, OSError):
        return False
    return True


def _disk_takes_more() -> bool:
    data = settings.MAALTAL_DATA
    return data.is_dir() and os.access(data, os.W_OK) and shutil.disk_usage(data).free >= ROOM
