from tests.web.expected import Expected, administrators


def as_csv() -> tuple[str]:
    return ("csv",)


EXPECTED = (
    Expected("trail:events", administrators),
    Expected("trail:looks", administrators),
    Expected("trail:export", administrators, arguments=as_csv),
)
