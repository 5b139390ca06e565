"""Declarations of conflicts of interest: one screen at the start, one tap on any product later."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.review import actions, permissions
from ocop.casework.review.forms.meetings import ConflictForm, DeclarationForm, MemberConflictForm
from ocop.casework.review.models import Seat
from ocop.casework.review.permissions.who import scoring_seat, seats_held
from ocop.casework.review.rules import SCORING_FUNCTIONS, Relation
from ocop.casework.review.rules.conflicts import Hint
from ocop.casework.review.selectors import hints_for, tasks
from ocop.casework.review.views.loading import item_for, meeting_for
from ocop.foundation.ui.refusals import Refused, ensure


def _hint_words() -> dict[Hint, str]:
    return {
        Hint.ACTS_FOR_PRODUCER: _("bạn được giao làm thay chủ thể này"),
        Hint.SAME_PHONE: _("trùng số điện thoại với chủ thể"),
        Hint.SAME_EMAIL: _("trùng thư điện tử với chủ thể"),
        Hint.SAME_NAME: _("trùng họ tên với người của chủ thể"),
    }


def declare(request: HttpRequest, key: UUID) -> HttpResponse:
    """Every product with yes or no; what can still be changed can be changed here."""
    at = timezone.now()
    meeting = meeting_for(request, key, at)
    seat = scoring_seat(request.user, meeting, at)
    if seat is None:
        raise Http404
    mine = [
        task
        for task in tasks(request.user, meeting, at)
        if permissions.refuse_declare(request.user, task.item, at) is None
    ]
    form = DeclarationForm(mine, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.declare(form.words(), by=request.user, at=at)
        messages.success(request, _("Đã ghi lời khai. Sản phẩm không có xung đột đã mở cho bạn."))
        return redirect(meeting)
    words, found = _hint_words(), hints_for(seat, [task.item for task in mine], at)
    rows = [
        (task, conflict, relation, note, [words[hint] for hint in found[task.item.pk]])
        for task, conflict, relation, note in form.rows
    ]
    context = {"form": form, "rows": rows, "meeting": meeting}
    return render(request, "review/declare.html", context, status=422 if form.errors else 200)


def own_conflict(request: HttpRequest, key: UUID) -> HttpResponse:
    """A member finds out during scoring: from then on neither sheet nor dossier."""
    at = timezone.now()
    item = item_for(request, key, at, permissions.refuse_declare)
    form = ConflictForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        word = actions.Word(True, Relation(form.cleaned_data["relation"]), form.cleaned_data["note"])
        actions.declare({item: word}, by=request.user, at=at)
        messages.success(request, _("Đã ghi. Bạn không tham gia đánh giá sản phẩm này nữa."))
        return redirect(item.meeting)
    context = {
        "form": form,
        "heading": _("Khai báo xung đột lợi ích: %(product)s") % {"product": item},
        "question": _("Bạn sẽ không xem, không chấm sản phẩm này; phiếu đang chấm không được tính."),
        "submit": _("Không tham gia đánh giá"),
        "danger": True,
        "cancel_url": item.meeting.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", context, status=422 if form.errors else 200)


def member_conflict(request: HttpRequest, key: UUID) -> HttpResponse:
    """The secretary or the chair records a conflict of a member."""
    at = timezone.now()
    item = item_for(request, key, at)
    ensure(
        permissions.refuse_keep(request.user, item.meeting, at)
        or permissions.refuse_conflict(request.user, item)
    )
    seats = seats_held(at).filter(council=item.meeting.council_id, function__in=SCORING_FUNCTIONS)
    form = MemberConflictForm(
        request.POST or None, seats=Seat.objects.filter(pk__in=seats).select_related("person")
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.record_conflict(
                item,
                data["seat"],
                relation=Relation(data["relation"]),
                note=data["note"],
                by=request.user,
                at=at,
            )
            messages.success(
                request, _("Đã ghi xung đột lợi ích của %(person)s.") % {"person": data["seat"].person}
            )
            return redirect(item.meeting)
        except Refused as refused:
            form.add_error(None, str(refused.refusal))
    context = {
        "form": form,
        "heading": _("Ghi xung đột lợi ích: %(product)s") % {"product": item},
        "question": _(
            "Người đó không xem, không chấm, không tính vào số thành viên và điểm của sản phẩm này."
        ),
        "submit": _("Ghi lại"),
        "cancel_url": item.meeting.get_absolute_url(),
    }
    return render(request, "ui/confirm.html", context, status=422 if form.errors else 200)
