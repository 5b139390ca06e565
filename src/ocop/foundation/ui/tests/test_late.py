"""A whole form that arrives after its page has saved something later is not taken for carried out."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from ocop.foundation.ui.models import Operation
from ocop.foundation.ui.tests import pages

pytestmark = [pytest.mark.urls("ocop.foundation.ui.tests.pages"), pytest.mark.django_db]


def test_a_form_that_comes_too_late_is_refused_in_words(small_site: None, client: Client) -> None:
    at = timezone.now()
    Operation.objects.create(key="operation-1", owner=0, form="/viet/", answer={"late": True}, at=at)
    sent = {"title": "Dứa", "story": "", "keep-operation": "operation-1"}
    answer = client.post("/viet/", sent, headers={"X-Requested-With": "whole"})
    assert (answer.status_code, pages.written) == (409, [])
    assert "Lần gửi này đã dùng cho một nội dung khác." in answer.content.decode()
