"""Charts as pictures with a text alternative."""

from io import BytesIO

from docx.shared import Twips

from maaltal.core.text import Language
from maaltal.documents.charts import chart_png
from maaltal.documents.page_parts import Figure
from maaltal.documents.word.paper import Paper
from maaltal.documents.word.text import paragraph
from maaltal.documents.word.xml import Element, element

SCALE = 2.5


def picture(paper: Paper, figure: Figure, language: Language) -> Element:
    """A paragraph with the chart, as wide as the text."""
    image = BytesIO(chart_png(figure.chart, language, SCALE))
    inline = paper.file.part.new_pic_inline(image, width=Twips(paper.width))
    inline.docPr.set("title", figure.caption)
    inline.docPr.set("descr", figure.described)
    return paragraph(paper.style("Normal"), [element("r", element("drawing", inline))])
