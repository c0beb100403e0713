"""What intake counts on DuckDB for."""

import json

import pyarrow as pa
import pytest

from maaltal.core.person_numbers import has_birth_date, passes_modulus_11
from maaltal.intake.database import database, make_table
from maaltal.intake.errors import IntakeError


def test_arriving_rows_stream_past_small_tables(tmp_path):
    """Were they gathered for a join, whole cells with person numbers could reach the disk, and memory would grow."""
    with database(tmp_path) as connection:
        make_table(connection, "words", {"a": "VARCHAR"}, [(str(n),) for n in range(5_000)])
        connection.register("arriving", pa.table({"a": ["1"]}))
        query = "EXPLAIN (FORMAT json) SELECT * FROM arriving LEFT JOIN words ON words.a = lower(arriving.a)"
        (plan,) = json.loads(connection.execute(query).fetchall()[0][1])
    while plan["name"].strip() != "HASH_JOIN":
        (plan,) = plan["children"]
    probed, built = map(json.dumps, plan["children"])
    assert "ARROW_SCAN" in probed
    assert "ARROW_SCAN" not in built


def test_errors_of_the_database_do_not_quote_cells(tmp_path):
    with pytest.raises(IntakeError) as refused, database(tmp_path) as connection:
        connection.execute("SELECT '6101901234x'::INTEGER")
    assert "6101901234" not in str(refused.value)


def test_a_file_that_takes_more_memory_than_there_is_says_so(tmp_path):
    too_large = (
        "SET memory_limit = '5MB'; SET max_temp_directory_size = '0KB'; "
        "CREATE TABLE large AS SELECT random() AS x FROM range(10_000_000)"
    )
    said = "Filen kræver mere end 1GB hukommelse"
    with pytest.raises(IntakeError, match=said), database(tmp_path) as connection:
        connection.execute(too_large)


@pytest.mark.parametrize(
    "number",
    ["6101901234", "0707614285", "0707614286", "2902001234", "3002001234", "9913901234", "6000011234"],
)
def test_sql_and_core_agree_on_numbers(tmp_path, number):
    from tests.intake.made import KEY, PLACEMENT, PLACEMENTS, received, write

    codes = received(write(tmp_path / "p.csv", PLACEMENTS, PLACEMENT | {"CPR-nummer": number})).codes
    assert ("cpr-date" in codes) is not has_birth_date(number)
    made_up = int(number[:2]) > 60
    assert ("modulus-11" in codes) is (
        has_birth_date(number) and not made_up and not passes_modulus_11(number)
    )
    assert KEY.pseudonym(number) != KEY.pseudonym("0000000000")
