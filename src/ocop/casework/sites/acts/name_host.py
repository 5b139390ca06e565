"""Tên miền riêng: the name that the producer bought, under which its site answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import SITE
from ocop.casework.sites.checks import refuse_host
from ocop.casework.sites.models import Site
from ocop.casework.sites.permissions import refuse_keep
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, once, record, recorded
from ocop.foundation.ui.forms import TextField


class AsksHost(Asks):
    """The name, or nothing to give it up."""

    host = TextField(
        label=_("Tên miền"),
        max_length=253,
        required=False,
        help_text=_("Ví dụ: chetaphin.vn. Để trống: bỏ tên miền."),
    )
    beside = {"host_": "host"}

    def known(self) -> Mapping[str, Any]:
        """The present one."""
        return {"host": self.thing.host}


@recorded
def name_host(site: Site, *, host: str, by: Person, at: datetime) -> None:
    """The site answers under this name as soon as it leads here (how: the operator's guide).

    Refused to strangers; for what is no name, one of ours, one of another producer.
    """
    ensure(refuse_keep(who_is(by, at), held(site)))
    host = host.strip().lower().rstrip(".")
    ensure(refuse_host(site, host))
    before, site.host = site.host, host
    with once(lambda: refuse_host(site, host)):
        site.save(update_fields=["host"])
    record("site.name_host", site, by=by, at=at, data={"before": before, "now": host})


NAME_HOST = Act(
    about=SITE,
    name="name_host",
    path="ten-mien/",
    refuse=refuse_keep,
    form=AsksHost,
    do=name_host,
    button=_("Tên miền riêng"),
    lead=_(
        "Mua tên miền ở nhà đăng ký, trỏ về máy chủ này rồi ghi ở đây. "
        "Người quản trị hệ thống cài chứng thư TLS cho tên đó."
    ),
    confirm=_("Lưu"),
    said=_("Đã lưu tên miền."),
)
