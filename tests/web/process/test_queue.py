"""One job at a time, taken by one worker, and taken up again when that is gone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from maaltal.core.text import sentence
from maaltal.intake.load import load
from maaltal.web.accounts.actor import Role
from maaltal.web.process import folder, queue
from maaltal.web.process.models import FAILED, RUNNING, WAITING, Job, Upload
from maaltal.web.process.work import Bench
from maaltal.web.process.worker import Watch, do, work_off
from maaltal.web.received import store
from tests.web.fixtures import Login
from tests.web.process.made import GOOD, csv, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs() -> list[Job]:
    return [Job.objects.create(upload=Upload.objects.create(), kind="check", asked_by="a") for _ in range(2)]


def test_a_job_is_taken_once_and_no_other_runs_beside_it(jobs: list[Job]) -> None:
    now = timezone.now()
    assert queue.claim(now) == jobs[0]
    assert queue.claim(now) is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.filter(pk=jobs[1].pk).update(state=RUNNING)
    queue.end(Job.objects.get(pk=jobs[0].pk))
    assert queue.claim(now) == jobs[1]


def test_a_job_whose_worker_is_gone_is_taken_up_again_and_given_up_at_last(jobs: list[Job]) -> None:
    now = timezone.now()
    for _ in range(queue.ATTEMPTS):
        first = queue.claim(now)
        assert first == jobs[0]
        now += 2 * queue.STALE
    assert queue.claim(now) == jobs[1]
    given_up = Job.objects.select_related("upload").get(pk=jobs[0].pk)
    assert given_up.state == FAILED
    assert "afbrudt 3 gange" in given_up.why["da"]
    assert given_up.upload.state == "refused"


def test_a_worker_that_was_taken_for_gone_changes_nothing(jobs: list[Job]) -> None:
    now = timezone.now()
    first = queue.claim(now)
    again = queue.claim(now + 2 * queue.STALE)
    assert first
    assert again
    assert again.attempts == 2
    assert not queue.tell(first, 1, "read", 0, None)
    queue.fail(first, sentence("nej", "no"))
    assert Job.objects.get(pk=again.pk).state == RUNNING


def test_a_job_that_nobody_takes_says_so(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD))
    assert "maaltal-web worker" not in client.get(page).text
    Job.objects.update(asked_at=timezone.now() - timedelta(minutes=1))
    assert "maaltal-web worker" in client.get(page).text


def test_an_interrupted_load_is_finished_without_loading_twice(login: Login) -> None:
    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD))
    work_off()
    upload = Upload.objects.get()
    client.post(f"{page}indlaes/")
    # The worker was killed after the store had the batch, and before the register knew.
    job = queue.claim(timezone.now())
    assert job

    bench = Bench(job, lambda *_: None)
    load(bench.delivery(bench.files()[0]), datetime.now(UTC))
    queue.put_back(job)
    assert "begynder forfra" in client.get(page).text
    work_off()
    upload.refresh_from_db()
    assert upload.state == "loaded"
    assert not upload.files.get().already
    assert len(store().batches()) == 2


def test_what_was_said_yes_to_is_not_loaded_upon_another_load_that_came_first(login: Login) -> None:
    client = login(Role.ANALYST)
    pages = [sent(client, csv(*GOOD[:rows])) for rows in (3, 2)]
    work_off()
    for page in pages:  # both before the worker comes to either
        client.post(f"{page}indlaes/")
    work_off()
    assert "Filerne er indlæst" in client.get(pages[0]).text
    assert "Lageret er ændret" in client.get(pages[1]).text
    assert [upload.state for upload in Upload.objects.order_by("sent_at")] == ["loaded", "refused"]
    client.post(f"{pages[1]}kontrol/")
    work_off()
    client.post(f"{pages[1]}indlaes/")
    work_off()
    assert "Filerne er indlæst" in client.get(pages[1]).text


def test_an_error_in_the_program_is_told_without_what_it_says(
    login: Login, monkeypatch: Any, caplog: Any
) -> None:
    def broken(*_: object) -> None:
        raise ValueError(GOOD[0])

    client = login(Role.ANALYST)
    page = sent(client, csv(*GOOD))
    monkeypatch.setattr("maaltal.web.process.work.check_files", broken)
    job = queue.claim(timezone.now())
    assert job
    assert job.state != WAITING
    do(job, Watch())
    assert "fejl i programmet (ValueError)" in client.get(page).text
    assert "ValueError" in caplog.text
    assert "610190" not in caplog.text


def test_requests_that_take_their_files_away_disturb_nobody_who_tidies(own_data: Path) -> None:
    place = folder.uploads()

    def come_and_go() -> None:
        for number in range(5000):
            (place / f"arriving-{number}").touch()
            (place / f"arriving-{number}").unlink()

    with ThreadPoolExecutor(1) as requests:
        coming = requests.submit(come_and_go)
        while not coming.done():
            assert folder.strays([]) == []
