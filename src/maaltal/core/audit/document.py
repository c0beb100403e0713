"""A note as read: everything in it that the audit can judge."""

from dataclasses import dataclass, field

from maaltal.core.audit.figures import Benchmark, Numbers, PlainTable, Series, StatusTable, TargetModels
from maaltal.core.audit.said import Claim, Mention, Quote


@dataclass(frozen=True)
class Document:
    """Notat (note): everything that was recognised in one file."""

    name: str
    statuses: tuple[StatusTable, ...] = ()
    mentions: tuple[Mention, ...] = ()
    target_models: tuple[TargetModels, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    series: tuple[Series, ...] = ()
    plain: tuple[PlainTable, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    numbers: Numbers = field(default_factory=Numbers)

    @property
    def tables(self) -> int:
        """How many tables were recognised."""
        kinds = (self.statuses, self.target_models, self.benchmarks, self.series, self.plain)
        return sum(len(kind) for kind in kinds)

    @property
    def figures(self) -> int:
        """How many figures of tables were read."""
        plain = (t if isinstance(t, PlainTable) else t.table
                 for kind in (self.target_models, self.benchmarks, self.series, self.plain) for t in kind)  # fmt: skip
        return sum(len(table.figures) for table in plain) + sum(table.size for table in self.statuses)
