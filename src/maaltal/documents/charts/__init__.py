"""Charts as pictures, the same bytes for the same figures. The colours stand out on white and on dark paper alike.

A chart's table names its rows in the first column. Its other columns belong to groups, each of which is a panel of its
own: `fleksjob:status` is the measurement of the group fleksjob, `fleksjob:target` its target, `fleksjob:fulfilment` its
share of it; `fleksjob` alone is the share in a chart of fulfilment and the measurement in a trend. With one group its name
may be left out: `status`. A row may lack any.
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
