"""Where fonts lie: folders named by hand first, then docgen's own, then the system's."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def font_folders() -> tuple[Path, ...]:
    """The folders searched, best first.

    ``DOCGEN_FONTS`` names further ones (several with the path separator); ``DOCGEN_SYSTEM_FONTS=0`` leaves it
    at those, so that a build takes the same fonts on every machine.
    """
    named = [Path(part) for part in os.environ.get("DOCGEN_FONTS", "").split(os.pathsep) if part]
    if os.environ.get("DOCGEN_SYSTEM_FONTS", "1") == "0":
        return tuple(named)
    return (*named, user_font_folder(), *system_folders())


def user_font_folder() -> Path:
    """docgen's own font folder: filled by ``docgen fonts install``, open to any font a user puts there."""
    from platformdirs import user_data_path

    return user_data_path("docgen", appauthor=False) / "fonts"


def system_folders(platform: str = sys.platform) -> tuple[Path, ...]:
    """Where ``platform`` and the office suites on it keep fonts; many of them will not exist."""
    match platform:
        case "win32":
            return _windows_folders()
        case "darwin":
            return _mac_folders()
        case _:
            return _unix_folders()


def _windows_folders() -> tuple[Path, ...]:
    windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
    own = Path(os.environ.get("LOCALAPPDATA", _home() / "AppData" / "Local"))
    return (own / "Microsoft" / "Windows" / "Fonts", windows / "Fonts")


def _mac_folders() -> tuple[Path, ...]:
    # Fonts that the system loads on demand (华文仿宋) are assets; Office brings its own inside each program.
    assets = sorted(Path("/System/Library/AssetsV2").glob("com_apple_MobileAsset_Font*"))
    office = [
        Path(f"/Applications/Microsoft {program}.app/Contents/Resources/DFonts")
        for program in ("Word", "Excel", "PowerPoint")
    ]
    common = (_home() / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    return (*common, *assets, *office)


def _unix_folders() -> tuple[Path, ...]:
    data_home = Path(os.environ.get("XDG_DATA_HOME") or _home() / ".local" / "share")
    data = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    return (
        data_home / "fonts",
        _home() / ".fonts",
        *(Path(part) / "fonts" for part in data if part),
        # TeX Live keeps its fonts to itself; with it installed the Fandol fonts are already there.
        Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
        Path("/usr/share/texmf-dist/fonts/opentype/public/fandol"),
    )


def _home() -> Path:
    """The user's folder; a place without fonts where the user has none, as in some containers."""
    try:
        return Path.home()
    except RuntimeError:
        return Path("~")
