"""Log lines as JSON, without personal data: a page is named by its route, a person by a number."""

import json
import logging
import re
import time
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any, override

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from maaltal.core.person_numbers import mask

REQUESTS = logging.getLogger("maaltal.requests")
SENT = re.compile(r"['\":(]| from ip=")
"""Where such a sentence goes over to what was sent."""
EXTRAS = ("method", "route", "state_code", "milliseconds", "user", "system")


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": words(record),
            "process": record.process,
            **{name: getattr(record, name) for name in EXTRAS if hasattr(record, name)},
        }
        if record.exc_info:
            line["trace"] = places(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class PlainLines(logging.Formatter):
    """For a terminal; no more personal than the other."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        trace = places(record.exc_info) if record.exc_info else []
        return "\n    ".join([f"{record.levelname} {record.name} {words(record)}", *trace])


def words(record: logging.LogRecord) -> str:
    """The line's sentence. Of others' complaints (Django's, gunicorn's) only what they always say: the rest is addresses and
    requests as somebody sent them."""
    ours = record.name.startswith("maaltal")
    if ours or record.levelno < logging.WARNING:
        return mask(record.getMessage())
    said = mask(SENT.split(str(record.msg))[0].strip())
    return said if said.strip("%s ") else "failed"


def places(
    error: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
) -> list[str]:
    """What kind of error, and where. Not its words: they may hold what somebody typed or what a row says."""
    kind, _, trace = error
    frames = traceback.extract_tb(trace)
    return [
        kind.__name__ if kind else "",
        *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
    ]


def log_requests(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def answered(request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = get_response(request)
        found = request.resolver_match
        REQUESTS.info(
            "request",
            extra={
                "method": request.method,
                "route": found.route if found else "",
                "state_code": response.status_code,
                "milliseconds": round((time.perf_counter() - begun) * 1000, 1),
                "user": number_of(request),
                "system": getattr(request, "system", None),
            },
        )
        return response

    return answered


def number_of(request: HttpRequest) -> int | None:
    """The person's; None for nobody, and when the database that would know is what failed."""
    try:
        return getattr(getattr(request, "user", None), "pk", None)
    except DatabaseError:
        return None


def logging_settings(form: str) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "maaltal.web.config.logs.JsonLines"},
            "plain": {"()": "maaltal.web.config.logs.PlainLines"},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": form}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        # Django's own line of a refused request holds its address, and that may hold a search for a person.
        "loggers": {
            "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
            "django.request": {"level": "ERROR"},
            "xmlschema": {"level": "WARNING"},
            "saml2": {"level": "ERROR"},  # below that it tells what the login service says of people
            "gunicorn.error": {"handlers": ["stderr"], "propagate": False},
            "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
        },
    }
