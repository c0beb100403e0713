from functools import cache

import pytest

from maaltal.core.municipality import Municipality
from maaltal.definitions.load import load_municipality
from maaltal.sample.register import Register, register


@pytest.fixture(scope="session")
def copenhagen() -> Municipality:
    return load_municipality()


@cache
def made(year: int, people_factor: int = 1, seed: int = 1) -> Register:
    return register(load_municipality(), year, people_factor, seed)


@pytest.fixture(params=[2017, 2024])
def sample(request) -> Register:
    return made(request.param)
