"""Đề nghị kiểm nghiệm mẫu đối chứng: a result is contested, within the time that was set."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.permissions import is_own
from ocop.casework.samples.about import SAMPLE
from ocop.casework.samples.models import Retest, Sample
from ocop.casework.samples.permissions import refuse_decided, refuse_sample
from ocop.casework.samples.rules import Side
from ocop.casework.samples.states import SampleState
from ocop.casework.samples.writes.holding import held_sample
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, record, recorded, words
from ocop.foundation.notifications.actions import tell
from ocop.registers.producers.selectors import people_of


def refuse_ask_again(who: Who, sample: Sample) -> Refusal | None:
    """The producer's people, and the office; once, and until the day that was set."""
    dossier = sample.demand.dossier
    if not is_own(who, dossier) and (refusal := refuse_sample(who, sample)):
        return refusal
    if refusal := refuse_decided(dossier):
        return refusal
    if hasattr(sample, "contested_by"):
        return Refusal(
            "conflict_contested",
            _("Đã có đề nghị kiểm nghiệm mẫu đối chứng."),
            "",
            _("Đợi kết quả mẫu đối chứng."),
        )
    if sample.retest_id is not None:
        return Refusal(
            "counter_sample", _("Đây là mẫu đối chứng, không kiểm nghiệm lại lần nữa."),
            "", _("Cơ quan quản lý quyết định mẫu nào được tính."),
        )  # fmt: skip
    report = sample.reports.filter(set_aside_reason="").first()
    if report is None or report.contest_until >= timezone.localdate(who.at):
        return None
    return Refusal(
        "contest_over",
        gettext("Hạn đề nghị kiểm nghiệm lại đã qua từ sau ngày %(day)s.")
        % {"day": date_format(report.contest_until, "d/m/Y")},
        _("Hạn này được ghi cùng kết quả và đã báo cho chủ thể."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh."),
    )


@recorded
def ask_for_counter_sample(sample: Sample, *, reason: str, by: Person, at: datetime) -> Retest:
    """The result counts no more by itself: a counter-sample is tested, both stay, and the office decides
    which counts. Refused to strangers, once the time is over or the result is final, a second time, about a
    counter-sample, without a reason.
    """
    who = who_is(by, at)
    ensure(refuse_ask_again(who, held_sample(sample)))
    ensure(None if reason.strip() else Refusal("no_reason", _("Ghi rõ lý do.")))
    dossier = sample.demand.dossier
    side = Side.PRODUCER if is_own(who, dossier) else Side.OFFICE
    retest = Retest.objects.create(sample=sample, side=side.value, reason=reason.strip(), at=at, by=by)
    record("sample.ask_again", sample, by=by, at=at, reason=reason, data={"side": side.value})
    officers = people_holding(Role.PROVINCE_OFFICER, at, place=dossier.commune)
    tell(
        {*officers, *people_of(dossier.product.producer, at)} - {by},
        kind="samples.contested",
        subject=words(_("Đề nghị kiểm nghiệm mẫu đối chứng: %(product)s"), product=dossier.product.name),
        body=words(_("Lý do: %(reason)s"), reason=reason),
        url=sample.demand.get_absolute_url(),
        at=at,
    )
    return retest


ASK_AGAIN = Act(
    about=SAMPLE,
    name="ask_again",
    path="doi-chung/",
    when=frozenset({SampleState.TESTED}),
    refuse=refuse_ask_again,
    form=AsksReason,
    do=ask_for_counter_sample,
    button=_("Đề nghị kiểm nghiệm mẫu đối chứng"),
    lead=_("Mẫu đối chứng được kiểm nghiệm thêm; cả hai kết quả được giữ, cơ quan quyết định mẫu nào tính."),
    said=_("Đã ghi đề nghị. Cơ quan quản lý lấy mẫu đối chứng để kiểm nghiệm."),
    then=lambda sample, _retest: sample.demand.get_absolute_url(),
)
