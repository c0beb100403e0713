"""Numbers that are typed in a template are found."""

import pytest

from maaltal.documents.notes.check import checked, typed_numbers
from maaltal.documents.notes.mistakes import TemplateError
from maaltal.documents.notes.template import KINDS, Template, built_in, own_template


def numbers(text: str) -> list[tuple[int, str]]:
    return [(typed.line, typed.number) for typed in typed_numbers(Template("min.md", text))]


def test_typed_numbers_are_found_where_they_stand():
    assert numbers("# T\n\nDer var 1.084 i 2024 og {{ now.x.y }}.\n\n1. punkt 7\n") == [
        (3, "1.084"),
        (3, "2024"),
        (5, "7"),
    ]


def test_numbers_in_expressions_and_comments_are_not_text():
    assert numbers("# T {# 5 #}\n{% if x > 100 %}{{ 7 }}{% endif %}") == []


def test_the_document_says_so():
    assert len(checked(Template("min.md", "# T\n\n5 og 6")).tables[0].rows) == 2
    assert "alle tal" in str(checked(Template("min.md", "# T")).tables[0].notes[0].text)


def test_a_template_that_cannot_be_read():
    with pytest.raises(TemplateError, match=r"min\.md, linje 2"):
        numbers("# T\n{% if %}")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_built_in_ones_type_next_to_none(kind, language):
    typed = {typed.number for typed in typed_numbers(built_in(kind, language))}
    assert typed <= {"1", "100", "2020"}


def test_a_template_of_one_s_own_must_be_text(tmp_path):
    with pytest.raises(TemplateError, match=r"findes-ikke\.md: skabelonen kan ikke læses"):
        own_template(tmp_path / "findes-ikke.md")
    (tmp_path / "binær.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match="UTF-8"):
        own_template(tmp_path / "binær.md")
