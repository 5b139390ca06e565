"""Who looks after a site; who sees its photographs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.sites.models import BuyLink, Question, Site, SitePhoto
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import acts_for, is_officer_of, refuse_act

PHOTO_FILES = "sites.photo"


def register_files() -> None:
    """Tells the foundation who may read photographs of sites, and which of them everyone may see."""
    access.register(PHOTO_FILES, refuse_read_photo)
    access.register_public(PHOTO_FILES, is_photo_shown)


def is_photo_shown(file: StoredFile) -> bool:
    """Whether a site on show has this photograph, as it was last shown."""
    photo = SitePhoto.objects.filter(file=file).select_related("site").first()
    if photo is None or photo.site.state != "published":
        return False
    return any(one["file"] == str(file.pk) for one in photo.site.shown.get("photos", ()))


def refuse_read_photo(person: Any, file: StoredFile, at: datetime) -> Refusal | None:
    """The producer's people and the offices of its place."""
    if Site.objects.visible_to(person, at).filter(photos__file=file).exists():
        return None
    return Refusal("not_reader", _("Bạn không xem được ảnh này."), _("Ảnh thuộc trang của một chủ thể khác."))


def refuse_open(who: Who, producer: Producer) -> Refusal | None:
    """Beginning a site: the producer's people; officers of its ground help."""
    return refuse_act(who.person, producer, who.at)


def refuse_keep(who: Who, site: Site) -> Refusal | None:
    """Looking after a site: the producer's people; officers of its ground help."""
    return refuse_act(who.person, site.producer, who.at)


def refuse_look(who: Who, link: BuyLink) -> Refusal | None:
    """Saying how a listing stands: officers of the producer's commune or of the province."""
    if is_officer_of(who.person, link.site.producer, who.at):
        return None
    return Refusal(
        "not_officer",
        _("Bạn không ghi được kết quả xem gian hàng này."),
        _("Việc này của cán bộ OCOP của xã có chủ thể và của tỉnh."),
        _("Chủ thể tự sửa địa chỉ bán hàng ở trang của mình."),
    )


def refuse_own_question(who: Who, question: Question) -> Refusal | None:
    """Answering whoever asked, and knowing how to reach them: the producer's people alone."""
    if acts_for(who.person, question.producer, who.at):
        return None
    return Refusal(
        "not_producer",
        _("Việc này của chủ thể được hỏi."),
        _("Câu hỏi là thư riêng giữa người mua và chủ thể."),
        _("Cán bộ chỉ đọc câu hỏi mà chủ thể đã báo."),
    )
