"""Fonts by role: found by name, checked for what they cover, and really used by both PDF engines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tiny_fonts import COMMON, make_collection, make_font

from docgen.diagnostics import DocgenError, Exit
from docgen.world import font_cache, font_files
from docgen.world.coverage import Coverage, gb2312, printable
from docgen.world.font_folders import font_folders, system_folders
from docgen.world.font_roles import ALL_ROLES, FALLBACKS, KNOWN_NAMES, ROLES
from docgen.world.fontconfig import fontconfig_file
from docgen.world.fonts import FontSet, coverage_problems, find_fonts, how_to_get_fonts


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, and English letters."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("DOCGEN_LANG", "en")
    monkeypatch.setattr(font_cache, "cache_folder", lambda: folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A font folder with the free fonts: Fandol for every role, Noto Serif for rare characters."""
    folder = tmp_path / "fonts"
    make_font(folder / "FandolFang-Regular.otf", "FandolFang R")
    make_font(folder / "FandolKai-Regular.otf", "FandolKai")
    make_font(folder / "FandolHei-Regular.otf", "FandolHei")
    make_font(folder / "FandolSong-Regular.otf", "FandolSong")
    make_font(folder / "FandolSong-Bold.otf", "FandolSong", style="Bold", head={"macStyle": 1})
    make_font(folder / "NotoSerif.ttf", "Noto Serif CJK SC", COMMON + "珺喆")
    return folder


def families(fonts: FontSet) -> dict[str, str]:
    return {role: face.family for role, face in fonts.faces.items()}


# ---------------------------------------------------------------- who plays which role


def test_free_fonts_play_all_roles_and_say_that_they_are_substitutes(folder: Path) -> None:
    fonts = find_fonts(folders=[folder])
    assert families(fonts) == {
        "fangsong": "FandolFang R",
        "kaiti": "FandolKai",
        "heiti": "FandolHei",
        "songti": "FandolSong",
        "title": "FandolSong",
    }
    assert all(face.substitute for face in fonts.faces.values())
    assert {face.licence for face in fonts.faces.values()} == {"GPL-3.0 with font exception"}
    assert fonts.folders == (folder,)
    assert len(fonts.files) == 6


def test_the_title_takes_the_bold_though_that_calls_itself_regular(folder: Path) -> None:
    title = find_fonts(folders=[folder]).faces["title"]
    assert (title.path.name, title.weight) == ("FandolSong-Bold.otf", 700)
    assert find_fonts(folders=[folder]).faces["songti"].path.name == "FandolSong-Regular.otf"


@pytest.mark.parametrize("named", ["chinese", "english"])
def test_a_genuine_font_goes_before_a_substitute_by_its_name_in_either_language(folder: Path, named: str) -> None:
    chinese = "仿宋" if named == "chinese" else ""
    make_font(folder / "simfang.ttf", "FangSong" if named == "english" else "Whatever", chinese=chinese)
    face = find_fonts(folders=[folder]).faces["fangsong"]
    assert face.path.name == "simfang.ttf"
    assert face.official == "仿宋_GB2312"
    assert not face.substitute


def test_of_genuine_fonts_the_one_that_has_the_text(folder: Path) -> None:
    make_font(folder / "a.ttf", "FangSong_GB2312", chinese="仿宋_GB2312")
    make_font(folder / "b.ttf", "FZFangSong-Z02", COMMON + "珺喆昇", chinese="方正仿宋_GBK")
    assert find_fonts("申报", [folder]).faces["fangsong"].path.name == "a.ttf"
    assert find_fonts("张昇", [folder]).faces["fangsong"].path.name == "b.ttf"


def test_a_font_with_many_gaps_plays_no_role(folder: Path) -> None:
    make_font(folder / "simfang.ttf", "FangSong", COMMON[100:])
    assert find_fonts(folders=[folder]).faces["fangsong"].family == "FandolFang R"


