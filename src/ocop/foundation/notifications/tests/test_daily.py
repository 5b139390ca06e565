"""Which days are still to be told."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from ocop.foundation.notifications.actions import claim_days
from ocop.foundation.notifications.models import Daily

TODAY = date(2026, 11, 23)


@pytest.mark.django_db
@pytest.mark.parametrize(("missed", "told"), [(0, 1), (1, 2), (6, 7), (30, 7)])
def test_a_day_is_claimed_once_and_missed_ones_are_made_up_for(missed, told):
    assert claim_days("x", today=TODAY - timedelta(days=missed + 1), most=7) == [
        TODAY - timedelta(days=missed + 1)
    ]
    assert claim_days("x", today=TODAY, most=7) == [
        TODAY - timedelta(days=back) for back in reversed(range(told))
    ]
    assert claim_days("x", today=TODAY, most=7) == []
    assert claim_days("x", today=TODAY - timedelta(days=1), most=7) == []
    assert claim_days("other", today=TODAY, most=7) == [TODAY]


@pytest.mark.django_db
def test_what_failed_can_be_claimed_again():
    with pytest.raises(RuntimeError), transaction.atomic():
        claim_days("x", today=TODAY, most=7)
        raise RuntimeError
    assert not Daily.objects.exists()
    assert claim_days("x", today=TODAY, most=7) == [TODAY]
