"""Papers after the act: broken ones, makers that die, two makers, upgrades; what operators see."""

from __future__ import annotations

import io
import os
import re
import signal
from datetime import datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Certificate, Decision, ResultNotice
from ocop.foundation.accounts.rules import Role
from ocop.foundation.audit.models import Entry
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.notifications.management.commands import deliver
from ocop.foundation.printing import making, writes
from ocop.foundation.printing.acts import make_again
from ocop.foundation.printing.claiming import DIED, claim
from ocop.foundation.printing.making import Made, make_due
from ocop.foundation.printing.models import Printout
from ocop.foundation.printing.rules import FIRST_WAIT, HOLD, MOST_TRIES
from ocop.foundation.printing.tests.printed import make_papers
from ocop.foundation.refusals import Refused


@pytest.fixture
def broken(desk, monkeypatch) -> tuple[Decision, Decision]:
    """Two signed decisions; the template of certificates breaks over the product of the first."""
    decisions = desk.signed(desk.item("Chè A")), desk.signed(desk.item("Chè B"), number="513-MH/QĐ-UBND")
    as_ever = making.typeset

    def typeset(printout: Printout) -> bytes:
        if printout.data.get("product") == "Chè A" and printout.kind.endswith(".certificate"):
            raise RuntimeError("no such letter")
        return as_ever(printout)

    monkeypatch.setattr(making, "typeset", typeset)
    return decisions


def files() -> list[StoredFile]:
    return list(StoredFile.objects.filter(owner__startswith="certificates."))


def prints() -> list[Entry]:
    return list(Entry.objects.filter(action__endswith=".print"))


def row_of(thing) -> Printout:
    return Printout.objects.get(kind=thing._meta.label_lower, thing_id=thing.pk)


def test_one_broken_paper_holds_up_no_other_and_waits_longer_each_time(desk, broken):
    certificate = Certificate.objects.get(decision_item__decision=broken[0])
    done = make_papers(desk.at)
    assert done == Made(
        5, [f"certificates.certificate {certificate.pk} ({certificate}): RuntimeError: no such letter"]
    )
    row = row_of(certificate)
    assert (row.tries, row.due_at, row.fault) == (1, desk.at + FIRST_WAIT, "RuntimeError: no such letter")
    assert make_papers(desk.at) == Made()
    assert len(make_papers(desk.at + FIRST_WAIT).failed) == 1
    assert row_of(certificate).due_at == desk.at + 3 * FIRST_WAIT


def test_a_paper_that_never_comes_out_is_given_up_and_tried_again_when_asked(desk, broken, monkeypatch):
    certificate, at = Certificate.objects.get(decision_item__decision=broken[0]), desk.at
    for _try in range(MOST_TRIES):
        make_papers(at)
        at = row_of(certificate).due_at
    row = row_of(certificate)
    assert (row.tries, row.given_up_at is not None, make_papers(at + timedelta(days=9))) == (12, True, Made())
    monkeypatch.undo()
    out = io.StringIO()
    call_command("render_papers", stdout=out)
    assert out.getvalue() == "1 made, 0 lists, 0 lists removed\n"
    row.refresh_from_db()
    assert (row.given_up_at, row.fault, row.made_at is not None) == (None, "", True)


def test_the_command_names_what_it_could_not_make_and_says_so_at_its_end(desk, broken):
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match=r"^1 not made$") as caught:
        call_command("render_papers", stdout=out, stderr=err)
    assert (caught.value.returncode, out.getvalue()) == (1, "5 made, 0 lists, 0 lists removed\n")
    certificate = Certificate.objects.get(decision_item__decision=broken[0])
    said = f"certificates.certificate {certificate.pk} ({certificate}): RuntimeError: no such letter\n"
    assert err.getvalue() == said


class Killed(BaseException):
    """The process ends here, whatever it was about to do."""


@pytest.mark.parametrize("step", ["typeset", "store_made", "record"])
def test_killed_at_any_step_nothing_is_lost_and_nothing_double(desk, monkeypatch, step):
    desk.signed()
    as_ever = getattr(making, step)

    def killed(*given, **named):
        as_ever(*given, **named)
        raise Killed

    with monkeypatch.context() as dying, pytest.raises(Killed):
        dying.setattr(making, step, killed)
        make_papers(desk.at)
    assert (Printout.objects.filter(made_at=None).count(), len(files()), len(prints())) == (3, 0, 0)
    assert make_papers(desk.at).made == 2  # the third is still held by the dead
    assert make_papers(desk.at + HOLD) == Made(1)
    assert (len(files()), len(prints())) == (3, 3)


def test_one_over_which_every_maker_dies_is_given_up(desk):
    desk.signed()
    row = Printout.objects.earliest("pk")
    Printout.objects.exclude(pk=row.pk).update(due_at=desk.at + timedelta(days=9))
    at = desk.at
    for _try in range(MOST_TRIES):
        assert claim(at).pk == row.pk
        at += HOLD
    assert claim(at) is None
    row.refresh_from_db()
    assert (row.given_up_at, row.fault) == (at, DIED)


def test_whoever_is_late_keeps_nothing(desk):
    """Two makers typeset the same paper because the first was slow; it is kept once."""
    desk.signed()
    slow, quick = claim(desk.at), None
    Printout.objects.exclude(pk=slow.pk).update(due_at=desk.at + timedelta(days=9))
    quick = claim(desk.at + HOLD)
    assert (quick.pk, quick.tries) == (slow.pk, 2)
    content = making.typeset(quick)
    kept = [making._keep(one, content, at=desk.at + HOLD) for one in (quick, slow)]
    assert (kept, len(files())) == ([True, False], 1)