def test_noto_alone_is_a_stopgap_for_all(tmp_path: Path) -> None:
    make_font(tmp_path / "serif.ttf", "Noto Serif CJK SC")
    make_font(tmp_path / "sans.ttf", "Noto Sans CJK SC")
    fonts = find_fonts(folders=[tmp_path])
    assert families(fonts)["heiti"] == "Noto Sans CJK SC"
    assert families(fonts)["fangsong"] == "Noto Serif CJK SC"
    assert {face.likeness for face in fonts.faces.values()} == {"stopgap"}


def test_a_face_within_a_collection_is_found_by_its_index(folder: Path, tmp_path: Path) -> None:
    parts = [make_font(tmp_path / f"{n}.ttf", f"NSimSun {n}") for n in range(2)]
    parts.append(make_font(tmp_path / "s.ttf", "SimSun", chinese="宋体"))
    make_collection(folder / "simsun.ttc", parts)
    face = find_fonts(folders=[folder]).faces["songti"]
    assert (face.path.name, face.index, face.family) == ("simsun.ttc", 2, "SimSun")


def test_an_oblique_is_never_taken(folder: Path) -> None:
    path = make_font(folder / "simhei.ttf", "SimHei")
    from fontTools.ttLib import TTFont

    font = TTFont(str(path))
    font["OS/2"].fsSelection |= 1
    font.save(str(path))
    assert find_fonts(folders=[folder]).faces["heiti"].family == "FandolHei"


def test_the_first_folder_wins(folder: Path, tmp_path: Path) -> None:
    make_font(tmp_path / "mine" / "z.ttf", "FandolKai")
    fonts = find_fonts(folders=[tmp_path / "mine", folder])
    assert fonts.faces["kaiti"].path == tmp_path / "mine" / "z.ttf"


def test_without_any_font_every_role_is_named_with_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        find_fonts(folders=[tmp_path])
    assert caught.value.exit_code == Exit.MISSING
    messages = [str(problem) for problem in caught.value.problems]
    assert len(messages) == len(ALL_ROLES)
    for typeface, message in zip(["仿宋", "楷体", "黑体", "宋体", "小标宋"], messages, strict=True):
        assert f"error[W301] no font for {typeface} is installed; looked for " in message
    assert "docgen fonts install" in messages[-1]


def test_the_advice_fits_the_platform() -> None:
    assert "Supplemental Fonts" in how_to_get_fonts("win32")
    assert "brew" in how_to_get_fonts("darwin")
    assert "docgen fonts install" in how_to_get_fonts("linux")


# ---------------------------------------------------------------- characters


def test_rare_characters_are_lent_and_reported(folder: Path) -> None:
    fonts = find_fonts("张珺", [folder])
    assert fonts.families("fangsong") == ("FandolFang R", "Noto Serif CJK SC")
    assert fonts.missing("fangsong", "张珺，\n　\u200b") == {"珺"}
    assert fonts.uncovered("fangsong", "张珺") == set()
    (note,) = coverage_problems(fonts, {"fangsong": "张珺"})
    assert str(note) == "note[W303] FandolFang R lacks 珺 (U+73FA); they come from Noto Serif CJK SC"


def test_characters_that_nobody_has_are_an_error_that_names_them(folder: Path) -> None:
    fonts = find_fonts(folders=[folder])
    problems = coverage_problems(fonts, {"kaiti": "好😀", "heiti": "申报"})
    assert [problem.code for problem in problems] == ["W302"]
    assert "no font has the characters 😀 (U+1F600), which are set in 楷体" in str(problems[0])


def test_heiti_is_helped_out_by_a_sans_first(folder: Path) -> None:
    make_font(folder / "NotoSans.ttf", "Noto Sans CJK SC", COMMON + "珺")
    fonts = find_fonts(folders=[folder])
    assert fonts.families("heiti") == ("FandolHei", "Noto Sans CJK SC", "Noto Serif CJK SC")
    assert fonts.families("kaiti") == ("FandolKai", "Noto Serif CJK SC", "Noto Sans CJK SC")


