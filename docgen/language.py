"""The language of messages: English in the source, 简体中文 from the catalogue under ``docgen/locale``.

``DOCGEN_LANG`` decides (``en``, ``zh_CN``), else the locale's variables. Always write
``_("… {name} …").format(name=name)``: the literal is what the catalogue knows.
"""

from __future__ import annotations

import functools
import gettext
import locale
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

LOCALE_FOLDER = Path(__file__).parent / "locale"


def language() -> Literal["zh", "en"]:
    """``zh`` if messages are in Chinese, else ``en``."""
    return language_wanted(os.environ)


def language_wanted(environment: Mapping[str, str]) -> Literal["zh", "en"]:
    """The language that these variables ask for: of those named, the first that docgen speaks; English if none is.

    Whatever Chinese is asked for (zh, zh-Hans, zh_SG.GB18030), the one Chinese catalogue is nearer than English.
    """
    for name in _names_of_languages(environment):
        if name.startswith(("zh", "chinese")):
            return "zh"
        if name.startswith("en") or name in ("c", "posix"):
            return "en"
    return "en"


def _names_of_languages(environment: Mapping[str, str]) -> list[str]:
    """Languages in lower case, best first, without encoding: ``zh_CN.GB18030`` → zh_cn."""
    if own := environment.get("DOCGEN_LANG"):
        return _parts(own)
    settings = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    setting = next((value for value in settings if value), "")
    if setting in ("C", "POSIX"):  # who asks for this wants no language at all, whatever LANGUAGE says
        return _parts(setting)
    # Windows sets none of these; its own locale is named "Chinese (Simplified)_China".
    return _parts(environment.get("LANGUAGE") or setting or locale.getlocale()[0] or "")


def _parts(value: str) -> list[str]:
    return [re.split(r"[.@]", part)[0].lower() for part in value.split(":") if part]


def _(message: str) -> str:
    """``message`` in the user's language."""
    return _catalogue(language()).gettext(message)


def translated(text: str) -> str:
    """A text that is no literal, as the description of a key, in the user's language."""
    return _catalogue(language()).gettext(text)


def ngettext(singular: str, plural: str, n: int) -> str:
    """``singular`` or ``plural`` in the user's language, by ``n``."""
    return _catalogue(language()).ngettext(singular, plural, n)


def listed(words: Iterable[str]) -> str:
    """Words in a row: ``docx, pdf``, in Chinese ``docx、pdf``."""
    return _(", ").join(words)


@functools.cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("docgen", LOCALE_FOLDER, ["zh_CN"], fallback=True)
