"""Letters that call for evaluation anew."""

from __future__ import annotations

from datetime import date, timedelta

from ocop.casework.dossiers.tests.refusing import refused
from ocop.casework.renewals import acts
from ocop.casework.renewals.models import CallLetter
from ocop.casework.renewals.selectors.addressees import addressees
from ocop.casework.renewals.tests.cast import Terms
from ocop.foundation.notifications.models import Message
from ocop.foundation.printing.making import make_due

SOON = date(2027, 5, 20)


def test_a_letter_to_a_commune_names_its_holders_and_is_made_afterwards(terms: Terms):
    first = terms.ends(SOON)
    second = terms.ends(SOON, "Chè đen", terms.without_account())
    far = terms.ends(date(2028, 1, 1), "Chè xa")
    declined = terms.ends(SOON, "Chè thôi")
    acts.decline_renewal(declined.product, reason="cost", by=terms.lan, at=terms.at)
    known = addressees(terms.at.date())
    assert [(one.key, len(one.rows)) for one in known.values()] == [
        ("xa-02788", 2), (f"chu-the-{terms.producer.slug}", 1), ("chu-the-htx-khong-tai-khoan", 1),
    ]  # fmt: skip
    letter = terms.called("xa-02788")
    assert letter.addressee == "Ủy ban nhân dân xã Bản Lầu"
    assert {one.recognition for one in letter.called.all()} == {first, second} - {far}
    assert letter.content["products"][0]["opens"] == "21/11/2026"
    assert (letter.paper.number, letter.content["titles"]) == ("15-MH/SNNMT-PTNT", ["Thủ trưởng cơ quan"])
    told = {row.person.username for row in Message.objects.filter(kind="renewals.called")}
    assert told == {"lan", "minh"}
    assert letter.file is None
    make_due(lambda: terms.at + timedelta(minutes=1))
    letter.refresh_from_db()
    assert letter.file.owner == "renewals.letter"
    assert addressees(terms.at.date()) == {}
    assert refused(lambda: terms.called("xa-02788", "16-MH/SNNMT-PTNT")) == "nothing_due"


def test_a_letter_to_one_holder_and_every_reason_to_refuse(terms: Terms):
    terms.ends(SOON)
    to = f"chu-the-{terms.producer.slug}"
    for person in (terms.lan, terms.minh, terms.thinh):
        assert refused(lambda by=person: terms.called(to, by=by)) == "not_province_officer"
    assert refused(lambda: terms.called("xa-99999")) == "nothing_due"
    assert refused(lambda: terms.called(to, "15/sai")) == "number_malformed"
    late = terms.at.date() + timedelta(days=1)
    assert refused(lambda: terms.called(to, issued_on=late)).startswith("paper")
    assert CallLetter.objects.count() == 0
    assert not terms.called(to).content["is_commune"]


def test_who_reads_it(terms: Terms):
    terms.ends(SOON)
    letter = terms.called("xa-02788")
    for person, reads in ((terms.lan, 1), (terms.minh, 1), (terms.phuc, 1), (terms.quang, 0)):
        assert CallLetter.objects.visible_to(person, terms.at).filter(pk=letter.pk).count() == reads
