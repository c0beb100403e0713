"""Files that are read once: what they may hold, what they may be called, and what is left of them."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from maaltal.web.ui.uploads import MOST_SWOLLEN, UploadField, forget_left, held

FIELD = UploadField((".docx", ".md"))


def packed(size: int) -> SimpleUploadedFile:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p/>" * (size // 6))
    return SimpleUploadedFile("note.docx", out.getvalue())


def test_a_file_that_swells_is_refused_before_it_is_read() -> None:
    assert FIELD.clean(packed(MOST_SWOLLEN - 100))
    with pytest.raises(forms.ValidationError, match="pakker sig ud"):
        FIELD.clean(packed(MOST_SWOLLEN + 2**20))


@pytest.mark.parametrize("name", ["æ" * 250 + ".md", "æ" * 250, "x." + "å" * 250, "note.md"])
def test_a_name_too_long_for_the_file_system_is_shortened(name: str) -> None:
    with held(SimpleUploadedFile(name, b"1")) as (path,):
        assert path is not None
        assert path.read_bytes() == b"1"
        assert path.suffix == ".md" or not name.endswith(".md")
        assert (path.name == name) == (len(name) < 20)


def test_what_a_killed_request_left_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    for name in ("maaltal-old", "maaltal-new", "another"):
        (tmp_path / name / "0").mkdir(parents=True)
        (tmp_path / name / "0" / "note.md").write_text("x")
    (tmp_path / "maaltal-saml-old").write_text("x")
    for name in ("maaltal-old", "another", "maaltal-saml-old"):
        os.utime(tmp_path / name, (0, 0))
    forget_left(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["another", "maaltal-new"]
