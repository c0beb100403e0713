"""Charts as pictures, the same bytes for the same figures. The colours stand out on white and on dark paper alike.

A chart's table names its rows in the first column and has its figures in columns with these codes: `status` (the
measurement), `target`, and for a chart of fulfilment also or instead `fulfilment` (a share). A row may lack any.
"""

from maaltal.core.text import Language
from maaltal.documents.blocks import Chart
from maaltal.documents.charts.drawing import drawn, painted
from maaltal.documents.charts.fulfilment import fulfilment
from maaltal.documents.charts.trend import trend

SPECIFIED = {"fulfilment": fulfilment, "trend": trend}


def chart_svg(chart: Chart, language: Language) -> str:
    """The picture as SVG without style attributes, scripts or text alternative; its text has the colour of what is around it."""
    return drawn(SPECIFIED[chart.kind](chart, language), language)


def chart_png(chart: Chart, language: Language, scale: float = 2) -> bytes:
    """The picture as PNG on white; `scale` is pixels for each of the SVG's."""
    return painted(chart_svg(chart, language), scale)
