"""What the tests of targets make."""

from maaltal.core.text import same
from maaltal.web.targets.actions.sets import About


def about(label: str) -> About:
    return About(same(label))
