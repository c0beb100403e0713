"""What of Markdown a note may hold."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block

PLAIN = ("html_block", "code", "fence", "blockquote", "hr", "lheading", "reference",
         "html_inline", "image", "link", "autolink", "backticks", "entity")  # fmt: skip
"""Of Markdown, a note has headings, paragraphs, strong words and lists; the rest stays as it is written."""


def parser() -> MarkdownIt:
    """A list of numbers begins after an empty line alone, so that a line may open with a date."""
    markdown = MarkdownIt("commonmark").disable(list(PLAIN))
    markdown.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    return markdown


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    opens_like_a_date = (
        state.src[state.bMarks[start] + state.tShift[start]].isdigit() and state.listIndent < 0
    )
    return False if silent and opens_like_a_date else list_block(state, start, end, silent)
