"""Who is reminded, of which step, once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from ocop.casework.renewals import acts
from ocop.casework.renewals.models import Reminder
from ocop.casework.renewals.tests.cast import Terms
from ocop.casework.renewals.writes import reminding
from ocop.casework.renewals.writes.reminding import remind_ends
from ocop.foundation.notifications.models import Message
from ocop.kernel.calendar import EventKind
from ocop.registers.products.writes import record_event

END = date(2027, 11, 30)


def told() -> list[str]:
    rows = Message.objects.filter(kind__startswith="renewals.").order_by("pk")
    return sorted(row.person.username for row in rows)


@pytest.mark.parametrize(
    ("left", "count"),
    [(201, 0), (200, 4), (180, 4), (150, 4), (130, 4), (121, 4), (0, 4), (-1, 1)],
)
def test_producer_commune_and_province_are_told(terms: Terms, left: int, count: int):
    terms.ends(END)
    moment = terms.moment(END - timedelta(days=left))
    assert remind_ends(at=moment) == count
    assert remind_ends(at=moment) == 0
    assert told() == ["lan", "minh", "phuc", "van"][:count]
    assert Reminder.objects.count() == min(count, 1)


def test_five_reminders_then_what_to_do_with_the_stock(terms: Terms):
    recognition = terms.ends(END)
    for left in range(210, -40, -1):
        remind_ends(at=terms.moment(END - timedelta(days=left)))
    steps = Reminder.objects.filter(recognition=recognition).values_list("step", flat=True)
    assert list(steps) == ["early", "opens", "middle", "closing", "last", "ended"]
    lan = Message.objects.filter(person=terms.lan, kind__startswith="renewals.").order_by("pk")
    assert lan.count() == 6
    assert lan[0].body.startswith("30/11/2027 (còn 200 ngày): Chè Shan hết hạn giấy chứng nhận.")
    assert "từ 03/06/2027 đến 02/08/2027" in lan[0].body
    assert "có giá trị đến hết ngày 30/11/2027" in lan[5].body
    assert "thu hồi" not in lan[5].body
    assert Message.objects.filter(person=terms.minh, kind="renewals.reminder").count() == 5


def test_a_run_that_is_killed_tells_nobody_and_the_next_tells_everybody_once(
    terms: Terms, monkeypatch: pytest.MonkeyPatch
):
    terms.ends(END)
    moment, as_ever, count = terms.moment(END - timedelta(days=200)), reminding.tell, [0]

    def killed(*given: object, **facts: object) -> object:
        count[0] += 1
        if count[0] == 3:
            raise KeyboardInterrupt
        return as_ever(*given, **facts)

    monkeypatch.setattr(reminding, "tell", killed)
    with pytest.raises(KeyboardInterrupt):
        remind_ends(at=moment)
    assert (told(), Reminder.objects.count()) == ([], 0)
    monkeypatch.setattr(reminding, "tell", as_ever)
    assert remind_ends(at=moment) == 4
    assert remind_ends(at=moment + timedelta(days=1)) == 0
    assert told() == ["lan", "minh", "phuc", "van"]


def test_a_holder_without_an_account_commune_and_province_are_told(terms: Terms):
    terms.ends(END, producer=terms.without_account())
    assert remind_ends(at=terms.moment(END - timedelta(days=150))) == 3
    assert remind_ends(at=terms.moment(END + timedelta(days=1))) == 1
    assert told() == ["minh", "minh", "phuc", "van"]


def test_what_nobody_can_be_told_of_stays_owed(terms: Terms):
    terms.ends(END)
    day = terms.moment(END - timedelta(days=150))
    for person in (terms.lan, terms.minh, terms.phuc, terms.van):
        person.is_active = False
        person.save()
    assert (remind_ends(at=day), Reminder.objects.count()) == (0, 0)
    terms.phuc.is_active = True
    terms.phuc.save()
    assert remind_ends(at=day + timedelta(days=3)) == 1


def test_no_reminder_after_no_and_after_a_renewal_was_filed(terms: Terms):
    first, second = terms.ends(END), terms.ends(END, "Chè đen")
    day = terms.moment(END - timedelta(days=150))
    acts.decline_renewal(first.product, reason="no_need", by=terms.lan, at=day)
    terms.filed(second, END - timedelta(days=170))
    Message.objects.all().delete()
    assert remind_ends(at=day) == 0
    acts.take_back_answer(first.product, by=terms.lan, at=day)
    assert remind_ends(at=day) == 4


def test_who_lost_the_stars_by_another_way_is_told_of_the_stock_too(terms: Terms):
    recognition = terms.ends(END)
    day = terms.at
    record_event(recognition, kind=EventKind.REVOKED, on=day.date(), by=terms.phuc, at=day)
    assert remind_ends(at=day) == 1
    assert remind_ends(at=day + timedelta(days=1)) == 0
    assert told() == ["lan"]


def test_many_products_are_one_message_that_names_twenty(terms: Terms):
    for number in range(23):
        terms.ends(END, f"Chè {number}")
    assert remind_ends(at=terms.moment(END - timedelta(days=200))) == 4
    body = Message.objects.get(person=terms.phuc).body
    assert len(body.splitlines()) == 21
    assert body.endswith("và 3 nữa")


def test_the_command_tells_of_everything_that_comes_near(terms: Terms, capsys: pytest.CaptureFixture[str]):
    terms.ends(date(2026, 11, 30))
    call_command("remind")
    call_command("remind")
    assert capsys.readouterr().out.splitlines()[1] == "reminded 0"
