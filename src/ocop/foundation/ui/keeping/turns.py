"""Saves of one form, one after the other; what was asked for once is carried out once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.ui.keeping.asked import OPERATION, Sent, form_of, is_question, owner_of
from ocop.foundation.ui.keeping.drafts import drafts_of
from ocop.foundation.ui.models import OpenForm, Operation

KEPT = timedelta(days=90)
"""How long an operation is remembered: a browser may ask after weeks whether what it sent has arrived."""
_AT_ONCE = 100


class Turn:
    """What came in, while nobody else saves the same form."""

    def __init__(self, request: HttpRequest, at: datetime) -> None:
        self.request, self.at = request, at
        self.sent, self.form, self.owner = Sent.of(request), form_of(request), owner_of(request)
        self.given: set[str] = set()  # marks of what a whole form gives
        self.before = self._before()

    def _before(self) -> dict[str, Any] | None:
        """What was answered when this came the first time."""
        sent = self.sent
        if sent.owner and sent.owner != str(self.owner):
            raise Refused(_of_another())
        known = Operation.objects.filter(pk=sent.operation).first() if sent.operation else None
        if known is None:
            return None
        if known.owner != self.owner:
            raise Refused(_of_another())
        if known.asked and (known.form, known.asked) != (self.form, sent.asked):
            raise Refused(_other_content())
        answer: dict[str, Any] = known.answer
        if not sent.field and "go" not in answer:  # a whole form whose page has saved something later
            raise Refused(_other_content())
        return answer

    def was_made(self, mark: str) -> bool:
        """Whether the value with this mark came from an earlier operation of the same page."""
        earlier = Operation.objects.filter(pk__in=self.sent.after, owner=self.owner, form=self.form)
        return bool(self.sent.after) and any(mark in one.made.split() for one in earlier)

    def done(self, answer: dict[str, Any], made: str = "") -> None:
        """Remembers what was carried out; what the same page sent before it comes too late from now on."""
        by: dict[str, Any] = {"owner": self.owner, "form": self.form, "at": self.at}
        rows = [Operation(key=one, answer={"late": True}, **by) for one in self.sent.after]
        if self.sent.operation:
            told = {"field": self.sent.field, "asked": self.sent.asked, "made": made, "answer": answer}
            rows.append(Operation(key=self.sent.operation, **told, **by))
        if rows:
            Operation.objects.bulk_create(rows, ignore_conflicts=True)

    def finish(self, response: HttpResponse) -> HttpResponse:
        """Remembers where a form that was saved whole led to, and lets go of the drafts of its fields."""
        if 300 <= response.status_code < 400:
            self.done({"go": response["Location"]}, " ".join(self.given))
            drafts_of(self.request).delete()
        return response


@contextmanager
def turn(request: HttpRequest, at: datetime, *, is_own: bool = False) -> Iterator[Turn]:
    """Around what stores a form, some fields of it or all; everybody else who saves the same form waits.

    With `is_own`, where a new thing is made, only other pages of the same person do. Refused when it was
    written under another account, and when an operation comes again with other content.
    """
    form = f"{form_of(request)}#{owner_of(request)}" if is_own else form_of(request)
    with transaction.atomic():
        _known, is_new = holding(OpenForm.objects).get_or_create(form=form, defaults={"at": at})
        if is_new:
            _forget(at - KEPT)
        yield Turn(request, at)


def once(request: HttpRequest, at: datetime, work: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer of a page that keeps nothing else: `work()`, and where it led when what was sent (a form
    with files, or one file of several) comes again under the same operation.
    """
    if is_question(request):
        return told(request)
    if request.method != "POST" or not Sent.of(request).operation:
        return work()
    with turn(request, at, is_own=True) as mine:
        if mine.before is not None:
            return redirect(mine.before["go"])
        return mine.finish(work())


def told(request: HttpRequest) -> JsonResponse:
    """What became of an operation of this person's: where it led, or nothing when it never arrived."""
    key = request.headers.get("X-Operation", "")
    known = None
    if OPERATION.fullmatch(key):
        known = Operation.objects.filter(pk=key, owner=owner_of(request), form=form_of(request)).first()
    return JsonResponse(known.answer if known else {})


def _forget(before: datetime) -> None:
    """What is long past; what somebody saves at this moment stays."""
    for table in (Operation, OpenForm):
        old = table.objects.select_for_update(skip_locked=True).filter(at__lt=before)
        table.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:_AT_ONCE])).delete()


def _of_another() -> Refusal:
    return Refusal(
        "conflict_other_account",
        _("Nội dung này được viết khi đăng nhập bằng tài khoản khác."),
        _("Không nội dung nào được gửi dưới tên người khác; nội dung đó vẫn còn trên máy."),
        _("Đăng nhập lại bằng tài khoản đã viết rồi mở lại trang."),
    )


def _other_content() -> Refusal:
    return Refusal(
        "conflict_operation_used",
        _("Lần gửi này đã dùng cho một nội dung khác."),
        _("Mỗi lần gửi chỉ được ghi một lần."),
        _("Tải lại trang, xem nội dung đang lưu, cần thì nhập lại."),
    )
