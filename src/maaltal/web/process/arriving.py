"""Large files while they arrive."""

from __future__ import annotations

from tempfile import NamedTemporaryFile
from typing import Any, override

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, TemporaryFileUploadHandler

from maaltal.web.process.folder import uploads


class PrivateFile(TemporaryUploadedFile):
    """Written where nobody else reads, and where the worker tidies up, instead of in the machine's folder for all."""

    def __init__(self, name: str, kind: str | None, charset: str | None, extra: Any) -> None:
        opened = NamedTemporaryFile(dir=uploads(), prefix="arriving-")  # noqa: SIM115 - it lives as long as the request
        UploadedFile.__init__(self, opened, name, kind, 0, charset, extra)


class PrivateFolderHandler(TemporaryFileUploadHandler):
    """Takes what is too large to be kept in memory."""

    @override
    def new_file(self, *args: Any, **kwargs: Any) -> None:
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = PrivateFile(
            self.file_name or "", self.content_type, self.charset, self.content_type_extra
        )
