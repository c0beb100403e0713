from uuid import UUID

from maaltal.web.accounts.actor import Role
from maaltal.web.process.models import CHECKED, SentFile, Upload
from maaltal.web.received import store
from tests.web.expected import Expected, everybody

UPLOAD = UUID("00000000-0000-4000-8000-000000000001")


def analysts_of_all(role: Role, unit: str) -> bool:
    return role is Role.ANALYST and unit == "KK"


def those_who_follow(role: Role, _unit: str) -> bool:
    return role in {Role.ANALYST, Role.COORDINATOR}


def an_upload() -> tuple[UUID]:
    Upload.objects.get_or_create(id=UPLOAD)
    SentFile.objects.get_or_create(upload_id=UPLOAD, number=1, defaults={"name": "fil.csv", "size": 1})
    return (UPLOAD,)


def a_file() -> tuple[UUID, int]:
    """One whose findings are all there."""
    upload = an_upload()
    Upload.objects.filter(id=UPLOAD).update(state=CHECKED)
    return (*upload, 1)


def a_batch() -> tuple[str]:
    return (store().batches()[0].id,)


EXPECTED = (
    Expected("process:history", those_who_follow),
    Expected("process:send", analysts_of_all),
    Expected("process:upload", analysts_of_all, arguments=an_upload),
    Expected("process:findings_of_file", analysts_of_all, arguments=a_file),
    Expected("process:batch", those_who_follow, arguments=a_batch),
    Expected("process:findings_of_batch", analysts_of_all, arguments=a_batch),
    Expected("process:rejected", analysts_of_all, 404, arguments=a_batch),
    Expected("process:take_back", analysts_of_all, arguments=a_batch),
    # Only a POST does something.
    Expected("process:check", everybody, 405, arguments=an_upload),
    Expected("process:load", everybody, 405, arguments=an_upload),
    Expected("process:discard", everybody, 405, arguments=an_upload),
)
