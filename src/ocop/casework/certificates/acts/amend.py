"""Sửa dự thảo: other products, another subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import DECISION
from ocop.casework.certificates.acts.draft import AsksItems, authority, chosen, several_authorities
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.permissions import refuse_handle, refuse_prepare
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors import undecided
from ocop.casework.certificates.states import DecisionState
from ocop.casework.certificates.writes.contents import content_of, free, index, put_in
from ocop.casework.review.models import AgendaItem
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded


class AsksOtherItems(AsksItems):
    """Those in the draft, ticked, and those that may come in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inside = Q(decision_items__decision=self.thing, decision_items__is_live=True)
        rows = AgendaItem.objects.filter(inside).select_related(
            "meeting", "dossier__product__producer", "dossier__commune__parent__parent"
        )
        present = list(rows.order_by("meeting__closed_at", "position", "pk"))
        more = undecided(self.thing.kind, self.who.person, self.who.at)
        self.offer([*present, *more], ticked=present)

    def known(self) -> Mapping[str, Any]:
        """The words of the draft."""
        return {"subject": self.thing.subject}


@recorded
def amend_decision(
    decision: Decision,
    *,
    by: Person,
    at: datetime,
    subject: str = "",
    items: Sequence[AgendaItem] | None = None,
) -> bool:
    """Changes the subject or the products of a draft; with other products its articles say again what the
    data gives: then it is True where the office had written them otherwise. Refused once it was submitted,
    and as for drafting.
    """
    who = who_is(by, at)
    ensure(refuse_handle(who, held(decision)))
    ensure(_refuse_unless_draft(decision) or _refuse_fixed(decision))
    written = bool(decision.texts)
    if items is not None:
        locked = chosen(items, DecisionKind(decision.kind), who=who, decision=decision)
        if authority(locked, at) != (decision.level, decision.place):
            raise Refused(several_authorities())
        if {row.item_id for row in decision.items.live()} != {item.pk for item in locked}:
            decision.texts = {}  # articles that were written for other products
            decision.save(update_fields=["texts"])
        free(decision.items.live().exclude(item__in=[item.pk for item in locked]))
        put_in(decision, locked)
    if subject.strip():
        decision.subject = subject.strip()
        decision.save(update_fields=["subject"])
    index(decision)
    record("decision.amend", decision, by=by, at=at, data=content_of(decision))
    return written and not decision.texts


def _warned(decision: Decision) -> str:
    """What the office wrote goes with the products that it was written for."""
    if not decision.texts:
        return ""
    return gettext("Đổi danh sách sản phẩm thì lời các điều viết trong bản Word được lấy lại từ số liệu.")


def _said(_decision: Decision, is_lost: bool) -> str:
    if not is_lost:
        return gettext("Đã sửa dự thảo.")
    return gettext(
        "Đã sửa dự thảo. Lời các điều được lấy lại từ số liệu; cần viết khác thì tải bản Word mới."
    )


def _refuse_fixed(decision: Decision) -> Refusal | None:
    """Its products are those of a central result or of certificates that it replaces."""
    if not decision.items.live().filter(Q(answer__isnull=False) | Q(replaces__isnull=False)).exists():
        return None
    return Refusal(
        "fixed_products",
        _("Dự thảo này không sửa được."),
        _("Nội dung lấy nguyên từ kết quả trung ương hoặc từ đề nghị cấp lại."),
        _("Bỏ dự thảo rồi lập lại."),
    )


def _refuse_unless_draft(decision: Decision) -> Refusal | None:
    if decision.state == DecisionState.DRAFT:
        return None
    return Refusal(
        "conflict_not_draft",
        _("“%(decision)s” không còn là dự thảo.") % {"decision": decision},
        _("Chỉ sửa được khi đang soạn; bản đã trình chờ người ký, bản đã ký không đổi."),
        _("Tải lại trang để xem bước hiện tại."),
    )


AMEND = Act(
    about=DECISION,
    name="amend",
    path="sua/",
    when=frozenset({DecisionState.DRAFT}),
    refuse=refuse_prepare,
    form=AsksOtherItems,
    do=amend_decision,
    button=_("Sửa dự thảo"),
    confirm=_("Lưu dự thảo"),
    lead=_warned,
    said=_said,
    weight="quiet",
)
