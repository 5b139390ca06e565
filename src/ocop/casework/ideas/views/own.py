"""Ideas for who has them: the list, writing one down, sending it, its page."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from ocop.casework.dossiers.selectors import dossier_of
from ocop.casework.ideas import permissions
from ocop.casework.ideas.actions import deciding
from ocop.casework.ideas.actions import writing as actions
from ocop.casework.ideas.forms import IdeaForm, NameProducerForm, NewIdeaForm
from ocop.casework.ideas.labels import (
    DECIDERS,
    KINDS_OF_STATES,
    NEXT_STEPS,
    idea_deed,
    idea_state_name,
)
from ocop.casework.ideas.lists import IdeaFilter, IdeaTable
from ocop.casework.ideas.models import Idea, IdeaQuerySet
from ocop.casework.ideas.rules.states import IdeaState
from ocop.casework.ideas.selectors.likeness import Match, look_alikes
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.selectors import appointments_on
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name
from ocop.foundation.ui import autosave
from ocop.foundation.ui.autosave import is_autosave
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Entry
from ocop.foundation.ui.refusals import ensure
from ocop.foundation.ui.rows import the_one
from ocop.foundation.ui.words import said
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import is_officer
from ocop.registers.producers.selectors import producers_of
from ocop.registers.producers.views.loading import act, province_code
from ocop.registers.products.selectors import regulation_on

_WAITS = {IdeaState.DRAFT, IdeaState.RETURNED, IdeaState.APPROVED}


class OwnIdeas(ListView):
    """The ideas that the person wrote down, and those of the person's producers."""

    table_class = IdeaTable
    filterset_class = IdeaFilter
    heading = _("Ý tưởng của tôi")
    lead = _("Ý tưởng được duyệt thì thành sản phẩm và hồ sơ, không phải ghi lại.")
    empty_title = _("Chưa có ý tưởng nào")
    empty_text = _("Chỉ cần tên, xã và nguyên liệu; khoảng mười phút trên điện thoại.")
    empty_url: Any = reverse_lazy("ideas:new")
    add_url: Any = empty_url
    empty_label = add_label = _("Đăng ký ý tưởng")
    exporter = as_xlsx
    export_name = "y-tuong-cua-toi"

    def get_queryset(self) -> IdeaQuerySet:
        """Own ideas with what the table shows."""
        return Idea.objects.own(self.request.user, timezone.now()).with_names()


def load(request: HttpRequest, key: UUID, at: datetime) -> Idea:
    """The idea of this address. Http404 where there is none, or none for this person."""
    found = Idea.objects.visible_to(request.user, at).with_names().select_related("created_by")
    idea = the_one(found.filter(key=key))
    if idea is None:
        raise Http404(gettext("Không có ý tưởng này."))
    return idea


def head(idea: Idea) -> dict[str, Any]:
    """What the head of every page about an idea says."""
    state = IdeaState(idea.state)
    step = "" if idea.used_at else NEXT_STEPS.get(state, "")
    level = DECIDERS[permissions.level_at(timezone.now())]
    return {
        "idea": idea,
        "name": idea.name,
        "kicker": gettext("Ý tưởng sản phẩm"),
        "place": f"{idea.whose} · {full_name(idea.place)}",
        "stage": idea_state_name(state),
        "stage_kind": KINDS_OF_STATES[state],
        "next_step": step,
        "holder": "" if not step else idea.whose if state in _WAITS else level,
        "cancel_url": idea.get_absolute_url(),
    }


def matches_of(request: HttpRequest, idea: Idea, at: datetime) -> list[Match]:
    """What looks like the idea."""
    return look_alikes(
        idea.name, place=idea.place, person=request.user, at=at, producer=idea.producer, but=idea
    )