def test_coverage_knows_exactly_its_characters() -> None:
    coverage = Coverage.of([ord("一"), ord("丁"), ord("A"), ord("C")])
    assert [character for character in "A B C一丁七" if character in coverage] == ["A", "C", "一", "丁"]
    assert len(coverage.bounds) == 6
    assert "A" not in Coverage()
    assert printable("A \u3000\n\u200b\ufe0f\u00ad") == {"A"}
    assert (len(gb2312()), len(gb2312(16, 55)), len(gb2312(16, 87))) == (7445, 3755, 6763)


# ---------------------------------------------------------------- scanning and its cache


def test_a_second_look_reads_no_font(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = find_fonts(folders=[folder])
    monkeypatch.setattr(font_files, "_read_file", lambda path: pytest.fail(f"read {path} again"))
    assert find_fonts(folders=[folder]) == first
    assert find_fonts(folders=[folder]).uncovered("fangsong", "珺😀") == {"😀"}


def test_a_second_look_does_not_even_load_the_font_library(folder: Path) -> None:
    code = """
import sys
from pathlib import Path
from docgen.world.fonts import find_fonts
find_fonts(folders=[Path(sys.argv[1])])
print(sorted({"fontTools", "typst"} & set(sys.modules)))
"""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder.parent / "xdg")}
    command = [sys.executable, "-c", code, str(folder)]
    runs = [subprocess.run(command, env=env, capture_output=True, text=True, check=True) for _ in range(2)]
    assert [run.stdout.strip() for run in runs] == ["['fontTools', 'typst']", "[]"]


def test_a_changed_font_is_read_again(folder: Path) -> None:
    find_fonts(folders=[folder])
    make_font(folder / "NotoSerif.ttf", "Noto Serif CJK SC", COMMON + "珺喆昇")
    assert find_fonts(folders=[folder]).uncovered("fangsong", "昇") == set()


def test_fonts_come_and_go(folder: Path) -> None:
    find_fonts(folders=[folder])
    path = make_font(folder / "simhei.ttf", "SimHei")
    assert families(find_fonts(folders=[folder]))["heiti"] == "SimHei"
    path.unlink()
    assert families(find_fonts(folders=[folder]))["heiti"] == "FandolHei"


