"""“Will not renew” and back, and every reason to refuse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.renewals import acts
from ocop.casework.renewals.models import Decline
from ocop.casework.renewals.tests.cast import Terms
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.registers.products.rules import StandingKind
from ocop.registers.products.selectors import standing_of

END = date(2027, 3, 31)


def test_the_producer_says_no_and_its_offices_know(terms: Terms):
    recognition = terms.ends(END)
    product = recognition.product
    decline = acts.decline_renewal(product, reason="cost", words="Chi phí cao.", by=terms.lan, at=terms.at)
    assert (decline.state, decline.is_recorded, decline.recognition) == ("standing", False, recognition)
    told = {row.person.username for row in Message.objects.filter(kind="renewals.declined")}
    assert told == {"minh", "phuc", "van"}
    entry = Entry.objects.get(action="decline.answer")
    assert (entry.reason, entry.data["reason"]) == ("Chi phí cao.", "cost")
    assert standing_of(recognition, END + timedelta(days=1)).kind == StandingKind.EXPIRED
    assert refused(lambda: acts.decline_renewal(product, reason="cost", by=terms.lan, at=terms.at)) == (
        "conflict_answered"
    )
    acts.take_back_answer(product, by=terms.lan, at=terms.at)
    decline.refresh_from_db()
    assert decline.state == "taken_back"
    assert refused(lambda: acts.take_back_answer(product, by=terms.lan, at=terms.at)) == "conflict_no_answer"
    again = acts.decline_renewal(product, reason="stopped", by=terms.lan, at=terms.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decline.objects.filter(pk=decline.pk).update(state="standing")
    late = terms.moment(END + timedelta(days=1))
    assert refused(lambda: acts.take_back_answer(product, by=terms.lan, at=late)) == "too_late"
    assert again.state == "standing"


def test_the_commune_answers_only_for_who_has_no_account(terms: Terms):
    without, with_one = terms.ends(END, producer=terms.without_account()), terms.ends(END)

    def answer(recognition, by):
        return acts.decline_renewal(recognition.product, reason="closed", by=by, at=terms.at)

    assert refused(lambda: answer(with_one, terms.minh)) == "has_account"
    for person in (terms.phuc, terms.quang, terms.thinh):
        assert refused(lambda by=person: answer(without, by)) == "not_entitled"
    assert answer(without, terms.minh).is_recorded


def test_what_cannot_be_answered(terms: Terms):
    ended, filed = terms.ends(date(2026, 11, 22)), terms.ends(END, "Chè đen")

    def answer(recognition, **facts):
        told = {"reason": "cost", "by": terms.lan, "at": terms.at} | facts
        return acts.decline_renewal(recognition.product, **told)

    assert refused(lambda: answer(ended)) == "nothing_runs"
    assert refused(lambda: answer(filed, reason="other", words=" ")) == "words_missing"
    dossier = terms.filed(filed, date(2026, 11, 20))
    assert refused(lambda: answer(filed)) == "renewal_filed"
    type(dossier).objects.filter(pk=dossier.pk).update(state="withdrawn")
    assert answer(filed).state == "standing"
