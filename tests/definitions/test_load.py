"""A municipality's own definitions, and what is wrong in them."""

from pathlib import Path

import pytest

from maaltal.core.fulfilment import METHODS
from maaltal.core.targets import STATES
from maaltal.definitions import DefinitionError, load_municipality
from maaltal.definitions.load import municipality_text
from maaltal.definitions.pool import load_pool_rule

DOCS = Path(__file__).parents[2] / "docs"
SHIPPED = municipality_text("koebenhavn")
GROUP = "{file}, [[group]] 1: "
SET = "{file}, [[target_set]] 3"


def own(folder: Path, old: str, new: str) -> str:
    """The shipped definitions with one thing written otherwise."""
    assert old in SHIPPED
    file = folder / "egen.toml"
    file.write_text(SHIPPED.replace(old, new, 1), "utf-8")
    return str(file)


def test_ones_own_file_reads_as_the_shipped_one(tmp_path: Path) -> None:
    file = own(tmp_path, "KK", "KK")
    assert load_municipality(file) == load_municipality()
    assert load_pool_rule(file, 2016) == load_pool_rule("koebenhavn", 2016)


@pytest.mark.parametrize("guide", ["municipality.md", "municipality.en.md"])
def test_the_guides_example_can_be_used(tmp_path: Path, guide: str) -> None:
    lines = (DOCS / guide).read_text("utf-8").splitlines()
    file = tmp_path / "kommune.toml"
    file.write_text("\n".join(line[4:] for line in lines if line.startswith("    ")), "utf-8")
    made = load_municipality(str(file))
    assert made.target_sets[0].targets == {
        ("OK", "placements"): 100, ("BEF", "placements"): 40, ("SKO", "placements"): 60, ("OK", "fleksjob"): 80,
    }  # fmt: skip
    named = "\n".join(line for line in lines if line.startswith("| `"))
    for known in (made.schemes, METHODS, STATES):
        assert [code for code in known if f"`{code}`" not in named] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("valid_from = 2016", "valid_from = '2016-01-01' #", GROUP + "valid_from = 2016-01-01 skal være en dato som 2016-01-01, uden anførselstegn."),
        ("valid_from = 2016-01-01", "valid_from = 2016-01-01T00:00:00", GROUP + "valid_from = 2016-01-01 00:00:00 skal være en dato"),
        ("valid_to = 2016-12-31", "valid_to = 2015-12-31", GROUP + "valid_to = 2015-12-31 skal være valid_from eller senere."),
        ("valid_to = 2016-12-31", "valid_too = 2016-12-31", GROUP + "'valid_too' kendes ikke; her kan stå code, label, "),
        ('source = "Status januar-oktober 2017, tabel 2"', "", "{file}, [[group]] 1 mangler source."),
        ('measure = "full-year-persons"', 'measure = "aarsvaerk"', GROUP + "measure = aarsvaerk skal være en af full-year-persons, "),
        ('["loentilskud", "virksomhedspraktik"]', '["loentilskud", "praktik"]', GROUP + "schemes = praktik skal være en af loentilskud, "),
        ('["loentilskud", "virksomhedspraktik"]', "[]", GROUP + "schemes = [] skal være en liste."),
        ('code = "KK"', "code = 7", "{file}, [municipality]: code = 7 skal være en tekst."),
        ("[administrations]", "[forvaltninger]", "{file} mangler administrations."),
        ('code = "mean-of-groups"', 'code = "median"', "{file}, [[method]] 1: code = median skal være en af mean-of-groups, "),
        ("first_year = 2016", "first_year = 2016.5", "{file}, [[method]] 1: first_year = 4033/2 skal være et helt tal."),
        ("years = [2017]", "years = 2017", SET + ": years = 2017 skal være en liste af hele tal."),
        ('[2017]\nstate = "adopted"', '[2017]\nstate = "vedtaget"', SET + ": state = vedtaget skal være en af proposed, recommended, adopted, amended."),
        ("day = 2017-02-02", "dag = 2017-02-02", SET + ", [decision]: 'dag' kendes ikke"),
        ("KK = 1520", "KK = '1520'", SET + ", [targets], [placements]: KK = 1520 skal være et tal."),
        ("KK = 1520", "KK = -1520", SET + ", [targets], [placements]: KK = -1520 skal være 0 eller mere."),
        ("target_set.targets.nytteindsats", "target_set.targets.nytte",
         "{file}, [[target_set]] 2, [targets]: nytte = {{...}} skal være en af grupperne fleksjob, "),
        ("[municipality]", "[municipality", "{file} kan ikke bruges som en kommunes definitioner: den er ikke TOML ("),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = own(tmp_path, old, new)
    with pytest.raises(DefinitionError) as raised:
        load_municipality(file)
    assert str(raised.value).startswith(said.format(file=file))
    assert raised.value.sentence.render("en").startswith(file)


def test_a_number_of_a_person_is_masked(tmp_path: Path) -> None:
    assert (
        load_municipality(own(tmp_path, 'da = "Københavns', 'da = "010190-1234')).name.da
        == "******-**** Kommune"
    )


def test_a_pool_whose_share_lies_outside_its_bounds(tmp_path: Path) -> None:
    file = own(tmp_path, "central = 0.075", "central = 0.2")
    with pytest.raises(DefinitionError, match=r"\[\[pool\]\] 1: central = 0\.2 skal være fra least til most"):
        load_pool_rule(file, 2016)


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match=r"det er en mappe\.$"):
        load_municipality(str(tmp_path))
    with pytest.raises(DefinitionError, match="hverken en fil eller en af kommunerne koebenhavn"):
        load_municipality("atlantis")