def spoiled(cache: Path) -> Iterator[bytes]:
    good = cache.read_bytes()
    yield b"not json"
    yield b"[1, 2]"
    yield good[: len(good) // 2]
    yield json.dumps(dict.fromkeys(json.loads(good), "x")).encode()
    yield json.dumps({path: [*entry[:2], [{"index": 0}]] for path, entry in json.loads(good).items()}).encode()
    yield b""


def test_a_spoiled_cache_is_made_anew(folder: Path, own_cache: Path) -> None:
    fonts = find_fonts(folders=[folder])
    (cache,) = own_cache.iterdir()
    good = json.loads(cache.read_bytes())
    for content in spoiled(cache):
        cache.write_bytes(content)
        assert find_fonts(folders=[folder]) == fonts
        assert json.loads(cache.read_bytes()) == good


def test_a_cache_that_cannot_be_written_is_no_error(folder: Path, own_cache: Path) -> None:
    own_cache.write_text("a file where the folder should be")
    assert families(find_fonts(folders=[folder]))["kaiti"] == "FandolKai"


def test_broken_files_and_links_in_circles_are_passed_over(folder: Path) -> None:
    (folder / "empty.ttf").write_bytes(b"")
    (folder / "text.otf").write_text("no font")
    (folder / "half.ttf").write_bytes((folder / "FandolKai-Regular.otf").read_bytes()[:700])
    (folder / "collection.ttc").write_bytes(b"ttcf" + b"\xff" * 60)
    (folder / "self").symlink_to(folder)
    (folder / "nowhere.ttf").symlink_to(folder / "gone.ttf")
    assert len(find_fonts(folders=[folder, folder / "gone"]).files) == 6


# ---------------------------------------------------------------- where fonts are looked for


def test_folders_named_by_hand_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_FONTS", os.pathsep.join(["/a", "/b"]))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("DOCGEN_SYSTEM_FONTS", raising=False)
    found = font_folders()
    assert found[:2] == (Path("/a"), Path("/b"))
    assert set(system_folders()) <= set(found)
    monkeypatch.setenv("DOCGEN_SYSTEM_FONTS", "0")
    assert font_folders() == (Path("/a"), Path("/b"))


def test_every_platform_has_its_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINDIR", r"C:\Windows")
    assert any("Fonts" in str(folder) for folder in system_folders("win32"))
    assert Path("/System/Library/Fonts") in system_folders("darwin")
    assert Path("/usr/share/fonts") in system_folders("linux")


def test_the_tables_know_the_names_of_windows_and_macos() -> None:
    known = {
        "FangSong",
        "仿宋",
        "STFangsong",
        "KaiTi",
        "Kaiti SC",
        "SimHei",
        "Heiti SC",
        "SimSun",
        "Songti SC",
    }
    assert {name.casefold() for name in known} <= KNOWN_NAMES
    assert ROLES["title"].official == "方正小标宋简体"
    assert FALLBACKS[0][1][0] == "Noto Serif CJK SC"


# ---------------------------------------------------------------- the engines take them


def test_typst_takes_the_families_as_they_are_given(folder: Path) -> None:
    import typst

    fonts = find_fonts(folders=[folder])
    source = "".join(
        f"#text(font: {typst_list(fonts.families(role))}, weight: {face.weight})[申报珺]\n"
        for role, face in fonts.faces.items()
    )
    folders = [str(path) for path in fonts.folders]
    compiler = typst.Compiler(source.encode(), font_paths=folders, ignore_system_fonts=True)
    pdf, warnings = compiler.compile_with_warnings(format="pdf")
    assert warnings == []
    assert {"FandolFangR-Regular", "FandolSong-Bold", "NotoSerifCJKSC-Regular"} <= fonts_in(pdf, folder)


def typst_list(words: tuple[str, ...]) -> str:
    return f"({', '.join(json.dumps(word) for word in words)},)"


def fonts_in(pdf: bytes, folder: Path) -> set[str]:
    """The names of the fonts embedded in a PDF."""
    (folder / "x.pdf").write_bytes(pdf)
    listed = subprocess.run(["pdffonts", folder / "x.pdf"], capture_output=True, text=True, check=True).stdout
    return {line.split()[0].split("+")[-1] for line in listed.splitlines()[2:]}


def test_libreoffice_sets_the_official_families_in_the_chosen_files(folder: Path, tmp_path: Path) -> None:
    fonts = find_fonts(folders=[folder])
    (tmp_path / "fonts.conf").write_text(fontconfig_file(fonts, tmp_path / "fontconfig"), encoding="utf-8")
    make_docx(tmp_path / "t.docx", [(face.official, "申报2020ABC") for face in fonts.faces.values()])
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    env = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "t.docx"],
        env=env,
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert fonts_in((tmp_path / "t.pdf").read_bytes(), tmp_path) == {
        "FandolFangR-Regular",
        "FandolKai-Regular",
        "FandolHei-Regular",
        "FandolSong-Regular",
        "FandolSong-Bold",
    }


def make_docx(path: Path, lines: list[tuple[str, str]]) -> None:
    """A paragraph in each font; digits and Latin letters are set in the same."""
    from docx import Document
    from docx.oxml.ns import qn

    document = Document()
    for font, text in lines:
        run = document.add_paragraph().add_run(text)
        run.font.name = font
        run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    document.save(str(path))