def new(request: HttpRequest) -> HttpResponse:
    """First page: what, where, whose. Looks for what is alike while it is typed,
    and goes on to the other answers.
    """
    at = timezone.now()
    producers = producers_of(request.user, at)
    is_for_other = is_officer(request.user, at) and not producers.exists()
    usual = _usual_place(request, at, producers.first())
    form = NewIdeaForm(
        request.POST or None, province=_province(usual), producers=producers, is_for_other=is_for_other,
        initial={"place": usual.pk if usual else None},
    )  # fmt: skip
    context: dict[str, Any] = {
        "heading": gettext("Đăng ký ý tưởng sản phẩm"),
        "lead": gettext("Trang 1 trên 3. Chưa cần giấy tờ gì; viết dở cũng được giữ."),
        "submit": gettext("Viết tiếp"),
        "cancel_url": reverse("ideas:own"),
        "is_for_other": is_for_other,
    }

    def save(data: dict[str, Any]) -> Idea:
        producer = data.pop("producer", None) or (None if is_for_other else producers.first())
        return actions.register_idea(
            fields=data, producer=producer, is_for_other=is_for_other, by=request.user, at=at
        )

    def done(idea: Idea) -> HttpResponse:
        return redirect("ideas:write", idea.key)

    return act(request, form, save, done, context, template="ideas/new.html")


def _usual_place(request: HttpRequest, at: datetime, producer: Producer | None) -> Place | None:
    """The commune of the producer, or of the officer's own office."""
    if producer is not None:
        return producer.commune
    offices = [row.office for row in appointments_on(request.user, at) if row.role == Role.COMMUNE_OFFICER]
    return next((office.place for office in offices if office.level == Level.COMMUNE), None)


def _province(place: Place | None) -> str:
    """The code of the province whose communes a form offers: the programme's;
    failing that the place's own.
    """
    return province_code() or (place.province.code if place else "")


@require_safe
def alike(request: HttpRequest) -> HttpResponse:
    """For the page that is being filled in: what looks like the name that was typed."""
    at = timezone.now()
    number = request.GET.get("place", "")
    standing = Place.objects.existing_on(timezone.localdate(at)).filter(level=Level.COMMUNE).with_parents()
    place = (
        standing.filter(pk=int(number)).first()
        if number.isascii() and number.isdigit() and len(number) < 10
        else None
    )
    name = request.GET.get("name", "")[:200]
    found = look_alikes(name, place=place, person=request.user, at=at) if place else []
    return render(request, "ideas/_alike.html", {"matches": found})


def write(request: HttpRequest, key: UUID) -> HttpResponse:
    """The other answers on one page, kept while they are written."""
    at = timezone.now()
    idea = load(request, key, at)
    ensure(permissions.refuse_write_idea(request.user, idea, at))
    form = IdeaForm(
        request.POST if request.method == "POST" else None, province=_province(idea.place),
        regulation=regulation_on(timezone.localdate(at)), is_for_other=idea.is_entered_for_other,
        initial={name: getattr(idea, name) for name in actions.FIELDS},
    )  # fmt: skip

    def save(data: dict[str, Any]) -> Idea:
        return actions.save_idea(idea, fields=data, by=request.user, at=at)

    def save_whole(data: dict[str, Any]) -> Idea:
        with autosave.in_order(request, at):
            return save(data)

    if is_autosave(request):
        return autosave.answer(request, form, save, at)
    context = head(idea) | {
        "heading": gettext("Kể về ý tưởng"),
        "lead": gettext("Trang 2 trên 3. Câu nào chưa rõ thì để trống."),
        "submit": gettext("Xem lại và gửi"),
        "autosave_url": request.path,
        "matches": matches_of(request, idea, at),
    }

    def done(saved: Idea) -> HttpResponse:
        return redirect("ideas:send", saved.key)

    return act(request, form, save_whole, done, context, template="ideas/write.html")


def send(request: HttpRequest, key: UUID) -> HttpResponse:
    """Shows everything once more, with what looks alike, then sends it."""
    at = timezone.now()
    idea = load(request, key, at)
    ensure(permissions.refuse_write_idea(request.user, idea, at))
    lacks = actions.missing(idea)
    if request.method == "POST":
        actions.submit_idea(idea, by=request.user, at=at)
        messages.success(request, gettext("Đã gửi ý tưởng. Bạn được báo khi có kết quả."))
        return redirect(idea)
    who = DECIDERS[permissions.level_at(at)]
    context = head(idea) | {
        "heading": gettext("Xem lại rồi gửi"),
        "lead": gettext("Trang 3 trên 3. %(who)s sẽ xem và trả lời.") % {"who": who},
        "facts": facts(idea),
        "lacks": lacks,
        "matches": matches_of(request, idea, at),
    }
    return render(request, "ideas/send.html", context)