def test_what_an_act_before_left_without_a_paper_is_found(desk):
    """After an upgrade: signed, and no paper was ever wanted."""
    decision = desk.signed()
    wanted = {(row.kind, row.thing_id): row.sha256 for row in Printout.objects.all()}
    Printout.objects.all().delete()
    assert make_papers(desk.at) == Made()
    assert writes.want_missing(at=desk.at) == []
    assert {(row.kind, row.thing_id): row.sha256 for row in Printout.objects.all()} == wanted
    assert (make_papers(desk.at), writes.want_missing(at=desk.at), make_papers(desk.at)) == (
        Made(3),
        [],
        Made(),
    )
    decision.refresh_from_db()
    assert decision.file is not None


def test_one_that_cannot_be_read_is_named_and_the_others_are_wanted(desk):
    broken = desk.signed(desk.item("Chè A"))
    desk.signed(desk.item("Chè B"), number="513-MH/QĐ-UBND")
    Printout.objects.all().delete()
    broken.items.update(printed={})
    unread = writes.want_missing(at=desk.at)
    assert [line.partition(" ")[0] for line in unread] == [
        "certificates.decision",
        "certificates.certificate",
    ]
    assert all(line.endswith("KeyError: 'product'") for line in unread)
    assert make_papers(desk.at) == Made(4)


def test_deliver_makes_papers_too(desk, capsys):
    desk.signed()
    call_command("deliver")
    assert re.fullmatch(r"sent \d+, failed 0; papers 3, failed 0\n", capsys.readouterr().out)
    assert Decision.objects.get().file is not None


class Stopping(io.StringIO):
    """Asks the process to end as soon as it says anything."""

    def write(self, text: str) -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return super().write(text)


def test_watching_it_ends_when_it_is_asked_to_with_what_it_has_in_hand_finished(desk, monkeypatch):
    desk.signed()
    # the test's own transaction would be closed as what another command left behind
    monkeypatch.setattr(deliver, "close_old_connections", lambda: None)
    before = [signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)]
    try:
        call_command("deliver", "--watch", stdout=Stopping())
    finally:
        for name, handler in zip((signal.SIGTERM, signal.SIGINT), before, strict=True):
            signal.signal(name, handler)
    assert Printout.objects.filter(made_at=None).count() == 0


def test_the_number_of_papers_of_one_round(desk):
    desk.signed(desk.item("A"), desk.item("B"))
    assert (make_due(lambda: desk.at, 2), make_due(lambda: desk.at)) == (Made(2), Made(3))


@pytest.fixture
def operator(desk):
    dung = desk.cast.person("dung", "Đỗ Dũng")
    desk.cast.appoint(dung, Role.OPERATOR)
    return dung


def test_operators_see_what_waits_and_have_it_made_again(client, desk, broken, operator):
    certificate, at = Certificate.objects.get(decision_item__decision=broken[0]), desk.at
    for _try in range(MOST_TRIES):
        make_papers(at)
        at = row_of(certificate).due_at
    client.force_login(operator)
    page = client.get(reverse("printing:printouts")).content.decode()
    row = row_of(certificate)
    assert [said in page for said in (row.label, "RuntimeError: no such letter", "Đã dừng lúc")] == [True] * 3
    address = reverse("printing:make_again", args=[row.pk])
    assert client.post(address).status_code == 302
    row.refresh_from_db()
    assert (row.given_up_at, row.tries, row.fault) == (None, 0, "")
    entry = Entry.objects.latest("sequence")
    assert (entry.action, entry.by, entry.data) == (
        "printout.make_again", operator, {"fault": "RuntimeError: no such letter"},
    )  # fmt: skip
    for person in (desk.phuc, desk.thinh, desk.lan):
        client.force_login(person)
        assert client.get(reverse("printing:printouts")).status_code == 403
        assert client.post(address).status_code == 403


def test_what_is_made_is_not_made_again(desk, operator):
    desk.signed()
    make_papers(desk.at)
    with pytest.raises(Refused) as caught:
        make_again(Printout.objects.earliest("pk"), by=operator, at=desk.at)
    assert caught.value.refusal.code == "conflict_made"


def test_a_late_maker_does_not_print_a_notice_without_the_number_it_got(desk):
    desk.signed()
    notice = ResultNotice.objects.get()
    Printout.objects.exclude(kind="certificates.resultnotice").update(due_at=desk.at + timedelta(days=9))
    old = claim(desk.at)
    content = making.typeset(old)
    acts.number_notice(notice, number="33-MH/TB-SNNMT", noticed_on=desk.at.date(), by=desk.phuc, at=desk.at)
    assert making._keep(old, content, at=desk.at) is False
    making._put_back(old, "too late", desk.at)
    row = row_of(notice)
    assert (row.tries, row.fault, row.data["number"]) == (0, "", "33-MH/TB-SNNMT")
    assert row.sha256 != old.sha256
    assert make_papers(desk.at) == Made(1)
    assert (row.moment, isinstance(row.wanted_at, datetime)) == (notice.at, True)
    assert timezone.is_aware(row.moment)


def test_a_decision_from_before_its_articles_were_data_is_typeset(desk):
    decision = desk.signed()
    printout = row_of(decision)
    as_now = making.typeset(printout)
    printout.data = {name: said for name, said in printout.data.items() if name != "articles"}
    assert making.typeset(printout) == as_now
