"""Reminders of the end of recognitions: each step of each once, to producer, commune and province."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.renewals.models import Reminder
from ocop.casework.renewals.rules import TOLD_AFTER, Step, step_due
from ocop.casework.renewals.selectors.terms import open_ends
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.templatetags.ui import days_left, ngay, so
from ocop.kernel.calendar import EventKind, renewal_window
from ocop.registers.producers.models import Representation
from ocop.registers.products.models import Listing, RecognitionEvent
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current

MOST_LINES = 20
"""Products that one message names; the list has them all."""


@dataclass(frozen=True)
class Due:
    """A reminder that is owed: of which recognition, which step, which end it speaks of."""

    recognition: int
    step: Step
    on: date
    listing: Listing


@recorded
def remind_ends(*, at: datetime) -> int:
    """How many people were told. One transaction writes what was told and that it was: a run that is killed
    told nobody, and the next tells everybody once; two runs at one moment wait for each other.

    What nobody can be told of (no account, no officer) stays owed.
    """
    programme, today = current(), timezone.localdate(at)
    if programme is None:
        return 0
    holding(Programme.objects).get(pk=programme.pk)
    due = [*_before(today), *_after(today)]
    readers = _Readers(due, programme, at)
    told: dict[int, list[Due]] = defaultdict(list)
    reached = []
    for one in due:
        people = readers.of(one)
        for person in people:
            told[person].append(one)
        if people:
            reached.append(_reminder(one, len(people), at))
    Reminder.objects.bulk_create(reached)
    for pk, rows in told.items():
        _tell(readers.people[pk], rows, readers, today, at)
    return len(told)


def _reminder(one: Due, people: int, at: datetime) -> Reminder:
    return Reminder(recognition_id=one.recognition, step=one.step.value, ends_on=one.on, at=at, people=people)


def _before(today: date) -> Iterable[Due]:
    """What comes near its end, with the step that is owed today."""
    rows = list(open_ends(today))
    told = _told(row.recognition_id for row in rows)
    for row in rows:
        key, end = row.recognition_id, row.expires_on
        if key is None or end is None:
            continue
        step = step_due(end, today, told[key, end])
        if step is not None:
            yield Due(key, step, end, row)


def _after(today: date) -> Iterable[Due]:
    """What ended lately (expired, taken back, replaced by fewer stars) and whose holder was not told what
    becomes of the mark (MARK-2).
    """
    since = today - TOLD_AFTER
    gone = Listing.objects.filter(stops_on__range=(since, today - timedelta(days=1)), ending__isnull=True)
    ended = {row.recognition_id: (row, row.stops_on) for row in gone.select_related("product", "producer")}
    kinds = Q(kind__in=(EventKind.REVOKED, EventKind.ANNULLED)) | Q(
        kind=EventKind.REPLACED, recognition__product__listing__stars__lt=F("recognition__stars")
    )
    events = RecognitionEvent.objects.filter(kinds, on__range=(since, today))
    names = ("recognition__product__listing__product", "recognition__product__listing__producer")
    for event in events.select_related(*names):
        ended[event.recognition_id] = (event.recognition.product.listing, event.on - timedelta(days=1))
    told = _told(key for key in ended if key is not None)
    for key, (row, last) in ended.items():
        if key is not None and last is not None and Step.ENDED not in told[key, last]:
            yield Due(key, Step.ENDED, last, row)


def _told(recognitions: Iterable[int | None]) -> dict[tuple[int, date], set[str]]:
    rows = Reminder.objects.filter(recognition__in=list(recognitions))
    found: dict[tuple[int, date], set[str]] = defaultdict(set)
    for key, end, step in rows.values_list("recognition", "ends_on", "step"):
        found[key, end].add(step)
    return found


class _Readers:
    """Who is told: a producer's people, the officers of its commune, those of the province."""

    def __init__(self, due: Sequence[Due], programme: Programme, at: datetime) -> None:
        self.people: dict[int, Person] = {}
        self.acting = self._acting({one.listing.producer_id for one in due}, at)
        communes = {one.listing.producer_commune_id: one.listing.producer_commune for one in due}
        self.communes = {
            key: self._keep(people_holding(Role.COMMUNE_OFFICER, at, place=place))
            for key, place in communes.items()
            if place is not None
        }
        province = people_holding(Role.PROVINCE_OFFICER, at, place=programme.province)
        self.province = self._keep(province) if due else set()

    def _keep(self, people: Iterable[Person]) -> set[int]:
        found = {person.pk: person for person in people}
        self.people |= found
        return set(found)

    def _acting(self, producers: Collection[int], at: datetime) -> dict[int, set[int]]:
        acting = Representation.objects.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=at),
            producer__in=producers, starts_at__lte=at, person__is_active=True,
        )  # fmt: skip
        found: dict[int, set[int]] = defaultdict(set)
        for one in acting.select_related("person").order_by("pk"):
            found[one.producer_id] |= self._keep([one.person])
        return found

    def of(self, one: Due) -> set[int]:
        """Those (by id) who are told of one reminder; of what ended the holder alone, the commune for a
        holder without an account.
        """
        row = one.listing
        own = self.acting.get(row.producer_id, set())
        commune = self.communes.get(row.producer_commune_id, set())
        if one.step == Step.ENDED:
            return own or commune
        return own | commune | self.province

    def is_own(self, person: Person, one: Due) -> bool:
        """Whether the person acts for the producer."""
        return person.pk in self.acting.get(one.listing.producer_id, set())


