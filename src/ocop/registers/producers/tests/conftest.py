"""What the tests of producers share: Minh at work in the commune, a programme, and a producer of Lan's."""

import pytest

from ocop.foundation.accounts.rules import Role
from ocop.registers.producers.acts import register_producer
from ocop.registers.programme.models import Programme


@pytest.fixture
def programme(cast, at):
    """The programme of the province, so that forms know which communes to offer."""
    return Programme.objects.create(
        province=cast.province, name="Chương trình OCOP tỉnh Lào Cai", agency_name="Văn phòng điều phối",
        authority_name="Chủ tịch UBND tỉnh", seat="Lào Cai", created_at=at,
    )  # fmt: skip


@pytest.fixture
def minh(cast):
    """The officer of the commune where Lan's producer is."""
    cast.appoint(cast.minh, Role.COMMUNE_OFFICER, level="commune")
    return cast.minh


@pytest.fixture
def tuan(cast):
    """An officer of the province."""
    tuan = cast.person("tuan", "Vũ Anh Tuấn")
    cast.appoint(tuan, Role.PROVINCE_OFFICER)
    return tuan


@pytest.fixture
def htx(cast, at):
    """Lan's cooperative."""
    fields = {
        "name": "Hợp tác xã Bản Lầu", "legal_form": "cooperative", "registration_no": "1207000001",
        "commune": cast.commune, "address": "Thôn Na Lốc", "phone": "0912345678",
    }  # fmt: skip
    representative = {"full_name": "Giàng Thị Lan", "title": "Giám đốc", "sex": "Nữ", "ethnicity": "Mông"}
    return register_producer(fields=fields, representative=representative, by=cast.lan, at=at)
