"""`/health`: whether the program can answer, for a proxy or a monitor. It needs no login and tells nothing else."""

from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

PATH = "/health"


def health(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A middleware, so that it answers for any host name, which is how a monitor asks."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.path != PATH:
            return get_response(request)
        parts = {"database": _database_answers(), "data": settings.MAALTAL_DATA.is_dir()}
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
