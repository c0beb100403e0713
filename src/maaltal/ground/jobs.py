"""Jobs as somebody describes them."""

from dataclasses import dataclass
from fractions import Fraction

from maaltal.core.economics.amounts import Amount
from maaltal.core.economics.assumptions import HALF, Assumptions


@dataclass(frozen=True)
class Job:
    """The jobs and whom they change the benefits of; see `Assumptions`. The wage is as stated, in whichever prices."""

    wage: Fraction
    pension: Fraction
    holiday: Fraction
    overhead: Fraction
    additional: Fraction
    residents: Fraction
    weeks_before: int
    activation: Fraction | None
    jobs: Fraction = Fraction(1)
    scheme: str = "new"
    subsidy: Fraction = HALF


def assumptions_of(job: Job, wage: Amount) -> Assumptions:
    """The assumptions at no hours yet, with the wage in the prices of the rates. MoneyError for what cannot be."""
    activation = None if job.activation is None else Amount(job.activation, wage.level)
    return Assumptions(
        job.jobs, Fraction(0), wage, job.pension, job.holiday, job.overhead, job.additional, job.residents, job.weeks_before,
        activation, "old" if job.scheme == "old" else "new", job.subsidy,
    )  # fmt: skip
