"""Files of the organisation: small enough to be read row by row in Python."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from maaltal.core.findings import Finding
from maaltal.core.person_numbers import mask
from maaltal.intake.job import Job
from maaltal.intake.layouts import FIELDS, plain
from maaltal.intake.received import FINDINGS, REJECTED
from maaltal.intake.rejected import reasons, received_names, write_rows
from maaltal.intake.results import Counts
from maaltal.intake.rules import RULES
from maaltal.intake.sheets import Sheet
from maaltal.intake.tree import check_tree, sound
from maaltal.intake.unit_rows import UnitRow, read_row
from maaltal.store.units import write_units
from maaltal.store.view import UNITS

_FINDINGS = pa.schema(
    [("sheet", pa.string()), ("row", pa.int64()), ("rule", pa.string()), ("column", pa.string()),
     ("value", pa.string()), ("other", pa.string())]
)  # fmt: skip


def receive_organisation(
    job: Job, sheets: Sequence[Sheet], skipped: Sequence[str], folder: Path, batch_id: str
) -> Counts:
    """Write the units, the findings and the rejected rows into `folder`."""
    rows = [row for sheet in sheets for row in _rows(job, sheet)]
    check_tree(job, rows)
    units = [unit for _, unit in sound(rows)]
    findings = [finding for row in rows for finding in row.findings]
    findings += [Finding(RULES["sheet-skipped"], job.file, sheet=name, value=name) for name in skipped]
    write_units(folder / UNITS, units)
    _write_findings(folder / FINDINGS, findings)
    rejected = write_rows(folder / REJECTED, received_names(job), _rejected(rows, batch_id))
    return Counts(len(rows), len(units), {}, rejected, Counter(finding.rule.code for finding in findings))


def _rows(job: Job, sheet: Sheet) -> Iterator[UnitRow]:
    columns = {plain(name): n for n, name in reversed(list(enumerate(sheet.header)))}
    places = [columns.get(plain(name)) for name in job.header]
    for batch in sheet.batches:
        for record in batch.to_pylist():
            received = tuple("" if at is None else record[f"c{at}"] for at in places)
            if "".join(received).strip() or record["surplus"]:
                yield _row(job, sheet, record, received)


def _row(job: Job, sheet: Sheet, record: dict[str, str | int], received: tuple[str, ...]) -> UnitRow:
    cells = {name: _cell(job, name, received) for name in FIELDS["organisation"]}
    row = UnitRow(int(record["row"]), sheet.name, received, cells, surplus=str(record["surplus"]))
    if record["cells"] != len(sheet.header):
        row.tell(job, "wrong-cells", None, str(record["cells"]), str(len(sheet.header)))
    else:
        read_row(job, row)
    return row


def _cell(job: Job, name: str, received: Sequence[str]) -> str:
    if name in job.places:
        return received[job.places[name]].strip()
    return job.layout.fixed.get(name, "")


def _rejected(rows: Sequence[UnitRow], batch_id: str) -> Iterator[tuple[str, ...]]:
    for row in rows:
        if row.is_rejected:
            label = f"{row.sheet}!{row.row}" if row.sheet else str(row.row)
            errors = [finding for finding in row.findings if finding.rule.severity == "error"]
            yield batch_id, label, *map(mask, row.received), reasons(errors, mask(row.surplus))


def _write_findings(path: Path, findings: Sequence[Finding]) -> None:
    rows = [
        {
            "sheet": f.sheet,
            "row": f.row,
            "rule": f.rule.code,
            "column": f.column,
            "value": f.value,
            "other": f.other,
        }
        for f in findings
    ]
    parquet.write_table(pa.Table.from_pylist(rows, _FINDINGS), path)
