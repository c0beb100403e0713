"""Log lines as JSON, without personal data: a page is named by its route, a person by a number."""

import json
import logging
import time
from collections.abc import Callable
from typing import Any, override

from django.http import HttpRequest, HttpResponse

REQUESTS = logging.getLogger("maaltal.requests")
EXTRAS = ("method", "route", "state_code", "milliseconds", "user")


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **{name: getattr(record, name) for name in EXTRAS if hasattr(record, name)},
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def log_requests(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def answered(request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = get_response(request)
        found = request.resolver_match
        user = getattr(request, "user", None)
        REQUESTS.info(
            "request",
            extra={
                "method": request.method,
                "route": found.route if found else "",
                "state_code": response.status_code,
                "milliseconds": round((time.perf_counter() - begun) * 1000, 1),
                "user": getattr(user, "pk", None),
            },
        )
        return response

    return answered


def logging_settings(form: str) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "maaltal.web.config.logs.JsonLines"},
            "plain": {"format": "%(levelname)s %(name)s %(message)s"},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": form}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        # Django's own line of a refused request holds its address, and that may hold a search for a person.
        "loggers": {
            "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
            "django.request": {"level": "ERROR"},
        },
    }
