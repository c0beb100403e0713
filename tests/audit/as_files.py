"""A note given as text, written as a file of every kind."""

import csv
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import docx
import typst
import xlsxwriter

type Block = str | list[list[str]]
"""A paragraph, or a table's rows."""


def blocks(text: str) -> Iterator[Block]:
    """Lines with tabs are rows, those that stand together a table; the rest are paragraphs."""
    plain = text.replace("<b>", "").replace("</b>", "").replace("\\", "")
    for is_table, lines in groupby(plain.split("\n"), key=lambda line: "\t" in line):
        if is_table:
            rows = [line.split("\t") for line in lines]
            width = max(map(len, rows))
            yield [[*row, *[""] * (width - len(row))] for row in rows]
        else:
            yield from (line.strip("# ") for line in lines if line.strip())


def write_word(path: Path, text: str) -> None:
    document = docx.Document()
    for block in blocks(text):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row, words in zip(table.rows, block, strict=True):
            for cell, word in zip(row.cells, words, strict=True):
                cell.text = word
    document.save(str(path))


def write_html(path: Path, text: str) -> None:
    body = []
    for block in blocks(text):
        if isinstance(block, str):
            body.append(f"<p>{block}</p>")
        else:
            rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in block)
            body.append("<table>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    path.write_text("<!doctype html><html><body>" + "\n".join(body) + "</body></html>", encoding="utf-8")


def write_markdown(path: Path, text: str) -> None:
    lines = []
    for block in blocks(text):
        if isinstance(block, str):
            lines += [block.replace("*", "\\*"), ""]
        else:
            rows = ["| " + " | ".join(row) + " |" for row in block]
            lines += [rows[0], "|" + "---|" * len(block[0]), *rows[1:], ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def write_csv(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        for block in blocks(text):
            writer.writerows([[block]] if isinstance(block, str) else block)


def write_excel(path: Path, text: str) -> None:
    book = xlsxwriter.Workbook(path)
    sheet, number = book.add_worksheet("Årsstatus"), 0
    for block in blocks(text):
        for row in [[block]] if isinstance(block, str) else block:
            for column, word in enumerate(row):
                sheet.write_string(number, column, word)
            number += 1
    book.close()


TYPST = """
#set page(width: 21cm, height: 14cm, numbering: "1 / 1", header: [Måltal, et notat])
#set text(size: 8pt)
#for block in json(bytes(sys.inputs.note)) {
  if type(block) == str { par(block) }
  else { table(columns: block.at(0).len(), table.header(..block.at(0)), ..block.slice(1).flatten()) }
}
"""


def write_pdf(path: Path, text: str) -> None:
    """Low pages with a head and a number, so that tables break and their heads return."""
    note = json.dumps(list(blocks(text)))
    path.write_bytes(typst.compile(TYPST.encode(), sys_inputs={"note": note}))


def write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


WRITERS = {
    ".txt": write_text, ".md": write_markdown, ".csv": write_csv, ".html": write_html,
    ".docx": write_word, ".xlsx": write_excel, ".pdf": write_pdf,
}  # fmt: skip
