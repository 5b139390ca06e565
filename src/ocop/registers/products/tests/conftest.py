"""What the tests of products share:
the people and the producer of the producers' tests, photographs, a product.
"""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ocop.foundation.accounts.rules import Role
from ocop.registers.producers.acts import register_producer
from ocop.registers.products.acts import register_product
from ocop.registers.programme.models import Programme

FRUIT = {"regulation_code": "qd-26-2026", "leaf": "I.1.a", "set_number": 1}


def photo_file(name="anh.jpg", colour="green"):
    """A small real picture, as a phone sends it."""
    data = BytesIO()
    Image.new("RGB", (64, 48), colour).save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue(), "image/jpeg")


@pytest.fixture
def programme(cast, at):
    """The programme of the province, so that forms know which communes to offer."""
    return Programme.objects.create(
        province=cast.province, name="Chương trình OCOP tỉnh Lào Cai", agency_name="Văn phòng điều phối",
        authority_name="Chủ tịch UBND tỉnh", seat="Lào Cai", created_at=at,
    )  # fmt: skip


@pytest.fixture
def minh(cast):
    """The officer of the commune."""
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
    return register_producer(fields=fields, representative={"full_name": "Giàng Thị Lan"}, by=cast.lan, at=at)


@pytest.fixture
def pineapple(cast, htx, at):
    """The pineapple of Bản Lầu."""
    fields = {"name": "Dứa quả Bản Lầu", "description": "Dứa chín tự nhiên.", **FRUIT}
    return register_product(htx, fields=fields, by=cast.lan, at=at)
