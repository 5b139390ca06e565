"""Who may read the files of this package: readers of what they belong to;
artwork only while it may be used.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.support.models import Activity, ActivityPaper, Cost, Kit, Look, Step
from ocop.casework.support.permissions.activities import may_read_money
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import acts_for
from ocop.registers.products.selectors import standing_of

PAPER_FILES = "support.paper"
STEP_FILES = "support.step"
COST_FILES = "support.cost"
LOOK_FILES = "support.look"
KIT_FILES = "support.kit"


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(PAPER_FILES, refuse_read_paper)
    access.register(STEP_FILES, refuse_read_step, refuse_see_step)
    access.register(COST_FILES, refuse_read_cost)
    access.register(LOOK_FILES, refuse_read_look, refuse_see_look)
    access.register(KIT_FILES, refuse_read_kit)


def _no_file() -> Refusal:
    return Refusal(
        "not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một hoạt động không dành cho bạn.")
    )


def _unless_seen(person: Any, rows: Any, at: datetime, *, office_only: bool = False) -> Refusal | None:
    """None where one of the rows belongs to an activity that the person sees."""
    if office_only and not may_read_money(who_is(person, at)):
        return _no_file()
    seen = Activity.objects.visible_to(person, at).filter(pk__in=rows.values("activity"))
    return None if seen.exists() else _no_file()


def refuse_read_paper(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Papers of an activity, which may name people: offices that read it."""
    return _unless_seen(person, ActivityPaper.objects.filter(file=stored_file), at, office_only=True)


def refuse_read_step(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The paper of a step: everyone who sees the activity; where it is a photograph, offices that read it."""
    return _unless_seen(person, Step.objects.filter(file=stored_file), at, office_only=stored_file.is_image)


def refuse_see_step(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A step's paper as a picture: everyone who sees the activity."""
    return _unless_seen(person, Step.objects.filter(file=stored_file), at)


def refuse_read_cost(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The voucher of a payment: offices that read the activity."""
    return _unless_seen(person, Cost.objects.filter(file=stored_file), at, office_only=True)


def refuse_read_look(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The photograph of a look as it was taken: offices that read the activity."""
    return _unless_seen(person, Look.objects.filter(photo=stored_file), at, office_only=True)


def refuse_see_look(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The photograph of a look as a picture: everyone who sees the activity."""
    return _unless_seen(person, Look.objects.filter(photo=stored_file), at)


def refuse_read_kit(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Artwork: the product's people and the offices, only while the recognition holds, as `ocop status`
    says of
    the day: while its term is extended too (article 15(3)), and not a day longer.
    """
    kit = Kit.objects.filter(file=stored_file).select_related("recognition__product__producer").first()
    if kit is None:
        return _no_file()
    today = timezone.localdate(at)
    if not standing_of(kit.recognition, today).is_good:
        return Refusal(
            "kit_ended",
            _("Mẫu nhãn này không còn được dùng."),
            _("Việc công nhận sản phẩm đã hết hạn hoặc đã kết thúc."),
            _("Đánh giá lại sản phẩm để nhận mẫu nhãn mới."),
        )
    if acts_for(person, kit.recognition.product.producer, at):
        return None
    return _unless_seen(person, Kit.objects.filter(pk=kit.pk), at, office_only=True)
