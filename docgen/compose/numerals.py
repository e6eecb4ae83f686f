"""Chinese numerals: 12 as 十二, the year 2012 digit by digit as 二○一二.

The zero of a year is ○ (U+25CB), as notices before GB/T 9704-2012 print it; the zero within a number is 零.
"""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
YEAR_DIGITS = "○一二三四五六七八九"
LARGEST = 99_999_999

_PLACES = ("", "十", "百", "千")


def chinese_number(number: int) -> str:
    """``number`` in words, 0 to 99999999: 12 → 十二, 110 → 一百一十, 10010 → 一万零一十.

    Raises ``ValueError`` outside of that.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(number)
    if number == 0:
        return DIGITS[0]
    high, low = divmod(number, 10_000)
    words = _below_ten_thousand(low, follows=bool(high))
    if high:
        words = _below_ten_thousand(high) + "万" + words
    # 十二, not 一十二, but only at the very beginning.
    return words[1:] if words.startswith("一十") else words


def chinese_digits(number: int | str) -> str:
    """Digit by digit: 2012 → 二○一二."""
    return "".join(YEAR_DIGITS[int(digit)] for digit in str(number))


def _below_ten_thousand(number: int, follows: bool = False) -> str:
    """1 to 9999 (0 gives nothing); a number that ``follows`` a 万 says its empty places with one 零."""
    words, gap = "", follows and 0 < number < 1000
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += (DIGITS[0] if gap else "") + DIGITS[digit] + _PLACES[place]
            gap = False
        elif words:
            gap = True
    return words
