"""Help for each kind of person: a few short steps, each leading to the very page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = Promise


@dataclass(frozen=True)
class Step:
    """One thing to do: its name leads to its page."""

    title: Text
    text: Text
    page: str

    @property
    def url(self) -> str:
        """Where it is done."""
        return reverse(self.page)


@dataclass(frozen=True)
class Help:
    """What one kind of person does here, with what the picture of its first page shows, in words."""

    title: Text
    lead: Text
    shows: Text
    steps: tuple[Step, ...]


HELP: Mapping[str, Help] = {
    "nguoi-mua": Help(
        _("Người mua hàng"),
        _("Không cần đăng nhập."),
        _("Kết quả kiểm tra mã trên điện thoại: còn hiệu lực đến ngày nào, ảnh, tên, số sao."),
        (
            Step(
                _("Kiểm tra mã trên tem"),
                _("Quét mã QR, hoặc gõ mã in trên tem. Trang nói ngay giấy còn hiệu lực không."),
                "catalogue:check_form",
            ),
            Step(
                _("Tìm sản phẩm"),
                _("Gõ tên, không cần dấu. Chọn xã, số sao hoặc nhóm sản phẩm."),
                "catalogue:products",
            ),
            Step(
                _("Báo tem dùng sai"),
                _("Chụp ảnh tem, ghi nơi bán. Bạn nhận một mã để xem kết quả."),
                "inspections:report",
            ),
        ),
    ),
    "chu-the": Help(
        _("Chủ thể: hộ, hợp tác xã, doanh nghiệp"),
        _("Điện thoại là đủ. Chỗ nào khó, cán bộ OCOP của xã làm cùng bạn."),
        _("Trang đầu của chủ thể trên điện thoại: hồ sơ, ý tưởng đang làm và bước tiếp theo."),
        (
            Step(
                _("Ghi tên chủ thể"),
                _("Tên, địa chỉ, người đại diện. Làm một lần, dùng cho mọi hồ sơ."),
                "producers:own",
            ),
            Step(
                _("Đăng ký ý tưởng"),
                _("Bạn làm gì, từ nguyên liệu nào, bán ở đâu. Vài câu là được; xã xem rồi trả lời."),
                "ideas:own",
            ),
            Step(
                _("Chuẩn bị hồ sơ"),
                _("Mở từng phần, chụp giấy tờ bằng điện thoại, tự chấm điểm. Trang tự lưu, làm tiếp sau."),
                "dossiers:own",
            ),
            Step(
                _("Sửa khi bị trả lại"),
                _("Trang đầu nói hồ sơ thiếu gì và hạn nào. Sửa đúng chỗ đó rồi nộp lại."),
                "portal:home",
            ),
            Step(
                _("Giữ sao khi sắp hết hạn"),
                _("Giấy chứng nhận có hạn. Xem ngày hết hạn và nộp hồ sơ đánh giá lại trước ngày đó."),
                "dossiers:choose",
            ),
        ),
    ),
    "xa": Help(
        _("Cán bộ OCOP cấp xã"),
        _("Trang đầu xếp sẵn việc chờ bạn, việc gấp đứng trên."),
        _("Trang đầu của cán bộ xã: việc chờ xếp theo hạn."),
        (
            Step(
                _("Xem ý tưởng của xã"),
                _("Duyệt, hoặc trả lại với một câu nói rõ cần thêm gì."),
                "ideas:desk",
            ),
            Step(
                _("Kiểm tra hồ sơ"),
                _("Đối chiếu từng giấy tờ, đánh dấu đủ hay thiếu, rồi chuyển tiếp hoặc trả lại."),
                "dossiers:desk",
            ),
            Step(
                _("Đi kiểm tra thực tế"),
                _("Phiếu mở được khi không có mạng; có mạng lại thì tự gửi."),
                "fieldwork:list",
            ),
            Step(
                _("Tải lời hướng dẫn lên"),
                _("Ghi âm bằng tiếng của bà con, ghi lời tiếng Việt bên cạnh; tỉnh nghe rồi đăng."),
                "communication:recordings",
            ),
        ),
    ),
    "tinh": Help(
        _("Cán bộ OCOP cấp tỉnh"),
        _("Từ kế hoạch năm đến quyết định công nhận."),
        _("Trang tiếp nhận hồ sơ của tỉnh: ô tìm và lọc theo bước, lần đánh giá, bộ sản phẩm."),
        (
            Step(
                _("Lập kế hoạch và mở đợt đánh giá"),
                _("Ghi chỉ tiêu, nhiệm vụ; mở đợt với ngày nhận hồ sơ."),
                "programme:plans",
            ),
            Step(
                _("Nhận hồ sơ của các xã"),
                _("Lọc theo xã, bước, hạn; tải bảng về khi cần."),
                "dossiers:desk",
            ),
            Step(
                _("Soạn quyết định, phát giấy chứng nhận"),
                _("Số liệu lấy từ biên bản; người ký duyệt rồi giấy mới có mã."),
                "certificates:decisions",
            ),
            Step(
                _("Theo dõi toàn tỉnh"),
                _("Bảng số liệu, báo cáo định kỳ, giấy sắp hết hạn."),
                "reports:dashboard",
            ),
        ),
    ),
    "thu-ky": Help(
        _("Thư ký hội đồng"),
        _("Chuẩn bị phiên họp, giữ biên bản."),
        _("Trang của một phiên họp: đang họp, nơi họp, nút in phiếu và sổ mẫu."),
        (
            Step(_("Lập hội đồng"), _("Ghi quyết định thành lập và từng thành viên."), "review:councils"),
            Step(
                _("Xếp phiên họp"),
                _("Chọn sản phẩm, điểm danh; máy nhắc khi chưa đủ người họp."),
                "review:meetings",
            ),
            Step(
                _("Làm biên bản"),
                _("Điểm tự cộng từ các phiếu đã khoá; bạn ghi ý kiến của hội đồng."),
                "review:meetings",
            ),
        ),
    ),
    "thanh-vien": Help(
        _("Thành viên hội đồng"),
        _("Chấm trên máy tính bảng hoặc điện thoại, cả khi mạng yếu."),
        _("Phiếu chấm đã chốt trên điện thoại: mã đối chiếu với biên bản, tổng điểm và mức sao."),
        (
            Step(
                _("Mở phiên họp của bạn"),
                _("Khai có liên quan đến sản phẩm nào không; có thì không chấm sản phẩm đó."),
                "portal:home",
            ),
            Step(
                _("Chấm từng tiêu chí"),
                _("Chạm vào mức điểm, xem giấy tờ ngay bên dưới. Phiếu tự lưu."),
                "portal:home",
            ),
            Step(
                _("Khoá phiếu"),
                _("Xem lại tổng điểm rồi khoá. Sau khi khoá không ai sửa được."),
                "portal:home",
            ),
        ),
    ),
    "nguoi-ky": Help(
        _("Người ký quyết định"),
        _("Chỉ những gì chờ chữ ký của bạn."),
        _("Trang của một quyết định chờ ký: bước tiếp theo là ký hoặc trả lại kèm lý do."),
        (
            Step(
                _("Đọc dự thảo"),
                _("Xem quyết định, danh sách sản phẩm và biên bản đi kèm."),
                "certificates:decisions",
            ),
            Step(
                _("Ký hoặc trả lại"),
                _("Trả lại thì ghi lý do; người soạn nhận được ngay."),
                "certificates:decisions",
            ),
        ),
    ),
    "lanh-dao": Help(
        _("Lãnh đạo"),
        _("Xem, không phải nhập gì."),
        _("Trang tổng quan: số giấy sắp hết hạn, hồ sơ quá hạn, số bị thu hồi."),
        (
            Step(
                _("Nhìn toàn cảnh"),
                _("Số sản phẩm, tiến độ so với kế hoạch, việc quá hạn."),
                "reports:dashboard",
            ),
            Step(_("Xem lịch"), _("Đợt đánh giá, phiên họp, hạn giấy chứng nhận."), "reports:calendar"),
            Step(_("Xem báo cáo"), _("Báo cáo định kỳ, tải về được."), "reports:periodic"),
        ),
    ),
    "quan-tri": Help(
        _("Người vận hành"),
        _("Lo tài khoản và cơ quan; không xem hồ sơ."),
        _("Danh sách người dùng: nút thêm người, phân công từ bảng, ô tìm và lọc."),
        (
            Step(_("Thêm người"), _("Từng người, hoặc cả danh sách từ tệp Excel."), "accounts:people"),
            Step(
                _("Giao việc, thôi việc"),
                _("Mỗi người giữ vai trò ở một cơ quan, từ ngày nào đến ngày nào."),
                "accounts:offices",
            ),
            Step(
                _("Sáp nhập địa bàn"),
                _("Ghi xã cũ thành xã mới; hồ sơ và giấy cũ vẫn tra được."),
                "mergers:list",
            ),
        ),
    ),
}
"""By the part of the address; in the order in which the page names them."""

PICTURE = "catalogue/help/{role}.webp"
WIDTH, HEIGHT = 540, 960
"""Of every picture, in pixels; `script/help_pictures.py` makes them from the demonstration."""