def _tell(person: Person, rows: list[Due], readers: _Readers, today: date, at: datetime) -> None:
    """One message about what comes near, one about what ended."""
    before = [one for one in rows if one.step != Step.ENDED]
    after = [one for one in rows if one.step == Step.ENDED]
    with translation.override(person.language):
        if before:
            lines = [_line(one, today, readers.is_own(person, one)) for one in before]
            subject = ngettext(
                "%(count)s giấy chứng nhận sắp hết hạn", "%(count)s giấy chứng nhận sắp hết hạn", len(before)
            ) % {"count": so(len(before))}
            url = _page(before, is_own=all(readers.is_own(person, one) for one in before))
            tell([person], kind="renewals.reminder", subject=subject, body=_body(lines), url=url, at=at)
        if after:
            names = ", ".join(dict.fromkeys(one.listing.name for one in after))
            subject = _("Dừng dùng sao OCOP: %(products)s") % {"products": names[:120]}
            body = "\n".join([_body([_ended(one) for one in after]), stock_words()])
            tell([person], kind="renewals.ended", subject=subject, body=body, url=_page(after), at=at)


def _page(rows: list[Due], *, is_own: bool = True) -> str:
    if len(rows) == 1:
        return reverse("renewals:detail", args=[rows[0].listing.product.slug])
    return reverse("products:own") if is_own else reverse("renewals:list")


def _body(lines: list[str]) -> str:
    more = len(lines) - MOST_LINES
    rest = [_("và %(count)s nữa") % {"count": so(more)}] if more > 0 else []
    return "\n".join([*lines[:MOST_LINES], *rest])


def _line(one: Due, today: date, is_own: bool) -> str:
    opens, closes = renewal_window(one.on)
    name = one.listing.name if is_own else f"{one.listing.name} – {one.listing.producer_name}"
    if today <= closes:
        text = _("%(product)s hết hạn giấy chứng nhận. Nộp hồ sơ đánh giá lại từ %(opens)s đến %(closes)s.")
    else:
        text = _(
            "%(product)s hết hạn giấy chứng nhận, đã qua hạn nộp hồ sơ đánh giá lại (%(closes)s). Nộp ngay: "
            "tỉnh xem xét kéo dài theo khoản 3 Điều 12."
        )
    words = text % {"product": name, "opens": ngay(opens), "closes": ngay(closes)}
    return f"{ngay(one.on)} ({days_left(one.on, today)}): {words}"


def _ended(one: Due) -> str:
    return _("%(product)s: giấy chứng nhận có giá trị đến hết ngày %(day)s.") % {
        "product": one.listing.name, "day": ngay(one.on)
    }  # fmt: skip


def stock_words() -> str:
    """What a holder does with packs on hand, in the language of the page."""
    return _(
        "Sau ngày đó không in hạng sao, nhãn hiệu OCOP lên bao bì, tem, quảng cáo; tệp nhãn đã đóng. Bao bì "
        "và hàng còn tồn có in sao: kê số lượng, che hoặc bóc sao trước khi bán tiếp, báo xã nếu cần thêm "
        "thời gian."
    )
