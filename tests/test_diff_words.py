"""Words are never cut in half, and two texts are laid beside each other as a reader would."""

from __future__ import annotations

import pytest
from applied import mirrored, side_of
from diffing import shown
from hypothesis import given
from hypothesis import strategies as st

from docgen.compose import lexicon
from docgen.diff.alignment import Unit, aligned
from docgen.diff.assignment import assigned
from docgen.diff.tokens import compared
from docgen.diff.words import tokens_of

WHOLE = [
    "2024年3月13日（星期三）",
    "3月13日",
    "二○一二年二月二十一日",
    "17:30",
    "17时30分",
    "津人社办函〔2020〕124号",
    "人社厅发〔2014〕72号",
    "srsjzyjsryglc@tj.gov.cn",
    "https://rsj.example.gov.cn/apply?id=3&year=2024",
    "0471-6268105",
    "（0471）6268105",
    "13800138000",
    "1.5万",
    "30%",
    "一式三份",
    "第二批",
    "专家服务基地",
    "人力资源社会保障部",
    "副高级",
    "E-mail",
]


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_is_one_token_wherever_it_stands(word: str) -> None:
    for before, after in (("", ""), ("报送至", "，逾期"), ("于", "前"), ("《", "》"), ("申报单位在", "的要求")):
        tokens = [token.text for token in tokens_of(before + word + after)]
        assert word in tokens, tokens


@pytest.mark.parametrize("word", [*lexicon.VERBS, *lexicon.HEADS, *lexicon.NOUNS, *lexicon.OFFICES])
def test_words_of_titles_are_not_cut_where_they_stand_alone(word: str) -> None:
    assert [token.text for token in tokens_of(f"，{word}，")] == ["，", word, "，"]


def test_what_is_no_known_word_stays_whole() -> None:
    assert [token.text for token in tokens_of("联系人：欧阳示例、杨妤")] == ["联系人", "：", "欧阳示例", "、", "杨妤"]


@given(st.text(alphabet="专家服务基层应报送的和，。3月12日〔〕号ab@.x \t\n（一）", max_size=60))
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens_of(text)) == text


SHOWN = [
    ("请于2月24日前报送。", "请于3月1日前报送。", "请于[-2月24日-]{+3月1日+}前报送。"),
    ("甲方申报。乙方推荐。", "甲方申报。丙方评审。乙方推荐。", "甲方申报。{+丙方评审。+}乙方推荐。"),
    ("推荐表、汇总表", "推荐表、承诺书、汇总表", "推荐表、{+承诺书、+}汇总表"),
    ("不超过1个项目", "不超过2个项目", "不超过[-1个-]{+2个+}项目"),
    ("应具有副高级以上职称", "应具有中级以上职称", "应具有[-副高级-]{+中级+}以上职称"),
    ("报送电子版", "报送电子版。", "报送电子版{+。+}"),
    (
        "各地区各部门要高度重视申报工作严格选拔条件和标准",
        "为深入贯彻落实党的二十大精神助力乡村振兴发展",
        "[-各地区各部门要高度重视申报工作严格选拔条件和标准-]{+为深入贯彻落实党的二十大精神助力乡村振兴发展+}",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), SHOWN)
def test_two_texts_read_as_a_reader_would_mark_them(old: str, new: str, expected: str) -> None:
    assert shown(compared(old, new)) == expected


TEXT = st.lists(
    st.sampled_from(["专家", "应", "报送", "，", "。", "3月1日", "推荐表", "和", "不超过", "2", "个"]), max_size=24
).map("".join)


@given(TEXT, TEXT)
def test_pieces_hold_both_texts_and_mirror(old: str, new: str) -> None:
    pieces = compared(old, new)
    assert (side_of(pieces, "old"), side_of(pieces, "new")) == (old, new)
    assert mirrored(pieces) == compared(new, old)
    assert all(piece.text for piece in pieces)


@given(TEXT, TEXT)
def test_pieces_end_where_words_end(old: str, new: str) -> None:
    for side, text in (("old", old), ("new", new)):
        ends = set()
        at = 0
        for token in tokens_of(text):
            at += len(token.text)
            ends.add(at)
        at = 0
        for piece in compared(old, new):
            if piece.op in ("same", side):
                at += len(piece.text)
                assert at in ends


# ---------------------------------------------------------------- laying lists beside each other


def units(*texts: str) -> list[Unit]:
    return [Unit(text) for text in texts]


A = "专家应具有副高级以上专业技术职称，身体健康。"
B = "所在单位集体研究确定人选，公示五个工作日。"
C = "各区人力资源和社会保障局对推荐材料进行初审。"
D = "逾期不予受理。"


def test_equal_texts_find_each_other_wherever_they_stand() -> None:
    pairs = aligned(units(A, B, C), units(C, A, B))
    assert [(pair.old, pair.new, pair.moved) for pair in pairs] == [(2, 0, True), (0, 1, False), (1, 2, False)]


def test_a_reworded_text_finds_its_counterpart() -> None:
    pairs = aligned(units(A, B), units(C, A.replace("副高级", "中级"), B))
    assert [(pair.old, pair.new) for pair in pairs] == [(0, 1), (1, 2)]


def test_what_has_nothing_in_common_stays_alone() -> None:
    assert aligned(units(A), units(C)) == ()


def test_equal_short_texts_are_paired_between_their_neighbours() -> None:
    pairs = aligned(units(A, D, B, D), units(D, A, D, B, D))
    assert [(pair.old, pair.new) for pair in pairs] == [(0, 1), (1, 2), (2, 3), (3, 4)]


@given(st.lists(st.sampled_from([A, B, C, D, A[:10], B[:12], ""]), max_size=8), st.data())
def test_exchanged_lists_give_exchanged_pairs(old: list[str], data: st.DataObject) -> None:
    new = data.draw(st.lists(st.sampled_from([A, B, C, D, A[:10], C[4:], ""]), max_size=8))
    there, back = aligned(units(*old), units(*new)), aligned(units(*new), units(*old))
    assert {(pair.old, pair.new, pair.moved) for pair in there} == {(pair.new, pair.old, pair.moved) for pair in back}


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(0.05, 1), max_size=12))
def test_the_pairing_is_worth_as_much_as_any(worth: dict[tuple[int, int], float]) -> None:
    found = assigned(worth)
    assert len({a for a, _b in found}) == len({b for _a, b in found}) == len(found)
    assert sum(worth[pair] for pair in found) >= best(worth) - 1e-9


def best(worth: dict[tuple[int, int], float]) -> float:
    """By trying everything."""
    if not worth:
        return 0
    (a, b), value = next(iter(worth.items()))
    without = {pair: one for pair, one in worth.items() if pair != (a, b)}
    apart = {pair: one for pair, one in worth.items() if pair[0] != a and pair[1] != b}
    return max(best(without), value + best(apart))
