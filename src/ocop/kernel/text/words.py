"""Numbers in Vietnamese words, as minutes and certificates repeat points: 86,5 is "tám mươi sáu phẩy năm"."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LAST_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 10**9
_LIMIT = 10**18


def in_words_vi(number: int | Decimal) -> str:
    """The number in words. After "phẩy", zeros in front are read one by one and zeros at the end not at all.

    TypeError for floats and booleans; ValueError from 10^18 on and for what is no finite number.
    """
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise TypeError(f"{type(number).__name__} is not an exact number")
    exact = Decimal(number)
    if not exact.is_finite() or exact.copy_abs() >= _LIMIT:
        raise ValueError(f"{number} cannot be read out")
    whole, _, decimals = f"{exact.copy_abs():f}".partition(".")
    decimals = decimals.rstrip("0")
    words = ["âm"] if exact < 0 else []
    words += _whole(int(whole))
    if decimals:
        words += ["phẩy", *_decimals(decimals)]
    return " ".join(words)


def _decimals(digits: str) -> list[str]:
    """Zeros in front one by one, the rest as a number; more than three digits all one by one."""
    if len(digits) > 3:
        return [_DIGITS[int(digit)] for digit in digits]
    rest = digits.lstrip("0")
    return ["không"] * (len(digits) - len(rest)) + _whole(int(rest))


def _whole(number: int) -> list[str]:
    if number == 0:
        return [_DIGITS[0]]
    billions, rest = divmod(number, _BILLION)
    words = [*_whole(billions), "tỷ"] if billions else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words += _group(group, full=bool(words))
            words += [_GROUPS[power]] if power else []
    return words


def _group(number: int, *, full: bool) -> list[str]:
    """A number below 1,000; `full` says the hundreds although they are zero,
    because something stands in front.
    """
    hundreds, rest = divmod(number, 100)
    tens, last = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        return words + (["linh"] if words and last else []) + ([_DIGITS[last]] if last else [])
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if last:
        words.append(
            "lăm" if last == 5 else _LAST_AFTER_TENS.get(last, _DIGITS[last]) if tens > 1 else _DIGITS[last]
        )
    return words
