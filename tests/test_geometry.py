"""Lengths that follow from the words: the mark's size, the signature's indents, the lines of 版记."""

from __future__ import annotations

import pytest
from documents import ISSUER, contact, cover, heading, notice, prose, table, words

from docgen.document.measure import Mm
from docgen.document.tree import Block, Imprint, Letterhead, Signature
from docgen.render.geometry import (
    BODY_PITCH,
    CHAR,
    IMPRINT_PITCH,
    TEXT_HEIGHT,
    TYPE_BOTTOM,
    TYPE_WIDTH,
    ClosingGeometry,
    closing_geometry,
    cover_geometry,
    head_geometry,
    imprint_geometry,
    set_width,
    signature_geometry,
    width_in_characters,
    word_head_geometry,
)


@pytest.mark.parametrize(
    ("text", "plain", "as_set"),
    [("示例局", 3, 3), ("2024年", 3, 3.25), ("2024年3月11日", 6.5, 7.75), ("（A）", 2.5, 2.5), ("", 0, 0)],
)
def test_half_width_characters_count_a_half_and_a_quarter_stands_between(
    text: str, plain: float, as_set: float
) -> None:
    assert width_in_characters(text) == plain
    assert set_width(text) == as_set


# ---------------------------------------------------------------- the mark


def test_a_short_mark_is_as_tall_as_it_may_and_not_squeezed() -> None:
    geometry = head_geometry(Letterhead(("示例市人民政府",)))
    assert (geometry.mark_size, geometry.squeeze) == (46, 1)


@pytest.mark.parametrize("characters", range(4, 40))
def test_every_mark_fits_the_type_area(characters: int) -> None:
    geometry = head_geometry(Letterhead(("示" * characters,), "文件"))
    assert (characters + 2) * geometry.mark_size * geometry.squeeze <= TYPE_WIDTH
    assert geometry.squeeze >= 0.66


def test_joint_issuers_are_as_wide_as_the_longest() -> None:
    marks = (ISSUER, "示例市财政局", "示例市教育局")
    geometry = head_geometry(Letterhead(marks, "文件"))
    widths = {
        round(len(mark) * geometry.mark_size + (len(mark) - 1) * spread, 6)
        for mark, spread in zip(marks, geometry.spread, strict=True)
    }
    assert widths == {13 * geometry.mark_size}


@pytest.mark.parametrize("head", [Letterhead((ISSUER,)), Letterhead((ISSUER, "示例局"), "文件")])
def test_a_word_processor_s_letterhead_is_as_high(head: Letterhead) -> None:
    """The red line is drawn, and 1.5 pt high as a border 8 pt below the number."""
    pdf, word = head_geometry(head), word_head_geometry(head)
    drawn = pdf.mark_before + pdf.number_before + BODY_PITCH + pdf.rule_gap + pdf.title_before
    bordered = word.mark_before + word.number_before + BODY_PITCH + 8 + 1.5 + word.title_before
    assert bordered == pytest.approx(drawn)


# ---------------------------------------------------------------- the signature


def test_a_sealed_date_stands_four_characters_in_and_the_issuer_on_its_middle() -> None:
    geometry = signature_geometry(Signature((ISSUER,), "2024年3月11日"))
    assert geometry.date_right == 4 * CHAR
    middle_of_date = 4 * CHAR + set_width("2024年3月11日") * CHAR / 2
    middle_of_issuer = geometry.issuers_right[0] + set_width(ISSUER) * CHAR / 2
    assert middle_of_issuer == pytest.approx(middle_of_date)
    assert (geometry.date_left, geometry.lines_before) == (None, 2)


def test_an_issuer_too_long_for_that_ends_at_the_edge() -> None:
    geometry = signature_geometry(Signature((ISSUER * 2,), "2024年3月11日"))
    assert geometry.issuers_right == (0,)
    assert geometry.date_right is not None
    assert geometry.date_right > 4 * CHAR


