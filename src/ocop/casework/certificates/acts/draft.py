"""Soạn quyết định: from closed results of the council to a draft (article 7(3)(đ))."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import DECISIONS
from ocop.casework.certificates.checks import goes_to_ministry, not_closed, nothing_chosen, refuse_stopped
from ocop.casework.certificates.forms import ItemCards
from ocop.casework.certificates.labels import DECISION_KINDS
from ocop.casework.certificates.models import Decision, DecisionItem
from ocop.casework.certificates.permissions import refuse_conflict, refuse_prepare
from ocop.casework.certificates.rules import ON_RESULTS, RECOGNISED_BY_PROVINCE, SUBJECTS, DecisionKind
from ocop.casework.certificates.selectors import undecided
from ocop.casework.certificates.selectors.again import is_unchanged
from ocop.casework.certificates.selectors.authority import Authority, authority_of
from ocop.casework.certificates.writes.contents import content_of, put_in
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules import Recommendation
from ocop.casework.review.states import ItemState, MeetingState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, address_of, ensure, record, recorded
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import TextField
from ocop.foundation.ui.parts import Tab
from ocop.registers.programme.models import Programme

RECOGNITION_FROM = 50  # article 3(3)(c): the band of 3 stars begins at 50 points


class AsksItems(Asks):
    """Which results a decision is about."""

    items = forms.MultipleChoiceField(
        label=_("Sản phẩm"),
        widget=ItemCards,
        error_messages={"required": _("Đánh dấu ít nhất một sản phẩm.")},
    )
    subject = TextField(
        label=_("Trích yếu"),
        required=False,
        max_length=300,
        lines=2,
        help_text=_("In sau chữ “Về việc”. Để trống thì dùng câu thường lệ."),
    )

    def offer(self, items: Sequence[AgendaItem], ticked: Sequence[AgendaItem]) -> None:
        """Lets these results be ticked."""
        self.by_key = ItemCards.offer(self.fields["items"], items)
        self.initial["items"] = [str(item.pk) for item in ticked]

    def given(self) -> Mapping[str, Any]:
        """The results that were ticked, and the words."""
        chosen = [self.by_key[key] for key in self.cleaned_data["items"]]
        return {"subject": self.cleaned_data["subject"], "items": chosen}


class AsksForDraft(AsksItems):
    """Results of one kind; the address says of which."""

    gives = frozenset({"kind", "items", "subject"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = self.query.get("loai", "")
        self.kind = DecisionKind(text) if text in ON_RESULTS else DecisionKind.RECOGNITION
        who = self.who
        self.ready = {one: list(undecided(one, who.person, who.at)) for one in ON_RESULTS}
        self.offer(self.ready[self.kind], ticked=self.ready[self.kind])

    def given(self) -> Mapping[str, Any]:
        """With the kind."""
        return {**super().given(), "kind": self.kind}


@recorded
def draft_decision(
    programme: Programme,
    *,
    kind: DecisionKind,
    items: Sequence[AgendaItem],
    by: Person,
    at: datetime,
    subject: str = "",
) -> Decision:
    """Drafts a decision about results of closed meetings.

    Refused without products; for a result that is not closed, below 3 stars, in another live decision, or in
    conflict with the drafter; for a recognition of what goes to the ministry, and the other way round; for
    products that different authorities decide.
    """
    who = who_is(by, at)
    ensure(refuse_prepare(who))
    locked = chosen(items, DecisionKind(kind), who=who)
    level, place = authority(locked, at)
    decision = Decision.objects.create(
        programme=programme,
        level=level.value,
        place=place,
        kind=DecisionKind(kind).value,
        subject=subject.strip() or _usual_subject(DecisionKind(kind), locked),
        drafted_by=by,
        created_at=at,
    )
    put_in(decision, locked)
    record("decision.draft", decision, by=by, at=at, data=content_of(decision))
    return decision


def chosen(
    items: Sequence[AgendaItem], kind: DecisionKind, *, who: Who, decision: Decision | None = None
) -> list[AgendaItem]:
    """The results, locked, in the order of their meetings; every one must be allowed in."""
    if not items:
        raise Refused(nothing_chosen())
    locked = list(
        holding(AgendaItem.objects)
        .filter(pk__in=[item.pk for item in items])
        .select_related(
            "meeting",
            "dossier__product__producer",
            "dossier__commune__parent__parent",
            "dossier__recognition",
        )
        .order_by("meeting__closed_at", "position", "pk")
    )
    held_by = {row.item_id: row.decision for row in _held_elsewhere(locked, decision)}
    for item in locked:
        ensure(refuse_item(item, kind, held_by.get(item.pk)))
    ensure(refuse_stopped(item.dossier for item in locked))
    ensure(refuse_conflict(who, locked))
    return locked


def _held_elsewhere(items: Iterable[AgendaItem], decision: Decision | None) -> Iterable[DecisionItem]:
    rows = DecisionItem.objects.live().filter(item__in=[item.pk for item in items]).select_related("decision")
    return rows if decision is None else rows.exclude(decision=decision)


def authority(items: Sequence[AgendaItem], at: datetime) -> Authority:
    """Who decides on all of them. Refused where that is more than one."""
    found = {authority_of(item, timezone.localdate(at)) for item in items}
    if len(found) > 1:
        raise Refused(several_authorities())
    return found.pop()


def _usual_subject(kind: DecisionKind, items: Sequence[AgendaItem]) -> str:
    """The usual words of what a decision is about, with the year of the evaluation."""
    years = sorted({timezone.localdate(item.meeting.closed_at).year for item in items})
    return SUBJECTS[kind].format(year=", ".join(map(str, years)))


def refuse_item(item: AgendaItem, kind: DecisionKind, held_by: Decision | None) -> Refusal | None:
    """Why this result cannot stand in a decision of this kind; None where it can (R26-08, R26-09, R26-32)."""
    name = item.dossier.product.name
    if item.state != ItemState.CLOSED or item.meeting.state != MeetingState.CLOSED:
        return not_closed(name)
    if held_by is not None:
        return _already_decided(name, str(held_by))
    if kind == DecisionKind.APPROVAL_OF_RESULT:
        return None if item.recommendation == Recommendation.PROPOSE else _not_for_ministry(name)
    if item.recommendation == Recommendation.PROPOSE:
        return goes_to_ministry(name)
    if is_unchanged(item):
        return _changes_nothing(name, item.recommended_stars)
    return None if _is_recognised(item) else _below_recognition(name, exact_total(item), item.stars)


def _changes_nothing(product: str, stars: int | None) -> Refusal:
    return Refusal(
        "upgrade_changes_nothing",
        gettext("“%(product)s” đánh giá nâng hạng được %(stars)s sao, không cao hơn hạng đang có.")
        % {"product": product, "stars": stars or 0},
        _("Nâng hạng không đạt thì công nhận cũ giữ nguyên, không ra quyết định mới (khoản 5 Điều 7)."),
        _("Bỏ sản phẩm khỏi dự thảo và gửi thông báo kết quả cho chủ thể."),
    )


def _is_recognised(item: AgendaItem) -> bool:
    # the printed total is what the band was read from where the working rules round first
    return (
        item.recommendation == Recommendation.RECOGNISE
        and item.recommended_stars in RECOGNISED_BY_PROVINCE
        and item.total is not None
        and item.total >= RECOGNITION_FROM
    )


def exact_total(item: AgendaItem) -> Fraction | None:
    """The council's total as an exact number; the printed one where the exact was not kept."""
    if item.total_exact:
        return Fraction(item.total_exact)
    return None if item.total is None else Fraction(item.total)


