"""The language of messages: English in the source, 简体中文 from the catalogue under ``docgen/locale``.

``DOCGEN_LANG`` decides (``en``, ``zh_CN``), else the locale's variables. Always write
``_("… {name} …").format(name=name)``: the literal is what the catalogue knows.
"""

from __future__ import annotations

import functools
import gettext
import locale
import os
from pathlib import Path

LOCALE_FOLDER = Path(__file__).parent / "locale"


def wanted_languages() -> list[str]:
    """The languages asked for, best first; empty means English."""
    for name in ("DOCGEN_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return [part.split(".")[0].replace("-", "_") for part in value.split(":") if part]
    # Windows sets none of these; its own locale is named "Chinese (Simplified)_China".
    name = locale.getlocale()[0] or ""
    return ["zh_CN"] if name.startswith(("zh", "Chinese")) else []


@functools.cache
def _catalogue(languages: tuple[str, ...]) -> gettext.NullTranslations:
    # Whatever Chinese was asked for (zh, zh_SG, zh_Hans), the one Chinese catalogue is nearer than English.
    known = ["zh_CN" if name.lower().startswith("zh") else name for name in languages]
    return gettext.translation("docgen", LOCALE_FOLDER, known, fallback=True)


def _(message: str) -> str:
    """``message`` in the user's language."""
    return _catalogue(tuple(wanted_languages())).gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """``singular`` or ``plural`` in the user's language, by ``n``."""
    return _catalogue(tuple(wanted_languages())).ngettext(singular, plural, n)


def language() -> str:
    """``zh`` if messages are in Chinese, else ``en``."""
    return "zh" if isinstance(_catalogue(tuple(wanted_languages())), gettext.GNUTranslations) else "en"
