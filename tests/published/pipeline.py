"""The whole way from the sample's files to the yearly status: intake, store, engine, core."""

from datetime import UTC, datetime
from pathlib import Path

from maaltal.core.organisation import join
from maaltal.core.periods import parse_period
from maaltal.core.person_numbers import DEMO_KEY
from maaltal.core.status import Frame, Status, status
from maaltal.definitions.load import load_municipality
from maaltal.engine import figures
from maaltal.engine.calendar import single
from maaltal.intake.keys import Key
from maaltal.intake.load import Delivery, load
from maaltal.sample import write
from maaltal.store.store import Store

NOW = datetime(2025, 1, 15, 12, 0, tzinfo=UTC)
TARGET_SETS = {"2024": "2024-2025", "2023": "2023", "2017-01..2017-10": "2017-som-trykt"}
"""By period; that of 2017 holds the administrations' fleksjob targets as its note prints them."""


def stored(folder: Path) -> Store:
    """Both samples, received file by file into one store."""
    municipality, key = load_municipality(), Key(DEMO_KEY)
    store = Store(folder / "store")
    for year in (2017, 2024):
        for file in write(folder / str(year), year).files:
            load(Delivery(store, file.path, municipality, key), NOW)
    return store


def statuses(store: Store) -> dict[tuple[str, str], Status]:
    """The status of the municipality and every administration, by period and unit."""
    municipality, view = load_municipality(), store.view()
    organisation = join(municipality.units, view.units)
    found: dict[tuple[str, str], Status] = {}
    for code, name in TARGET_SETS.items():
        period = parse_period(code)
        targets = municipality.target_set(name)
        assert targets is not None
        frame = Frame(
            period, municipality.schemes, municipality.groups_in(period), municipality.method_in(period.start.year),
            targets, municipality.code,
        )  # fmt: skip
        counted = figures(view.parts, organisation, municipality.selections, single(period))
        found |= {(code, unit.code): status(unit, frame, counted.value) for unit in municipality.units}
    return found
