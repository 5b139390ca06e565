"""Làm trang web: a site begins with what the producer has told already."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import PRODUCER
from ocop.casework.sites.models import Site
from ocop.casework.sites.permissions import refuse_open
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, record, recorded
from ocop.registers.producers.models import Producer


@recorded
def open_site(producer: Producer, *, by: Person, at: datetime) -> Site:
    """A draft that only its people see. A second click finds the first one's.

    Refused to all but the producer's people and officers of its ground.
    """
    ensure(refuse_open(who_is(by, at), held(producer)))
    before = Site.objects.filter(producer=producer).first()
    if before is not None:
        return before
    made = Site.objects.create(producer=producer, story=producer.history, created_at=at)
    record("site.open", made, by=by, at=at)
    return made


OPEN = Act(
    about=PRODUCER,
    name="open",
    path="lam/",
    refuse=refuse_open,
    do=open_site,
    button=_("Làm trang web"),
    lead=_(
        "Trang gồm câu chuyện, sản phẩm kèm giấy chứng nhận, ảnh, nơi bán, cách đến. "
        "Chỉ bạn thấy cho đến khi bạn cho mọi người xem."
    ),
    then=lambda _producer, site: site.get_absolute_url(),
)
