"""Log lines are JSON and hold nothing about anybody."""

import json
import logging
import sys

from maaltal.web.config.logs import JsonLines


def test_an_error_is_told_by_kind_and_place_not_by_its_words() -> None:
    problem = ValueError("0101011234 findes ikke")
    try:
        raise problem
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed", None, sys.exc_info())
    line = JsonLines().format(record)
    assert "0101011234" not in line
    assert json.loads(line)["trace"][0] == "ValueError"
    assert "test_logs.py" in line
