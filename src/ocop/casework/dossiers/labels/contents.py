"""What the values of a dossier's content are called, and how they read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.labels.gaps import RESULTS, evidence_kind
from ocop.casework.dossiers.labels.pages import DECLARED
from ocop.casework.dossiers.labels.renewing import UPDATES
from ocop.casework.dossiers.labels.words import KINDS
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.renewing import Heading
from ocop.foundation.ui.words import said
from ocop.kernel.law.model import ProductSet, Regulation
from ocop.registers.producers.labels import ENTERPRISE_SIZES, LEGAL_FORMS

Text = str | Promise

FIELDS: dict[str, Text] = {
    "dossier.kind": _("Lần đăng ký"),
    "dossier.set": _("Bộ sản phẩm số"),
    "dossier.regulation": _("Văn bản quy định"),
    "dossier.commune": _("Mã xã"),
    "dossier.commune_name": _("Nộp tại"),
    "dossier.key": _("Mã hồ sơ"),
    "producer.name": _("Tên chủ thể"),
    "producer.legal_form": _("Loại hình tổ chức"),
    "producer.enterprise_size": _("Quy mô doanh nghiệp"),
    "producer.registration_no": _("Số giấy đăng ký"),
    "producer.registered_on": _("Ngày đăng ký"),
    "producer.registration_issuer": _("Nơi cấp đăng ký"),
    "producer.address": _("Địa chỉ"),
    "producer.place": _("Xã, phường của chủ thể"),
    "producer.phone": _("Điện thoại của chủ thể"),
    "producer.email": _("Thư điện tử của chủ thể"),
    "producer.history": _("Lịch sử hình thành"),
    "producer.organisation": _("Cơ cấu tổ chức"),
    "representative.full_name": _("Người đại diện pháp luật"),
    "representative.title": _("Chức vụ người đại diện"),
    "representative.sex": _("Giới tính"),
    "representative.ethnicity": _("Dân tộc"),
    "representative.permanent_address": _("Địa chỉ thường trú"),
    "product.name": _("Tên sản phẩm"),
    "product.leaf": _("Phân loại"),
    "product.description": _("Mô tả, tiêu chuẩn"),
    "product.packaging": _("Bao bì"),
    "product.net_content": _("Quy cách"),
    "product.story": _("Câu chuyện sản phẩm"),
    "recognition.stars": _("Hạng sao đang có"),
    "recognition.authority": _("Cơ quan đã công nhận"),
    "recognition.number": _("Quyết định công nhận số"),
    "recognition.decided_on": _("Ngày quyết định công nhận"),
    "recognition.expires_on": _("Giấy chứng nhận hết hạn"),
    "form.contact_name": _("Họ tên người đại diện"),
    "form.contact_title": _("Chức vụ"),
    "form.contact_phone": _("Điện thoại"),
    "form.contact_email": _("Thư điện tử"),
    "form.samples_offered": _("Số sản phẩm mẫu"),
    "form.declared_papers": _("Giấy tờ đã có"),
    "form.has_story": _("Sản phẩm có câu chuyện riêng"),
    "form.production_plan": _("Kế hoạch sản xuất, kinh doanh"),
    "form.declared_true": _("Cam đoan đúng sự thật"),
    **{f"form.{key}": label for key, label in RESULTS.items()},
}


def field_name(path: tuple[str, ...], product_set: ProductSet, regulation: Regulation) -> str:
    """What a place in the content is called."""
    section, *rest = path
    if section == "answers":
        criterion = product_set.criteria.get(rest[0])
        label = name(criterion) if criterion else rest[0]
        return gettext("%(criterion)s – mô tả") % {"criterion": label} if rest[-1] == "description" else label
    if section == "updates":
        label = str(UPDATES.get(Heading(rest[0]), rest[0])) if rest else gettext("Cập nhật")
        return (
            gettext("%(heading)s: không thay đổi") % {"heading": label}
            if rest[1:] == ["is_unchanged"]
            else label
        )
    if section == "changes":
        return gettext("Thay đổi so với khi được công nhận")
    if section == "evidence":
        return gettext("Giấy tờ")
    if path[:2] == ("product", "photos"):
        return gettext("Ảnh sản phẩm")
    if path[:2] == ("form", "exemptions"):
        kind = evidence_kind(rest[1], regulation) if len(rest) > 1 else ""
        return gettext("Không thuộc diện phải có: %(kind)s") % {"kind": kind}
    return str(FIELDS.get(".".join(path[:2]), path[-1]))


def value_text(path: tuple[str, ...], value: Any, product_set: ProductSet) -> str:
    """How a value of the content reads."""
    if value is None and path[-1] != "choice":
        return ""
    if path[0] == "answers" and path[-1] == "choice":
        criterion = product_set.criteria.get(path[1])
        return chosen(criterion, value) if criterion else str(value)
    if isinstance(value, bool):
        return gettext("Có") if value else gettext("Không")
    if isinstance(value, Mapping):
        return _entry(value)
    if isinstance(value, list):
        return "; ".join(str(DECLARED.get(str(one), one)) for one in value)
    return _plain(path[-1], str(value))


def _entry(entry: Mapping[str, Any]) -> str:
    """A piece of evidence or a photograph in one line."""
    criteria = ", ".join(entry.get("criteria", []))
    title = entry.get("title") or entry.get("caption") or entry.get("kind", "")
    parts = [title, entry.get("number", ""), entry.get("issuer", ""), entry.get("name", "")]
    line = " · ".join(part for part in parts if part)
    return (
        gettext("%(line)s · tiêu chí %(criteria)s") % {"line": line, "criteria": criteria}
        if criteria
        else line
    )


def _plain(field: str, value: str) -> str:
    words: dict[str, Mapping[Any, Any]] = {"legal_form": LEGAL_FORMS, "enterprise_size": ENTERPRISE_SIZES}
    if field in words:
        return str(words[field].get(value, value))
    if field == "kind" and value in set(DossierKind):
        return str(KINDS[DossierKind(value)])
    if field.endswith("_on") and (day := parse_date(value) if value else None):
        return date_format(day, "DATE_FORMAT")
    return value


def leaf_name(key: str, regulation: Regulation) -> str:
    """Sector, group and subgroup of a product (annex I)."""
    leaf = regulation.leaves.get(key)
    if leaf is None:
        return key
    return " – ".join(dict.fromkeys(said(label) for label in (leaf.sector, leaf.group, leaf.label)))
