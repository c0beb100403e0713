"""The target set that a year's figures are set against."""

from datetime import date

from maaltal.core.municipality import Municipality
from maaltal.core.targets import TargetSet
from maaltal.ground.errors import GroundError, refuse


def target_set(
    municipality: Municipality, in_year: int, name: str | None, on: date | None = None
) -> TargetSet:
    """The set of that name, else the one in force `on` a day (None: on the year's last). GroundError says which there are."""
    sets = municipality.target_sets_for(in_year, on)
    found = municipality.target_set(name) if name else next(iter(sets), None)
    if found is None:
        raise no_targets(municipality, in_year, name)
    return found


def no_targets(municipality: Municipality, in_year: int | None, name: str | None) -> GroundError:
    """The refusal that says which sets there are, or which years have one."""
    if name:
        return refuse(
            "no-data", "Der er intet måltalssæt '{name}'; der er {known}.", "There is no target set '{name}'; there are {known}.",
            name=name, known=", ".join(targets.name for targets in municipality.target_sets),
        )  # fmt: skip
    years = sorted({str(known) for targets in municipality.target_sets for known in targets.years})
    return refuse(
        "no-data", "Der er ingen måltal for {year}; der er måltal for {known}.",
        "There are no targets for {year}; there are targets for {known}.", year=str(in_year), known=", ".join(years),
    )  # fmt: skip
