"""What the author probably meant: 2020年3月1日 for a date, 17点 for a time, Tianjin 2020 for a name."""

from __future__ import annotations

import calendar
import re
import unicodedata

from docgen.sources.typed_text import TIME_OF_DAY


def day_meant(text: str) -> str | None:
    """2020-2-3, 2020年2月3日, 2020/2/3, 20200203 → 2020-02-03; 2020-02-30 → the month's last day."""
    plain = unicodedata.normalize("NFKC", text)
    match = re.match(r"\D*(\d{4})(\d{2})(\d{2})(?!\d)", plain) or re.match(
        r"\D*(\d{4})\D+?(\d{1,2})\D+?(\d{1,2})(?!\d)", plain
    )
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups())
    if not (year and 1 <= month <= 12 and day):
        return None
    return f"{year:04}-{month:02}-{min(day, calendar.monthrange(year, month)[1]):02}"


def number_meant(text: str) -> str | None:
    """0471 → 471, ２０ → 20, 1,000 → 1000, 20个 → 20."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    match = re.match(r"(-?)0*(\d+(?:\.\d+)?)\D{0,3}$", plain)
    return match[1] + match[2] if match else None


def whole_meant(text: str) -> str | None:
    """The whole number among the numbers meant."""
    guess = number_meant(text)
    return re.sub(r"\.0+$", "", guess) if guess and re.fullmatch(r"-?\d+(\.0+)?", guess) else None


def time_meant(text: str) -> str | None:
    """17点 → 17:00, “17：30” → 17:30, 9时5分 → 9:05."""
    plain = unicodedata.normalize("NFKC", text).strip(" \"'“”‘’")
    match = re.match(r"\s*(\d{1,2})(?:\s*[:.时点时h]\s*(\d{1,2})?\s*分?)?\s*$", plain)
    guess = f"{match[1]}:{int(match[2] or 0):02}" if match else ""
    return guess if re.match(TIME_OF_DAY, guess) else None


def id_meant(text: str) -> str | None:
    """Tianjin 2020 → tianjin-2020."""
    return _name(text, "-")


def key_meant(text: str) -> str | None:
    """First-Deadline → first_deadline."""
    return _name(text, "_").lstrip("0123456789_") or None


def is_list_on_one_line(text: str) -> bool:
    """Whether a list's lines ran together: something stands behind the key, or no space behind a hyphen."""
    return re.search(r"(^|\s)[-－—]", text) is not None


def list_meant(text: str) -> str:
    """［杨妤，祝露］ → 杨妤, 祝露; anything else is one entry."""
    match = re.fullmatch(r"[［【](.*)[］】]", text)
    return re.sub(r"\s*[，、]\s*", ", ", match[1]) if match else text


def _name(text: str, joint: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[^a-z0-9]+", joint, plain).strip(joint)


def document_number_meant(text: str) -> str | None:
    """津人社办函2020-124, 津人社办函〔2020〕第124号 → 津人社办函〔2020〕124号."""
    plain = unicodedata.normalize("NFKC", text).strip()
    match = re.match(r"([^\W\d_]+)\W*(\d{4})\W+第?0*(\d+)\s*号?$", plain)
    return f"{match[1]}〔{match[2]}〕{match[3]}号" if match else None
