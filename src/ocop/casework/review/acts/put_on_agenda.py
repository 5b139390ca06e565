"""Đưa sản phẩm vào: accepted dossiers come before the council, on the advisory team's report (R26-29)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_law
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.selectors import ready_for_agenda, set_of
from ocop.casework.dossiers.writes import hold_dossiers, schedule
from ocop.casework.review.about import MEETING
from ocop.casework.review.models import AgendaItem, Council, EarlierResult, Meeting
from ocop.casework.review.permissions import refuse_prepare
from ocop.casework.review.rules import Cause
from ocop.casework.review.states import UNFINISHED, ItemState
from ocop.casework.review.writes.papers import paper_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.forms import CheckboxCards, DateField, SeveralField, TextField
from ocop.foundation.ui.parts import Card
from ocop.registers.rounds.selectors import awaits_round


class DossierCards(SeveralField):
    """Dossiers as cards with producer and set."""

    widget = CheckboxCards

    def label_from_instance(self, obj: Dossier) -> Any:
        """Product, producer, set; of what is evaluated again why."""
        side = gettext("Bộ %(number)s") % {"number": obj.set_number}
        if obj.is_again:
            side = f"{obj.get_kind_display()} · {side}"
        return Card(obj.product.name, text=obj.product.producer.name, side=side)


class AsksDossiers(Asks):
    """Which dossiers come before the council, on which report of the advisory team."""

    dossiers = DossierCards(label=_("Hồ sơ đã được tỉnh nhận"), queryset=Dossier.objects.none())
    report_no = TextField(label=_("Số báo cáo của tổ tư vấn"), max_length=60)
    report_on = DateField(label=_("Ngày báo cáo"))
    advisory_opinion = TextField(
        label=_("Ý kiến tóm tắt của tổ tư vấn"), lines=3, required=False, max_length=4000
    )
    meeting_reason = TextField(
        label=_("Lý do họp trực tiếp hồ sơ đánh giá lại"),
        lines=2,
        required=False,
        max_length=2000,
        help_text=_(
            "Hồ sơ đánh giá lại lấy ý kiến bằng văn bản, chỉ họp khi có nhiều ý kiến khác nhau hoặc nội dung "
            "phức tạp (điểm d khoản 6 Điều 7). Lý do ghi vào biên bản."
        ),
    )
    beside = {"conflict_": "dossiers", "meeting_reason": "meeting_reason"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dossiers"].queryset = ready_for_agenda(self.who.at)  # type: ignore[attr-defined]
        if self.thing.is_by_opinion:
            del self.fields["meeting_reason"]


@recorded
def put_on_agenda(
    meeting: Meeting,
    dossiers: Sequence[Dossier],
    *,
    advisory_report: Paper,
    by: Person,
    at: datetime,
    advisory_opinion: str = "",
    meeting_reason: str = "",
) -> list[AgendaItem]:
    """Adds accepted dossiers at the end of the agenda; each gets the next sample number of the meeting.

    The advisory team's report comes first (R26-29). Refused: other offices; a meeting that is over; a dossier
    in any other state than accepted, under a law that will be over, or of another council; a product set
    without rubric; a re-evaluation without the reason why it comes before a meeting and not to opinions in
    writing (one that opinions referred brings its own).
    """
    ensure(refuse_prepare(who_is(by, at), held(meeting)))
    hold_dossiers(dossier.pk for dossier in dossiers)
    last = meeting.items.aggregate(last=Max("position"))["last"] or 0
    items = []
    for place, dossier in enumerate(dossiers, start=last + 1):
        ensure(refuse_dossier(dossier, meeting, at) or _refuse_without_rubric(dossier))
        needs_reason = dossier.kind == DossierKind.RENEWAL and not meeting.is_by_opinion
        reason = meeting_reason.strip() or _referred_because(dossier) if needs_reason else ""
        ensure(_refuse_without_reason(dossier) if needs_reason and not reason else None)
        schedule(dossier, by=by, at=at)
        words = {"advisory_opinion": advisory_opinion.strip(), "meeting_reason": reason}
        items.append(_add(meeting, dossier, place, advisory_report, words, by=by, at=at))
    return items


@recorded
def file_and_put(
    meeting: Meeting,
    *,
    dossiers: Sequence[Dossier],
    report_no: str,
    report_on: date,
    advisory_opinion: str,
    by: Person,
    at: datetime,
    meeting_reason: str = "",
) -> list[AgendaItem]:
    """The same with a report that may not be on record yet."""
    ensure(refuse_prepare(who_is(by, at), held(meeting)))
    hold_dossiers(dossier.pk for dossier in dossiers)  # filing the report is recorded
    report = paper_of(
        PaperKind.REPORT, report_no, report_on, issuer="Tổ tư vấn OCOP cấp tỉnh",
        subject="kết quả thẩm định hồ sơ, sản phẩm OCOP", by=by, at=at,
    )  # fmt: skip
    words = {"advisory_opinion": advisory_opinion, "meeting_reason": meeting_reason}
    return put_on_agenda(meeting, dossiers, advisory_report=report, by=by, at=at, **words)


def _add(
    meeting: Meeting,
    dossier: Dossier,
    place: int,
    report: Paper,
    words: Mapping[str, str],
    *,
    by: Person,
    at: datetime,
) -> AgendaItem:
    earlier = AgendaItem.objects.filter(meeting=meeting, dossier=dossier, state=ItemState.REMOVED).first()
    if earlier is not None:
        raise Refused(
            Refusal(
                "conflict_removed_before",
                gettext("“%(product)s” đã được đưa ra khỏi chính phiên họp này.") % {"product": earlier},
                "",
                _("Đưa sản phẩm vào phiên họp khác."),
            )
        )
    item = AgendaItem.objects.create(
        meeting=meeting,
        dossier=dossier,
        position=place,
        sample_no=f"{place:02}",
        advisory_report=report,
        created_at=at,
        created_by=by,
        **words,
    )
    data = {"meeting": str(meeting.key), "report": report.number}
    record("agenda_item.put", item, by=by, at=at, data=data, reason=words["meeting_reason"])
    return item


def refuse_dossier(dossier: Dossier, meeting: Meeting, at: datetime) -> Refusal | None:
    """Whether a council may evaluate a dossier at a meeting: under a law that then holds, at the level that
    has it.

    No session is opened under an older law after its last day (article 12(2); R26-48, R26-49).
    """
    day = timezone.localdate(max(at, meeting.starts_at))
    if refusal := refuse_law(dossier, day) or _refuse_in_writing(dossier, meeting):
        return refusal
    council = meeting.council
    is_here = council.place is None or council.place_id in {dossier.commune.parent_id, dossier.commune_id}
    if dossier.level_on(day) == council.level and is_here:
        return _refuse_limit_day(dossier, council)
    return Refusal(
        "other_council",
        gettext("“%(product)s” không do hội đồng này đánh giá.") % {"product": dossier.product.name},
        gettext("Quy trình của Quyết định %(number)s giao bước này cho hội đồng khác.")
        % {"number": dossier.law_on(day).own.number},
        _("Đưa hồ sơ vào phiên họp của hội đồng đúng cấp, đúng nơi."),
    )


def _refuse_in_writing(dossier: Dossier, meeting: Meeting) -> Refusal | None:
    """Opinions in writing are for products that are evaluated again (article 7(6)(d); R26-38)."""
    if not meeting.is_by_opinion or dossier.kind == DossierKind.RENEWAL:
        return None
    return Refusal(
        "first_by_opinion",
        gettext("“%(product)s” không lấy ý kiến bằng văn bản được.") % {"product": dossier.product.name},
        _("Chỉ hồ sơ đánh giá lại mới lấy ý kiến bằng văn bản (điểm d khoản 6 Điều 7)."),
        _("Đưa sản phẩm vào một phiên họp."),
    )


def _refuse_limit_day(dossier: Dossier, council: Council) -> Refusal | None:
    """A proposal dated exactly a limit day goes into no round before a person has said which (R26-13)."""
    proposed = (
        dossier.intake_checks.exclude(proposed_on=None).order_by("-pk").values_list("proposed_on", flat=True)
    )
    on = proposed.first()
    if on is None or not awaits_round(council.programme, on):
        return None
    return Refusal(
        "round_undecided",
        gettext("“%(product)s” được xã đề nghị đúng ngày %(day)s.")
        % {"product": dossier.product.name, "day": f"{on:%d/%m/%Y}"},
        _("Điều 5 ghi “trước” ngày này, nên phải có người quyết định hồ sơ thuộc đợt nào."),
        _("Ghi quyết định ở trang “Ngày giáp mốc giữa hai đợt” trong mục Đợt đánh giá."),
    )


def _referred_because(dossier: Dossier) -> str:
    """Why opinions in writing referred it to a meeting; empty where they did not."""
    rows = EarlierResult.objects.filter(item__dossier=dossier, cause=Cause.REFERRED).order_by("-pk")
    return rows.values_list("reason", flat=True).first() or ""


def _refuse_without_reason(dossier: Dossier) -> Refusal:
    """A re-evaluation comes to written opinions; a meeting is for where opinions differ much or the matter is
    complex (article 7(6)(d), R26-38).
    """
    return Refusal(
        "meeting_reason_missing",
        gettext("“%(product)s” là hồ sơ đánh giá lại: cần ghi lý do họp trực tiếp.")
        % {"product": dossier.product.name},
        _(
            "Hội đồng lấy ý kiến bằng văn bản, chỉ họp khi có nhiều ý kiến khác nhau hoặc nội dung phức tạp "
            "(điểm d khoản 6 Điều 7)."
        ),
        _("Ghi lý do; biên bản in lại lý do này."),
    )


def _refuse_without_rubric(dossier: Dossier) -> Refusal | None:
    if set_of(dossier).has_rubric:
        return None
    return Refusal(
        "no_rubric",
        gettext("Chưa chấm được “%(product)s”.") % {"product": dossier.product.name},
        gettext("Hệ thống chưa có bộ tiêu chí của bộ sản phẩm số %(number)s.")
        % {"number": dossier.set_number},
    )


PUT_ON_AGENDA = Act(
    about=MEETING,
    name="put_on_agenda",
    path="san-pham/",
    when=UNFINISHED,
    refuse=refuse_prepare,
    form=AsksDossiers,
    do=file_and_put,
    button=_("Đưa sản phẩm vào"),
    said=lambda _meeting, items: gettext("Đã đưa %(n)s sản phẩm vào phiên họp.") % {"n": len(items)},
    show=lambda form: {"is_empty": not ready_for_agenda(form.who.at).exists()},
    template="review/put.html",
    weight="quiet",
    icon="file-plus",
)
