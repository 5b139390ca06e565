"""A list with groups, officials, totals and signatures gives the plan exactly the learners it has."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from ocop.casework.courses.acts import add_days
from ocop.casework.support.acts import plan_activity
from ocop.foundation.tables.tests.building import Page, ods, text, xls, xlsx
from ocop.foundation.tables.tests.corpus import GROUPED
from ocop.outlets.reports.counting import progress_of

DAY = date(2026, 11, 23)


@pytest.mark.parametrize("made", [xlsx, xls, ods, text])
def test_the_plan_counts_who_learned(register, cast, at, tuan, made, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)
    plan = register.plan(2026)
    for rule in ("training_producers", "training_officials"):
        register.target(plan, rule)
    course = plan_activity(
        kind="training", name="Lớp", place=cast.province, agency="Sở", starts_on=DAY, ends_on=DAY,
        facts={"audience": "both", "subject": "Sổ sách", "days": 1}, by=tuan, at=at,
    )  # fmt: skip
    (day,) = add_days(course, [DAY], by=tuan, at=at)
    client = Client()
    client.force_login(tuan)
    address = reverse("courses:record_table", args=[course.key, day.pk])
    upload = ContentFile(made(GROUPED) if made is text else made(Page(GROUPED)), name="danh-sach.xls")
    page = client.post(address, {"group": "producer", "file": upload}, follow=True)
    assert client.post(f"{address}?bang={page.context['file'].key}", {"save": "1"}).status_code == 302
    assert [(one.target.count_rule, one.done) for one in progress_of(plan, DAY)] == [
        ("training_producers", 2), ("training_officials", 1)
    ]  # fmt: skip
