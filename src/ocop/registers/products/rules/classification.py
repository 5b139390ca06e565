"""The classification of products (Decision 26/2026, annex I):
by steps, by words, and who may enter which set.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ocop.kernel.law import Regulation
from ocop.kernel.law.model import Leaf
from ocop.kernel.text import Label, fold
from ocop.registers.producers.rules import LegalForm, fault_of_form

# what people call their products, so that they find the leaf of the law by their own word
EVERYDAY_WORDS = {
    "I.1.a": "dứa thơm khóm cam quýt bưởi chuối na lê mận đào xoài vải nhãn hồng ổi táo su su "
    "cải bắp măng nấm khoai",
    "I.1.b": "thịt lợn trâu bò dê gà vịt cá tôm trứng sữa",
    "I.2.a": "gạo nếp séng cù tẻ thóc ngô đậu đỗ vừng",
    "I.2.b": "mật ong phấn hoa sáp ong đường phên mật mía",
    "I.3.a": "bánh giò bánh bao giò chả nem cơm hộp xôi",
    "I.3.b": "bún phở miến mì bánh đa bánh chưng bánh kẹo cốm",
    "I.3.c": "sấy dẻo mứt ô mai dưa muối măng khô nấm khô tương quả chuối sấy dứa sấy khoai sấy",
    "I.3.d": "thịt gác bếp lạp xưởng lạp sườn giò chà bông ruốc cá khô sữa chua",
    "I.4.a": "nước tương xì dầu nước mắm giấm",
    "I.4.b": "ớt tiêu tỏi gừng nghệ hạt dổi mắc khén muối chấm thảo quả quế hồi",
    "I.5.a": "trà xanh trà shan ô long hồng trà bạch trà matcha",
    "I.5.b": "trà hoa trà sen trà atiso trà giảo cổ lam trà dây trà gừng",
    "I.6": "cà phê rang xay sô cô la",
    "II.1.a": "rượu ngô rượu gạo rượu men lá san lùng bản phố",
    "II.1.b": "rượu vang rượu mơ rượu táo mèo rượu cần bia",
    "II.2.a": "nước suối nước tinh khiết",
    "II.2.b": "nước ép nước quả sữa hạt si rô",
    "III.1": "cao viên nang thuốc tam thất đương quy sâm",
    "III.2": "xà phòng dầu gội nước tắm son kem dưỡng",
    "III.3": "tinh dầu quế sả bạc hà thuốc tắm atiso khô",
    "IV.1": "mây tre đan rổ giỏ gốm bạc chạm gỗ tranh khèn",
    "IV.2": "thổ cẩm lanh váy áo khăn túi thêu dệt",
    "V.1": "hoa lan hoa hồng hoa ly địa lan",
    "V.2": "bon sai cây thế cây giống",
    "V.3": "cá cảnh chim cảnh",
    "VI.1": "homestay nhà sàn nghỉ bản làng tham quan trải nghiệm",
}  # fmt: skip


@dataclass(frozen=True)
class Branch:
    """A step of the way to a leaf: its key, its name, and the leaves under it."""

    key: str
    label: Label
    leaves: tuple[Leaf, ...]

    @property
    def only_leaf(self) -> Leaf | None:
        """The leaf where there is no more to choose."""
        return self.leaves[0] if len(self.leaves) == 1 else None


def branches(regulation: Regulation, prefix: str = "") -> list[Branch]:
    """What one chooses next: sectors without a prefix, groups under a sector (`I`), leaves under a group
    (`I.3`).

    Empty where the classification has no such prefix.
    """
    depth = prefix.count(".") + 2 if prefix else 1
    under = [leaf for leaf in regulation.leaves.values() if not prefix or leaf.key.startswith(f"{prefix}.")]
    found: dict[str, list[Leaf]] = {}
    for leaf in under:
        found.setdefault(".".join(leaf.key.split(".")[:depth]), []).append(leaf)
    return [Branch(key, _label(key, leaves[0]), tuple(leaves)) for key, leaves in found.items()]


def _label(key: str, leaf: Leaf) -> Label:
    names = (leaf.sector, leaf.group, leaf.label)
    return leaf.label if key == leaf.key else names[key.count(".")]


def find_leaves(regulation: Regulation, text: str) -> list[Leaf]:
    """Leaves in whose names, or in the everyday words for them,
    every word of the text is found, without marks.
    """
    words = fold(text).split()
    if not words:
        return []
    scored = [(_hits(leaf, words), leaf) for leaf in regulation.leaves.values()]
    best = max((hits for hits, _leaf in scored), default=0)
    # nobody types exactly what the law says: where no leaf has all the words, those with the most
    return [leaf for hits, leaf in scored if hits == best and hits > 0]


def _hits(leaf: Leaf, words: Iterable[str]) -> int:
    names = (leaf.label.vi, leaf.group.vi, leaf.sector.vi, leaf.label.en, EVERYDAY_WORDS.get(leaf.key, ""))
    known = set(fold(" ".join(names)).split())
    return sum(1 for word in words if word in known)


def admits(regulation: Regulation, applicant: str, set_number: int) -> bool:
    """Whether the regulation lets this kind of applicant enter this set (R26-01, R26-02).

    Everyone, where the data of a decree does not say who applies (those of 2019 and 2023).
    """
    if not regulation.applicants:
        return True
    if applicant not in regulation.applicants:
        return False
    sets = regulation.applicants[applicant]
    return sets is None or set_number in sets


def fault_of_set(
    regulation: Regulation, set_number: int, legal_form: LegalForm, size: str, *, has_registration: bool
) -> str | None:
    """Why a producer may not enter this set, as a code of `fault_of_form`; None where it may."""
    return fault_of_form(
        legal_form,
        size,
        has_registration=has_registration,
        admits=lambda applicant: admits(regulation, applicant, set_number),
    )