def _below_recognition(product: str, total: Fraction | None, stars: int | None) -> Refusal:
    """The total is cut, not rounded, so that 49.996 never reads as 50."""
    shown = number_format(Decimal(floor(total * 100)) / 100, 2) if total is not None else "–"
    values = {"product": product, "total": shown, "stars": stars or 0}
    return Refusal(
        "below_recognition",
        gettext("“%(product)s” đạt %(total)s điểm, %(stars)s sao: không ra quyết định công nhận.") % values,
        _("Công nhận từ 50 điểm và đủ yêu cầu tối thiểu của 3 sao; 1, 2 sao không có quyết định (Điều 4)."),
        _("Bỏ sản phẩm khỏi dự thảo và gửi thông báo kết quả cho chủ thể."),
    )


def several_authorities() -> Refusal:
    """Products in one decision that different authorities decide."""
    return Refusal(
        "several_authorities",
        _("Các sản phẩm đã chọn không cùng một cơ quan quyết định."),
        _("Thẩm quyền theo hạng sao và theo văn bản áp dụng cho từng sản phẩm."),
        _("Tách thành nhiều dự thảo, mỗi cơ quan một dự thảo."),
    )


def _not_for_ministry(product: str) -> Refusal:
    return Refusal(
        "not_for_ministry",
        gettext("“%(product)s” không thuộc diện đề nghị trung ương.") % {"product": product},
        _("Chỉ sản phẩm từ 90 điểm mà hội đồng đề nghị mới được gửi (điểm e khoản 3 Điều 7)."),
        _("Soạn quyết định công nhận 3 sao, 4 sao nếu hội đồng đề nghị công nhận."),
    )


def _already_decided(product: str, decision: str) -> Refusal:
    return Refusal(
        "conflict_already_decided",
        gettext("“%(product)s” đã nằm trong “%(decision)s”.") % {"product": product, "decision": decision},
        _("Mỗi kết quả chỉ nằm trong một quyết định."),
        _("Mở quyết định đó, hoặc bỏ dự thảo cũ trước."),
    )


def _tabs(form: AsksForDraft) -> Mapping[str, Any]:
    """A tab for each kind, with how many results wait."""
    url = address_of(DRAFT, form.thing)
    tabs = [
        Tab(DECISION_KINDS[one], f"{url}?loai={one}", is_current=one == form.kind, count=len(items))
        for one, items in form.ready.items()
    ]
    return {"tabs": tabs, "is_empty": not form.ready[form.kind], "kind": form.kind}


DRAFT = Act(
    about=DECISIONS,
    name="draft",
    path="soan/",
    refuse=refuse_prepare,
    form=AsksForDraft,
    do=draft_decision,
    button=_("Soạn quyết định"),
    confirm=_("Soạn dự thảo"),
    said=_("Đã soạn dự thảo. Xem lại rồi trình ký."),
    show=_tabs,
    then=lambda _programme, decision: decision.get_absolute_url(),
    template="certificates/draft.html",
)
