"""What the tests of the portal share: everybody at work, Lan's cooperative and its pineapple."""

import pytest

from ocop.foundation.accounts.models import Appointment, Office
from ocop.foundation.accounts.rules import Role
from ocop.registers.producers.acts import register_producer
from ocop.registers.products.acts import register_product
from ocop.registers.programme.models import Programme


@pytest.fixture
def programme(cast, at):
    """The programme of the province."""
    return Programme.objects.create(
        province=cast.province, name="Chương trình OCOP tỉnh Lào Cai", agency_name="Sở Nông nghiệp",
        authority_name="Chủ tịch UBND tỉnh", seat="Lào Cai", created_at=at,
    )  # fmt: skip


@pytest.fixture
def people(cast, programme):
    """One person for every role; Lan has none, Quang neither."""
    found = {"lan": cast.lan, "quang": cast.quang}
    for role in Role:
        person = cast.person(role.value.replace("_", "."), role.value)
        if role == Role.MINISTRY_OFFICER:
            ministry = Office.objects.create(level="ministry", name="Bộ Nông nghiệp và Môi trường")
            Appointment.objects.create(person=person, office=ministry, role=role, starts_at=cast.long_ago)
        else:
            cast.appoint(person, role, level="commune" if role == Role.COMMUNE_OFFICER else "province")
        found[role.value] = person
    return found


@pytest.fixture
def htx(cast, at):
    """Lan's cooperative."""
    fields = {
        "name": "Hợp tác xã Mẫu Nà Lốc", "legal_form": "cooperative", "registration_no": "1207000001",
        "commune": cast.commune, "address": "Thôn Na Lốc", "phone": "0912345678",
    }  # fmt: skip
    return register_producer(fields=fields, representative={"full_name": "Giàng Thị Lan"}, by=cast.lan, at=at)


@pytest.fixture
def pineapple(cast, htx, at):
    """The pineapple of Bản Lầu."""
    fields = {"name": "Dứa quả Bản Lầu", "regulation_code": "qd-26-2026", "leaf": "I.1.a", "set_number": 1}
    return register_product(htx, fields=fields, by=cast.lan, at=at)
