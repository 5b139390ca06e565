"""Every write on producers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import forget
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.holding import holding
from ocop.foundation.places.selectors import words_of
from ocop.foundation.refusals import Refusal, ensure, once
from ocop.foundation.ui.slugs import write_under_free_slug
from ocop.kernel.text import searchable, slugify_vi
from ocop.registers.producers import notices, permissions
from ocop.registers.producers.models import Producer, Representation, Representative
from ocop.registers.producers.rules import ENTERPRISES, Source

RESERVED_SLUGS = frozenset({"dang-ky", "moi"})  # words of pages that stand where a slug stands


def search_text(producer: Producer) -> str:
    """Name, registration number and place, its former names included: what the lists search."""
    return searchable(producer.name, producer.registration_no, words_of(producer.commune))


# packages above keep texts that hold a producer's name or place; they are told when these change
_followers: list[Callable[[Producer], None]] = []


def register_follower(follow: Callable[[Producer], None]) -> None:
    """Lets a package above bring its search texts up to date after a producer was amended."""
    _followers.append(follow)


def free_slug(name: str, taken: Any) -> str:
    """An address word for `name` that no row of the queryset `taken` holds yet."""
    base = slugify_vi(name)[:200] or "x"
    slug, number = base, 2
    while slug in RESERVED_SLUGS or taken.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


def _refuse_same_number(registration_no: str, but: Producer | None = None) -> Refusal | None:
    if not registration_no:
        return None
    others = Producer.objects.filter(registration_no=registration_no)
    if but is not None:
        others = others.exclude(pk=but.pk)
    other = others.first()
    if other is None:
        return None
    return Refusal(
        "registration_no_taken",
        _("Số đăng ký %(number)s đã thuộc về %(name)s.") % {"number": registration_no, "name": other.name},
        _("Mỗi số đăng ký kinh doanh chỉ có một chủ thể."),
        _("Kiểm tra lại số. Nếu đó là đơn vị của bạn, nhờ người đại diện hoặc cán bộ xã thêm tên bạn."),
    )


def _refuse_fields(fields: Mapping[str, Any], but: Producer | None = None) -> Refusal | None:
    """A name is needed; a size belongs to enterprises only; a registration number belongs to one producer."""
    form = fields.get("legal_form", but.legal_form if but else "")
    size = fields.get("enterprise_size", but.enterprise_size if but else "")
    if not fields.get("name", but.name if but else "").strip():
        return Refusal("name_missing", _("Chủ thể chưa có tên."), "", _("Ghi tên như trong giấy đăng ký."))
    if size and form not in ENTERPRISES:
        return Refusal(
            "size_of_no_enterprise",
            _("Chỉ doanh nghiệp mới có quy mô."),
            _("Quy mô siêu nhỏ, nhỏ, vừa, lớn là của công ty và doanh nghiệp tư nhân."),
            _("Bỏ chọn quy mô, hoặc chọn lại loại hình."),
        )
    return _refuse_same_number(fields.get("registration_no", ""), but)


@recorded
def register_producer(
    *,
    fields: Mapping[str, Any],
    representative: Mapping[str, Any] | None,
    by: Person,
    at: datetime,
    source: str = Source.SELF,
    is_illustration: bool = False,
) -> Producer:
    """Enters a producer; who registers it for oneself may act for it from now on.

    Refused without sign-in, without a name, and where the registration number belongs to another producer.
    An officer enters others' producers (source office, register), in the own commune or province.
    """
    ensure(permissions.refuse_register(by, at, source=source, commune=fields.get("commune")))
    ensure(_refuse_fields(fields))
    producer = Producer(**fields, source=source, is_illustration=is_illustration, created_at=at)
    producer.search_text = search_text(producer)

    def save(slug: str) -> None:
        producer.slug = slug
        producer.save(force_insert=True)

    with once(lambda: _refuse_same_number(producer.registration_no)):
        write_under_free_slug(lambda: free_slug(producer.name, Producer.objects), save)
    if representative:
        Representative.objects.create(producer=producer, **representative)
    record("producer.register", producer, by=by, at=at)
    if source == Source.SELF:
        add_representation(producer, person=by, by=None, at=at)
    return producer


@recorded
def amend_producer(
    producer: Producer,
    *,
    fields: Mapping[str, Any],
    representative: Mapping[str, Any] | None,
    by: Person,
    at: datetime,
) -> Producer:
    """Changes what is known of a producer; the record keeps which fields changed, never sensitive values.

    What somebody else changed meanwhile stays.
    """
    ensure(permissions.refuse_act(by, producer, at))
    ensure(_refuse_fields(fields, but=producer))
    changed = sorted(name for name, value in fields.items() if getattr(producer, name) != value)
    for name, value in fields.items():
        setattr(producer, name, value)
    if changed:
        _write_down(producer, changed)
    if representative is not None:
        Representative.objects.update_or_create(producer=producer, defaults=dict(representative))
        changed.append("representative")
    if changed:
        record("producer.amend", producer, by=by, at=at, data={"fields": changed})
        for follow in _followers:
            follow(producer)
    return producer


def _write_down(producer: Producer, changed: list[str]) -> None:
    """Saves these fields, and the text that finds the producer from all that is stored now."""
    hold_producer(producer)
    stored = Producer.objects.select_related("commune").get(pk=producer.pk)
    for name in changed:
        setattr(stored, name, getattr(producer, name))
    producer.search_text = search_text(stored)
    with once(lambda: _refuse_same_number(producer.registration_no, but=producer)):
        producer.save(update_fields=[*changed, "search_text"])


@recorded
def share_contact(producer: Producer, *, is_public: bool, by: Person, at: datetime) -> Producer:
    """The producer agrees that phone, e-mail and address stand on its public page, or takes that back."""
    ensure(permissions.refuse_act(by, producer, at))
    if is_public == (producer.contact_is_public_since is not None):
        return producer
    producer.contact_is_public_since = at if is_public else None
    producer.save(update_fields=["contact_is_public_since"])
    record("producer.share_contact" if is_public else "producer.hide_contact", producer, by=by, at=at)
    return producer


def hold_producer(producer: Producer) -> None:
    """One at a time changes a producer, who may act for it, or what follows from its name: of two who end
    each other's right, one stays.
    """
    holding(Producer.objects).get(pk=producer.pk)


@recorded
def add_representation(
    producer: Producer, *, person: Any, by: Person | None, at: datetime, title: str = ""
) -> Representation:
    """Lets a person act for the producer.
    `by` is None when registering the producer itself gives the right.
    """
    hold_producer(producer)
    if by is not None:
        ensure(permissions.refuse_act(by, producer, at))
    existing = producer.representations.filter(person=person, ends_at__isnull=True).first()
    if existing is not None:
        return existing
    representation = Representation.objects.create(
        producer=producer, person=person, title=title, starts_at=at
    )
    forget(person)
    record("producer.add_representation", producer, by=by, at=at, data={"person": person.pk})
    if by is not None:
        notices.tell_entitled(representation, at=at)
    return representation


@recorded
def end_representation(representation: Representation, *, by: Person, at: datetime, reason: str = "") -> None:
    """Ends a person's right to act for the producer, from this moment.

    Refused: strangers; a right that has ended; the last right, unless an officer ends it.
    """
    hold_producer(representation.producer)
    held = Representation.objects.select_related("producer").get(pk=representation.pk)
    ensure(permissions.refuse_end_representation(by, held, at))
    held.ends_at = representation.ends_at = at
    held.save(update_fields=["ends_at"])
    forget(by)
    data = {"person": held.person_id}
    record("producer.end_representation", held.producer, by=by, at=at, reason=reason, data=data)
    notices.tell_ended(held, at=at)