def test_only_a_date_leaves_room_for_the_seal_above_it() -> None:
    geometry = signature_geometry(Signature((), "2024年3月11日", "date_only"))
    assert (geometry.lines_before, geometry.date_right) == (3, 4 * CHAR)


def test_an_unsealed_issuer_ends_two_characters_in_and_the_date_begins_two_behind_it() -> None:
    geometry = signature_geometry(Signature((ISSUER,), "2024年3月11日", "unsealed"))
    assert geometry.issuers_left == pytest.approx(TYPE_WIDTH - (2 + len(ISSUER)) * CHAR)
    assert geometry.date_left == pytest.approx(TYPE_WIDTH - len(ISSUER) * CHAR)


def test_an_unsealed_date_that_is_longer_ends_two_characters_in() -> None:
    geometry = signature_geometry(Signature(("示例局",), "2024年3月11日", "unsealed"))
    assert geometry.date_left is not None
    assert geometry.date_left + (set_width("2024年3月11日") + 2) * CHAR == pytest.approx(TYPE_WIDTH)
    assert geometry.issuers_left == pytest.approx(geometry.date_left - 2 * CHAR)


@pytest.mark.parametrize(
    ("blocks", "kept"),
    [
        ((*prose(2), words("特此通知。")), 1),
        ((*prose(2), contact("联 系 人", "王五")), 1),
        ((*prose(2), table(("区", "名额"), ("东区", "3"))), 0),
        (prose(2), 0),
        ((words("特此通知。"),), 0),
        ((heading(1, "一、总则"), words("特此通知。")), 0),
        ((), 0),
    ],
)
def test_what_is_short_goes_with_the_signature_unless_it_is_all(blocks: tuple[Block, ...], kept: int) -> None:
    assert closing_geometry(notice(blocks=blocks)) == ClosingGeometry(kept, True)


def test_nothing_goes_with_a_signature_that_is_not_there() -> None:
    unsigned = notice(*prose(2), words("特此通知。"), signature=Signature((), ""))
    assert closing_geometry(unsigned) == ClosingGeometry(0, False)


# ---------------------------------------------------------------- cover and imprint


@pytest.mark.parametrize("lines", range(1, 7))
def test_a_cover_fills_its_page_and_no_more(lines: int) -> None:
    asked = cover(*("栏目",) * lines)
    geometry = cover_geometry(asked)
    used = BODY_PITCH * 2 + geometry.title_before + 2 * geometry.title_pitch + geometry.lines_before
    used += lines * geometry.line_pitch + geometry.foot_before
    assert TEXT_HEIGHT - 4 * BODY_PITCH < used <= TEXT_HEIGHT - BODY_PITCH


def test_the_last_line_of_the_imprint_is_that_of_the_type_area() -> None:
    geometry = imprint_geometry(Imprint(printer="办公室", printed="2024年3月11日印发"))
    assert geometry.top + geometry.height == pytest.approx(TYPE_BOTTOM) == pytest.approx(Mm(262).pt)
    assert (geometry.copies, geometry.height) == ((), IMPRINT_PITCH)


def test_copies_go_on_under_their_first_character() -> None:
    names = "，".join(f"示例市第{i}局" for i in "一二三四五") + "。"
    geometry = imprint_geometry(Imprint(copies_to=names, printer="办公室"))
    first, second = geometry.copies
    assert first.startswith("　抄送：示例市第一局，")
    assert second.startswith("　　　　示例市")
    assert all(width_in_characters(line) * 14 <= TYPE_WIDTH - 14 for line in geometry.copies)
    assert "".join(line.strip("　") for line in geometry.copies) == "抄送：" + names


def test_addressees_moved_to_the_imprint_stand_above_the_copies() -> None:
    geometry = imprint_geometry(Imprint("甲局。", "办公室", addressees="乙局。"))
    assert geometry.copies == ("　主送：乙局。", "　抄送：甲局。")
    assert geometry.height == 3 * IMPRINT_PITCH
