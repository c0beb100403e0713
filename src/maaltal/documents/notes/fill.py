"""A template filled with its material: Markdown, with marks where figures, tables and charts stand."""

import re
from collections.abc import Callable, Iterator
from types import TracebackType

from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from maaltal.core.text import Language, sentence
from maaltal.documents.blocks import Chart
from maaltal.documents.markdown import escaped
from maaltal.documents.notes.figures import Figure
from maaltal.documents.notes.material import Material
from maaltal.documents.notes.mistakes import Mistake, TemplateError
from maaltal.documents.notes.placed import NumberOf, Placed, line_mark
from maaltal.documents.notes.template import Template
from maaltal.documents.notes.words import filters, functions
from maaltal.documents.numbers import show
from maaltal.documents.tables import Table

_LIKE_A_LIST = re.compile(r"^(\d+)([.)])|^([-+])")


class Lines(Extension):
    """Marks each line of the template's own text, so that a later mistake in the Markdown is told with its line.

    A line with nothing but tags leaves no line behind, so that it parts no paragraph. Jinja's own trim_blocks would
    also join the paragraph after a line that ends with a tag.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        empty, tagged = True, False  # the line so far
        for token in stream:
            if token.type != "data":
                empty = empty and token.type != "variable_begin"
                tagged = tagged or token.type == "block_begin"
                yield token
                continue
            _, newline, last = token.value.rpartition("\n")
            dropped = empty and tagged and not token.value.partition("\n")[0].strip() and bool(newline)
            yield _marked(token, dropped)
            empty = not last.strip() and (empty or bool(newline))
            tagged = tagged and not newline


def _marked(token: Token, dropped: bool) -> Token:
    """`dropped`: the token begins with the end of a line of tags."""
    *whole, rest = token.value.split("\n")
    lines = [f"{words}{line_mark(n)}\n" for n, words in enumerate(whole, token.lineno)]
    return Token(token.lineno, token.type, "".join([*lines[dropped:], rest]))


def fill(template: Template, material: Material, language: Language, placed: Placed) -> str:
    """The Markdown. TemplateError for what the template gets wrong."""
    environment = sandbox(template, _printer(placed, language))
    environment.globals |= functions(material, language)
    environment.filters |= filters(language)
    try:
        return environment.get_template(template.name).render(material.names)
    except TemplateSyntaxError as problem:
        raise unreadable(template, problem) from problem
    except Mistake as mistake:
        raise TemplateError(
            template.name, _line(template, mistake.__traceback__), mistake.sentence
        ) from mistake
    except UndefinedError as problem:
        raise TemplateError(template.name, _line(template, problem.__traceback__), sentence(
            "et navn kendes ikke ({problem}). Skabelonen kan bruge {known}",
            "a name is not known ({problem}). The template can use {known}",
            problem=problem.message, known=", ".join(sorted({*material.names, *functions(material, language)})),
        )) from problem  # fmt: skip
    except Exception as problem:  # whatever an expression of somebody else's may raise
        raise TemplateError(template.name, _line(template, problem.__traceback__), sentence(
            "udtrykket kan ikke beregnes ({problem}). Ret det", "the expression cannot be computed ({problem}). Correct it",
            problem=f"{type(problem).__name__}: {problem}")) from problem  # fmt: skip


def sandbox(
    template: Template, finalize: Callable[[object], str] | None = None
) -> ImmutableSandboxedEnvironment:
    """Where a template can do nothing but say things."""
    return ImmutableSandboxedEnvironment(
        loader=DictLoader({template.name: f"{template.text}\n"}),
        undefined=StrictUndefined, finalize=finalize, lstrip_blocks=True, keep_trailing_newline=True, extensions=[Lines],
    )  # fmt: skip


def unreadable(template: Template, problem: TemplateSyntaxError) -> TemplateError:
    return TemplateError(template.name, problem.lineno, sentence(
        "skabelonen kan ikke forstås ({problem}). Se efter, om alle {signs} er lukket",
        "the template cannot be understood ({problem}). See whether all {signs} are closed",
        problem=problem.message, signs="{{ }} {% %}"))  # fmt: skip


def _printer(placed: Placed, language: Language) -> Callable[[object], str]:
    def printed(value: object) -> str:
        if isinstance(value, StrictUndefined):
            return str(value)  # raises
        if isinstance(value, Figure | Chart | Table | NumberOf):
            return placed.mark(value)
        return _LIKE_A_LIST.sub(_unlisted, escaped(show(value, language)))

    return printed


def _unlisted(found: re.Match[str]) -> str:
    """A value that begins as `25. februar` begins no list."""
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"


def _line(template: Template, trace: TracebackType | None) -> int | None:
    """The template's innermost line in a traceback."""
    line = None
    while trace:
        if trace.tb_frame.f_code.co_filename in (template.name, "<template>", "<unknown>"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
