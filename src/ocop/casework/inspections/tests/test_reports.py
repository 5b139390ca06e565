"""What shoppers report, and what officers make of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command

from ocop.casework.inspections import acts
from ocop.casework.inspections.models import MisuseReport, Reporter
from ocop.casework.inspections.selectors.desks import waiting
from ocop.casework.inspections.tests.cast import Checks, refused
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.ui.waiting import gather

pytestmark = pytest.mark.django_db


def test_a_report_is_kept_once_and_finds_its_product(checks: Checks):
    report = checks.reported(once="a" * 32)
    assert (report.product_name, report.recognition, report.state) == (
        "Chè Shan", checks.first.recognition, "received"
    )  # fmt: skip
    assert checks.reported(once="a" * 32, kind="other") == report
    assert [entry.by for entry in Entry.objects.filter(action="misusereport.file")] == [None]
    unknown = checks.reported(code="không có")
    assert (unknown.recognition, unknown.product_name) == (None, "")


def test_a_contact_is_kept_apart_and_goes(checks: Checks, monkeypatch, capsys):
    report = checks.reported(contact="0912 345 678")
    assert Reporter.objects.get().delete_on == checks.today + timedelta(days=180)
    entry = Entry.objects.get(action="misusereport.file")
    assert "0912" not in str((entry.data, entry.vouched, report.search_text))
    for days, left in ((180, 1), (181, 0)):
        now = checks.at + timedelta(days=days)
        monkeypatch.setattr("django.utils.timezone.now", lambda now=now: now)
        call_command("forget_reporters")
        assert Reporter.objects.count() == left
    assert MisuseReport.objects.get() == report


def test_dismissed_with_a_reason_that_the_shopper_reads(checks: Checks):
    report = checks.reported()
    for person in (checks.minh, checks.lan, checks.thinh):
        with refused("not_province_officer"):
            acts.dismiss_report(report, reason="x", by=person, at=checks.at)
    with refused("reason_missing"):
        acts.dismiss_report(report, reason="", by=checks.phuc, at=checks.at)
    acts.dismiss_report(report, reason="Nhãn đúng.", by=checks.phuc, at=checks.at)
    assert (report.state, report.answer, report.handled_by) == ("dismissed", "Nhãn đúng.", checks.phuc)
    with refused("conflict_state"):
        acts.dismiss_report(report, reason="x", by=checks.phuc, at=checks.at)


def test_joined_with_an_earlier_one(checks: Checks):
    first, second = checks.reported(), checks.reported()
    MisuseReport.objects.filter(pk=first.pk).update(received_at=checks.at - timedelta(days=1))
    first.refresh_from_db()
    with refused("into_later"):
        acts.merge_report(first, into=second, by=checks.phuc, at=checks.at)
    with refused("into_later"):
        acts.merge_report(first, into=first, by=checks.phuc, at=checks.at)
    acts.merge_report(second, into=first, by=checks.phuc, at=checks.at)
    assert (second.state, second.merged_into) == ("merged", first)
    third = checks.reported()
    with refused("into_merged"):
        acts.merge_report(third, into=second, by=checks.phuc, at=checks.at)
    with refused("not_province_officer"):
        acts.merge_report(third, into=first, by=checks.lan, at=checks.at)


def test_a_report_opens_a_surprise_inspection(checks: Checks):
    report = checks.reported()
    told = {
        "recognitions": [checks.first.recognition], "starts_on": checks.today, "team": [checks.phuc],
        "reason": "Theo phản ánh.", "at": checks.at,
    }  # fmt: skip
    with refused("not_province_officer"):
        acts.inspect_reported(report, **told, by=checks.minh)
    with refused("team_empty"):
        acts.inspect_reported(report, **told | {"team": []}, by=checks.phuc)
    with refused("conflict_state"):
        acts.inspect_reported(report, **told | {"reason": " "}, by=checks.phuc)
    inspection = acts.inspect_reported(report, **told, by=checks.phuc)
    assert (report.state, report.inspection, inspection.is_surprise) == ("inspected", inspection, True)


def test_passed_to_the_commune_which_says_what_it_found(checks: Checks, cast):
    report = checks.reported(contact="0912 345 678")
    assert not MisuseReport.objects.visible_to(checks.minh, checks.at).exists()
    with refused("not_commune_officer"):
        acts.note_commune(report, text="x", by=checks.minh, at=checks.at)
    with refused("reason_missing"):
        acts.forward_report(report, commune=cast.commune, reason="", by=checks.phuc, at=checks.at)
    acts.forward_report(report, commune=cast.commune, reason="Xem ở chợ.", by=checks.phuc, at=checks.at)
    assert [m.person for m in Message.objects.filter(kind="inspections.forwarded")] == [checks.minh]
    assert [one.key for one in gather(waiting(checks.minh, checks.at))] == ["inspections.passed"]
    acts.note_commune(report, text="Đã gỡ.", by=checks.minh, at=checks.at)
    assert gather(waiting(checks.minh, checks.at)) == []
    assert report.commune_note == "Đã gỡ."
    acts.dismiss_report(report, reason="Xã đã gỡ.", by=checks.phuc, at=checks.at)
    with refused("conflict_state"):
        acts.note_commune(report, text="x", by=checks.minh, at=checks.at)


def test_unproven_ones_wait_behind(checks: Checks):
    checks.reported(is_proven=False, seen_at="A")
    checks.reported(seen_at="B")
    (pile,) = gather(waiting(checks.phuc, checks.at))
    assert (pile.key, pile.count) == ("inspections.reports", 2)
    assert len(pile.items) == 2
