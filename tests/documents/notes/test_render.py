"""What a template says, and how its figures stay bound to the tables."""

import pytest

from maaltal.documents.blocks import Bound, Bullets, Chart, Heading, Paragraph, Words
from maaltal.documents.notes.mistakes import TemplateError
from maaltal.documents.numbers import show
from maaltal.documents.tables import Table
from tests.documents.notes.made import TABLES, note, said


def test_the_first_heading_is_the_title():
    made = note("# Status *og* mål {krøllet}\n\nHej.\n\n# Afsnit\n\n## Under\n")
    assert show(made.title, "da") == "Status og mål {krøllet}"
    assert [(b.said, b.level) for b in made.body if isinstance(b, Heading)] == [("Afsnit", 1), ("Under", 2)]


def test_a_figure_in_the_text_is_the_table_s_cell_and_no_copy():
    made = note("# T\n\nDer er **{{ now.alpha.status }}** nu." + TABLES)
    first = made.body[0]
    assert isinstance(first, Paragraph)
    assert first.runs == (Words("Der er "), Bound("now", "alpha", "status", strong=True), Words(" nu."))


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{{ now.alpha.status }} er {{ now.group.share }}", "913 er 84\N{NO-BREAK SPACE}pct."),
        ('{{ cell("before", "group", "status") }}', "772"),
        ("{{ change(before.alpha.status, now.alpha.status) }}", "steget"),
        ("{{ change(now.alpha.status, before.alpha.status) }}", "faldet"),
        ("{{ change(now.alpha.status, now.alpha.status) }}", "uændret"),
        ('{{ change(before.alpha.share, now.alpha.share, "op", "ned", "ens") }}', "op"),
        ("{% if now.alpha.share < 100 %}under{% else %}over{% endif %}", "under"),
        ("{% if now.alpha.share >= 84 %}84 er nået{% endif %}", "84 er nået"),
        ("{% if empty.alpha.share.known %}tal{% else %}intet tal{% endif %}", "intet tal"),
        (
            "Vi{% if true %} har{% endif %}\n{% if true %}\nét\n{% endif %}\nafsnit{% if false %}?{% endif %}",
            "Vi har ét afsnit",
        ),
        ("{{ list|listed }}", "a, b og c"),
        ("{{ 'Fleksjob'|inside }} {{ 'KK'|inside }}", "fleksjob KK"),
        ("{{ name }}", "A*B_C"),
        ("{{ day }} 2025 var det", "25. februar 2025 var det"),
        ("Vedtaget den\n1. februar 2024", "Vedtaget den 1. februar 2024"),
        ('Tabel {{ number("now") }}', "Tabel 2"),
        ("<b>&amp;</b> [x](y) `z`", "<b>&amp;</b> [x](y) `z`"),
    ],
)
def test_what_a_template_says(template: str, words: str):
    assert said(template) == words


def test_choices_go_by_what_is_printed():
    """84.49 and 84.4 per cent both print 84: nothing has risen."""
    assert said("{{ change(now.alpha.share, 84) }}") == "uændret"


def test_in_english():
    assert said(
        "{{ change(before.alpha.status, now.alpha.status) }} {{ now.alpha.share }} {{ list|listed }}", "en"
    ) == ("risen 84\N{NO-BREAK SPACE}per cent a, b and c")


def test_tables_charts_and_lists_stand_where_they_are_put():
    made = note('# T\n\n- en\n- to\n\n1. først\n2. så\n\n{{ chart("chart") }}\n\n{{ table("now") }}\n')
    assert [type(block) for block in made.body] == [Bullets, Bullets, Chart, Table]
    assert [block.numbered for block in made.body if isinstance(block, Bullets)] == [False, True]
    assert [len(block.items) for block in made.body if isinstance(block, Bullets)] == [2, 2]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# T\n\n{{ now.beta.status }}", 3, "rækken 'beta' er ikke i tabellen now. Brug en af alpha, group"),
        (
            "# T\n\nlinje\n{{ now.alpha.stat }}",
            4,
            "kolonnen 'stat' er ikke i tabellen now. Brug en af name, status, share",
        ),
        ("# T\n\n{{ nuu }}", 3, "'nuu' is undefined"),
        (
            "# T\n\n{{ table('nix') }}",
            3,
            "tabellen 'nix' findes ikke i dette notat. Der er before, now, empty",
        ),
        ("# T\n\n{{ chart('nix') }}", 3, "figuren 'nix' findes ikke"),
        ("# T\n\n\n{% if now %}", 4, "skabelonen kan ikke forstås"),
        ("# T\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("# T\n\n{{ empty.alpha.share > 1 }}", 3, "har intet tal at sammenligne"),
        ("# T\n\nHer er {{ now.alpha.status }}.", 3, 'Sæt den ind med {{ table("now") }}'),
        ("# T\n\n25. februar var det", 3, "begynder med et tal"),
        ("# T\n\nTabel {{ table('now') }} her", 3, "på en linje for sig"),
        ("# T\n\n- a\n  - b", 3, "ét afsnit, uden lister"),
        ("# T\n\n## {{ now.alpha.status }}\n\n{{ table('now') }}", 3, "kan ikke stå i en overskrift"),
        ("# T\n\nTabel {{ number('now') }}", 3, "har intet nummer"),
        ("# T\n\n{{ table('now') }}\n\n{{ table('now') }}", None, "sat ind to gange"),
        ("# T\n\n## Under", None, "springer fra 0 til 2"),
        ("Uden titel", None, "skal begynde med en titel"),
        ("", None, "skal begynde med en titel"),
        ("# T\n\n{{ now.__class__.__mro__ }}", 3, "is unsafe"),
        ("# T\n\n{{ cell.__globals__ }}", 3, "kan ikke"),
        ("# T\n\n{{ list.append(1) }}", 3, "kan ikke"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_what_to_do(text: str, line: int | None, words: str):
    with pytest.raises(TemplateError) as error:
        note(text)
    assert error.value.line == line
    assert str(error.value).startswith(f"min.md, linje {line}: " if line else "min.md: ")
    assert words in str(error.value)
    assert "linje" not in error.value.sentence.render("en", show)
