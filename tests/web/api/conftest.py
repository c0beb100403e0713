"""The store with spells that the pages of figures are tested with."""

from tests.web.figures.conftest import store_with_spells, with_spells  # noqa: F401
