"""Check digits: 统一社会信用代码 (GB 32100-2015) and 公民身份号码 (GB 11643-1999)."""

from __future__ import annotations

CREDIT_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 characters, without I, O, S, V, Z."""

VALUES = {character: value for value, character in enumerate(CREDIT_CODE_CHARACTERS)}
CREDIT_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
ID_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))


def credit_code_check(code: str) -> str:
    """The 18th character that belongs to the first 17 (GB 32100-2015 5.2: weights 3^i, modulo 31)."""
    total = sum(VALUES[char] * weight for char, weight in zip(code, CREDIT_CODE_WEIGHTS, strict=False))
    return CREDIT_CODE_CHARACTERS[-total % 31]


def id_number_check(number: str) -> str:
    """The 18th character that belongs to the first 17 digits (ISO 7064 MOD 11-2); ten is X."""
    total = sum(int(digit) * weight for digit, weight in zip(number, ID_WEIGHTS, strict=False))
    return "0123456789X"[(1 - total) % 11]
