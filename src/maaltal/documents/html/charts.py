"""Charts inside a page."""

from markupsafe import Markup, escape

from maaltal.core.text import Language
from maaltal.documents.charts import chart_svg
from maaltal.documents.html.marks import identifier
from maaltal.documents.page_parts import Figure


def picture(figure: Figure, language: Language) -> Markup:
    """The chart as inline SVG that is read aloud as one image: its title, and what it shows."""
    svg = chart_svg(figure.chart, language)
    title, described = identifier("title", figure.code), identifier("desc", figure.code)
    opening, rest = svg.removeprefix("<svg").split(">", 1)
    alternative = Markup('<title id="{}">{}</title><desc id="{}">{}</desc>').format(
        title, escape(figure.caption), described, escape(figure.described)
    )
    start = Markup('<svg role="img" aria-labelledby="{}" aria-describedby="{}"').format(title, described)
    return start + _own(opening) + Markup(">") + alternative + _own(rest)


def _own(drawing: str) -> Markup:
    return Markup(drawing)  # noqa: S704 - what vl-convert drew and `charts` cleaned
