"""Cho mọi người xem: what is written is frozen and stands on the public site at once."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import SITE
from ocop.casework.sites.models import Site
from ocop.casework.sites.permissions import refuse_keep
from ocop.casework.sites.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded, transition
from ocop.registers.products.public import listed_producers


def refuse_publish(who: Who, site: Site) -> Refusal | None:
    """The producer's people and officers; a producer with a recognised product; with a few words."""
    if (refusal := refuse_keep(who, site)) is not None:
        return refusal
    if not listed_producers().filter(pk=site.producer_id).exists():
        return Refusal(
            "none_recognised",
            gettext("Chưa cho mọi người xem được: chủ thể chưa có sản phẩm được công nhận."),
            gettext("Trang công khai chỉ có chủ thể của sản phẩm OCOP đã công nhận."),
            gettext("Cứ soạn trước; khi có quyết định công nhận thì cho xem."),
        )
    if not (site.tagline.strip() or site.story.strip()):
        return Refusal(
            "nothing_written",
            gettext("Trang chưa có chữ nào."),
            gettext("Người xem cần biết chủ thể là ai, làm gì."),
            gettext("Viết câu giới thiệu hoặc câu chuyện rồi cho xem."),
        )
    return None


@recorded
def publish_site(site: Site, *, by: Person, at: datetime) -> None:
    """From now on everyone sees what stands here now; later changes only after another time. No one checks
    it before.

    Refused to strangers, without a recognised product, with nothing written.
    """
    ensure(refuse_publish(who_is(by, at), held(site)))
    changes = {"shown": site.contents(), "changed_at": at, "live_since": site.live_since or at}
    transition(site, "publish", by=by, at=at, changes=changes)


PUBLISH = Act(
    about=SITE,
    name="publish",
    path="cho-xem/",
    move=WORKFLOW.move("publish"),
    refuse=refuse_publish,
    do=publish_site,
    lead=_(
        "Ai cũng xem được ngay những gì đang soạn. Không ai duyệt trước; bạn chịu trách nhiệm về nội dung "
        "và gỡ được bất cứ lúc nào. Điện thoại, địa chỉ chỉ hiện khi chủ thể đã đồng ý."
    ),
    said=_("Trang đã hiện với mọi người."),
    weight="main",
    icon="eye",
)