def facts(idea: Idea) -> list[tuple[Any, Any]]:
    """What was answered, question by question."""
    regulation = regulation_on(timezone.localdate())
    leaf = regulation.leaves.get(idea.leaf) if regulation else None
    rows = [
        (_("Ý tưởng của"), idea.proposer),
        (_("Điện thoại"), idea.proposer_phone),
        (_("Xã, phường"), full_name(idea.place)),
        (_("Nguyên liệu địa phương"), idea.material),
        (_("Sản phẩm thế nào"), idea.description),
        (_("Bán cho ai, ở đâu"), idea.market),
        (_("Cần giúp gì"), idea.help_wanted),
        (_("Nhóm sản phẩm"), said(leaf.label) if leaf else ""),
    ]
    return [(term, value) for term, value in rows if value]


@require_safe
def detail(request: HttpRequest, key: UUID) -> HttpResponse:
    """One idea: where it stands, what this person may do, what looks alike, what happened."""
    at = timezone.now()
    idea = load(request, key, at)
    is_deciding = permissions.refuse_decide(request.user, idea, at) is None
    is_owner = permissions.is_owner(request.user, idea, at)
    context = head(idea) | {
        "facts": facts(idea),
        "deeds": _deeds(request, idea, at),
        "matches": matches_of(request, idea, at) if is_deciding or (is_owner and idea.is_editable) else [],
        "is_deciding": is_deciding,
        "entries": [Entry(idea_deed(row.action), row.at, row.by_name, row.reason) for row in history(idea)],
        "is_owner": is_owner,
        "dossier": dossier_of(idea),
    }
    return render(request, "ideas/detail.html", context)


def _deeds(request: HttpRequest, idea: Idea, at: datetime) -> list[tuple[Any, str]]:
    """What the person may do now, the most likely first."""
    person = request.user
    own = permissions.refuse_write_idea(person, idea, at)
    decide = permissions.refuse_decide(person, idea, at)
    use = permissions.refuse_open_from_idea(person, idea, at)
    known = [
        (_("Duyệt ý tưởng"), "ideas:approve", decide),
        (_("Trả lại để bổ sung"), "ideas:return", decide),
        (_("Không duyệt"), "ideas:refuse", decide),
        (_("Làm hồ sơ từ ý tưởng"), "dossiers:from_idea", use),
        (_("Viết tiếp"), "ideas:write", own),
        (_("Xem lại và gửi"), "ideas:send", own),
        (_("Ghi chủ thể"), "ideas:producer", permissions.refuse_attach_producer(person, idea, at)),
        (_("Rút ý tưởng"), "ideas:withdraw", permissions.refuse_withdraw_idea(person, idea, at)),
    ]
    return [(label, reverse(name, args=[idea.key])) for label, name, refusal in known if refusal is None]


def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Asks, then takes the idea back."""
    at = timezone.now()
    idea = load(request, key, at)
    ensure(permissions.refuse_withdraw_idea(request.user, idea, at))
    if request.method == "POST":
        actions.withdraw_idea(idea, by=request.user, at=at)
        messages.success(request, gettext("Đã rút ý tưởng."))
        return redirect("ideas:own")
    context = head(idea) | {
        "heading": gettext("Rút ý tưởng “%(idea)s”?") % {"idea": idea.name},
        "question": gettext("Ý tưởng không được xem xét nữa. Nội dung vẫn được giữ."),
        "submit": gettext("Rút ý tưởng"),
        "danger": True,
    }
    return render(request, "ui/confirm.html", context)


def name_producer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Which producer takes the idea up: one's own ones, for an officer those of the idea's commune."""
    at = timezone.now()
    idea = load(request, key, at)
    ensure(permissions.refuse_attach_producer(request.user, idea, at))
    near = Producer.objects.on_desk_of(request.user, at).filter(commune=idea.place_id).values("pk")
    own = producers_of(request.user, at).values("pk")
    producers = Producer.objects.filter(Q(pk__in=own) | Q(pk__in=near)).order_by("name")
    form = NameProducerForm(request.POST or None, producers=producers)
    context = head(idea) | {
        "heading": gettext("Chủ thể nào làm ý tưởng này?"),
        "lead": gettext("Chưa có trong danh sách thì đăng ký chủ thể trước, rồi quay lại đây."),
    }

    def save(data: dict[str, Any]) -> Idea:
        return deciding.attach_producer(idea, producer=data["producer"], by=request.user, at=at)

    def done(saved: Idea) -> HttpResponse:
        messages.success(request, gettext("Đã ghi chủ thể."))
        return redirect(saved)

    return act(request, form, save, done, context)
